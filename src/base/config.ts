import { Misspelt } from './config-parsers.ts';
import { inProject } from './paths.ts';
import { StartupError } from './startup-error.ts';
import { type Setting, settings } from './settings.ts';

type Settings = typeof settings;
type ValueOf<Key extends keyof Settings> = ReturnType<Settings[Key]['parse']>;
type Given = { readonly [Key in keyof Settings]: ValueOf<Key> | undefined };
type Optional =
  | 'databaseUrl'
  | 'databaseAdminUrl'
  | 'smtpUrl'
  | 'mailFrom'
  | 'smsWebhookUrl'
  | 'smsWebhookToken'
  | 'oidcIssuer'
  | 'oidcClientId'
  | 'oidcClientSecret'
  | 'oidcLabel'
  | 'breachedPasswords'
  | 'masterKeys'
  | 'keyServiceUrl'
  | 'keyServiceToken'
  | 'metricsToken'
  | 'clamdAddress'
  | 'filesStorage'
  | 'filesS3Endpoint'
  | 'filesS3AccessKey'
  | 'filesS3SecretKey'
  | 'filesS3KeyFile';

/** How this program was told to run. Folders are absolute paths. */
export type Config = { readonly [Key in Exclude<keyof Settings, Optional>]: ValueOf<Key> } & {
  readonly [Key in Optional]: ValueOf<Key> | undefined;
} & {
  /** People reach the program over TLS. */
  readonly secure: boolean;
};

/** Reads the configuration. Throws one StartupError that names every variable that is wrong and what to write. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const faults = unknownNames(env);
  const given = Object.fromEntries(
    Object.entries(settings).map(([key, each]: [string, Setting<unknown>]) => [key, read(each, env, faults)]),
  ) as Given;
  faults.push(...contradictions(given));
  if (faults.length > 0) throw new StartupError(faults.join('\n'));
  const url = given.url ?? `http://localhost:${given.port}`;
  return {
    ...(given as Config),
    url,
    secure: url.startsWith('https:'),
    countryFolder: given.countryFolder ?? inProject('country'),
    servicesFolder: given.servicesFolder ?? inProject('services'),
    demo: given.demo ?? isThisMachine(new URL(url).hostname),
  };
};

const read = (each: Setting<unknown>, env: Readonly<Record<string, string | undefined>>, faults: string[]): unknown => {
  const text = env[each.name]?.trim() || each.fallback;
  if (text === undefined) return undefined;
  try {
    return each.parse(text);
  } catch (error) {
    if (!(error instanceof Misspelt)) throw error;
    faults.push(`${each.name}${each.secret ? '' : `="${text}"`} cannot be used. ${error.message}`);
    return undefined;
  }
};

/** A misspelt DIWAN_DEMO=0 must not leave a demonstration open: names with our prefix are known or refused. */
const unknownNames = (env: Readonly<Record<string, string | undefined>>): string[] => {
  const known = Object.values(settings).map(({ name }) => name);
  return Object.keys(env)
    .filter((name) => name.startsWith('DIWAN_') && !known.includes(name))
    .map(
      (name) => `${name} is not a setting. Those are: ${known.filter((each) => each.startsWith('DIWAN_')).join(', ')}.`,
    );
};

const contradictions = (given: Given): string[] => [
  ...(given.databaseAdminUrl && !given.databaseUrl
    ? ['DATABASE_ADMIN_URL is only used with DATABASE_URL. Set both or neither.']
    : []),
  ...(given.smtpUrl && !given.mailFrom ? ['SMTP_URL needs MAIL_FROM: the address that messages come from.'] : []),
  ...(given.smsWebhookToken && !given.smsWebhookUrl
    ? ['SMS_WEBHOOK_TOKEN is only used with SMS_WEBHOOK_URL. Set both or neither.']
    : []),
  ...(given.oidcIssuer && !given.oidcClientId
    ? ['DIWAN_OIDC_ISSUER needs DIWAN_OIDC_CLIENT_ID: what this program is called at the provider.']
    : []),
  ...(!given.oidcIssuer && (given.oidcClientId || given.oidcClientSecret || given.oidcLabel)
    ? ['DIWAN_OIDC_CLIENT_ID, DIWAN_OIDC_CLIENT_SECRET and DIWAN_OIDC_LABEL are only used with DIWAN_OIDC_ISSUER.']
    : []),
  ...(given.masterKeys && given.keyServiceUrl
    ? ['MASTER_KEYS and KEY_SERVICE_URL both say who keeps the master key. Set one of them.']
    : []),
  ...(given.keyServiceToken && !given.keyServiceUrl
    ? ['KEY_SERVICE_TOKEN is only used with KEY_SERVICE_URL. Set both or neither.']
    : []),
  ...(given.filesStorage === 's3' && !given.filesS3Endpoint
    ? ['FILES_STORAGE=s3 needs FILES_S3_ENDPOINT: the address of the store of objects.']
    : []),
  ...(given.filesS3Endpoint && !given.filesS3KeyFile && !(given.filesS3AccessKey && given.filesS3SecretKey)
    ? ['FILES_S3_ENDPOINT needs FILES_S3_ACCESS_KEY and FILES_S3_SECRET_KEY, or FILES_S3_KEY_FILE that holds both.']
    : []),
];

const isThisMachine = (name: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(name);

/** The table of docs/configuration.md. */
export const configurationTable = (): string => {
  const rows = Object.values(settings).map(
    ({ name, about, fallback, otherwise }: Setting<unknown>) =>
      `| \`${name}\` | ${otherwise ?? (fallback ? `\`${fallback}\`` : '')} | ${about} |`,
  );
  return ['| variable | when not set | what it says |', '| --- | --- | --- |', ...rows].join('\n');
};
