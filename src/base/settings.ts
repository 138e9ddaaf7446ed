import {
  folder,
  hostName,
  integer,
  issuer,
  mailbox,
  oneOf,
  origin,
  type Parse,
  proxies,
  scannerAddress,
  urlOf,
  webAddress,
  words,
  yesOrNo,
} from './config-parsers.ts';

/** One environment variable. What stands here is what the program accepts and what docs/configuration.md says. */
export interface Setting<Value> {
  readonly name: string;
  readonly about: string;
  readonly parse: Parse<Value>;
  /** What holds when the variable is missing or empty; undefined when nothing does, or when it follows from others. */
  readonly fallback?: string;
  /** What the documentation says instead of `fallback` where it follows from others. */
  readonly otherwise?: string;
  /** Its value is never shown in a message. */
  readonly secret?: true;
}

const setting = <Value>(made: Setting<Value>): Setting<Value> => made;
const postgresUrl = urlOf(['postgres', 'postgresql'], 'postgres://user:password@host:5432/diwan');

/** Every variable that the program knows. */
export const settings = {
  port: setting({
    name: 'PORT',
    about: 'TCP port of the web server; 0 takes any free one.',
    parse: integer(0, 65_535),
    fallback: '3000',
  }),
  host: setting({
    name: 'HOST',
    about:
      'Address to listen on: `localhost` for this machine only, `0.0.0.0` (or `::`) in a container and for a network.',
    parse: hostName,
    fallback: 'localhost',
  }),
  url: setting({
    name: 'DIWAN_URL',
    about:
      'Address at which people reach the program, as it stands in messages and QR codes; with `https` cookies are marked secure.',
    parse: origin,
    otherwise: '`http://localhost:PORT`',
  }),
  trustProxy: setting({
    name: 'TRUST_PROXY',
    about:
      'Proxies in front whose `X-Forwarded-For` is believed: 0 for none, how many there are, or their addresses separated by commas.',
    parse: proxies,
    fallback: '0',
  }),
  requestsPerMinute: setting({
    name: 'REQUESTS_PER_MINUTE',
    about: 'Requests that one client address may make in a minute before it is asked to wait.',
    parse: integer(1, 10_000_000),
    fallback: '600',
  }),
  dataFolder: setting({
    name: 'DIWAN_DATA',
    about: 'Folder for keys, secrets, files and the embedded database: the one to back up.',
    parse: folder,
    fallback: './data',
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    about: 'A PostgreSQL (15 or newer) to use instead of the embedded one.',
    parse: postgresUrl,
    otherwise: 'the embedded database',
    secret: true,
  }),
  databaseAdminUrl: setting({
    name: 'DATABASE_ADMIN_URL',
    about: 'The same database as a login that may change tables: used at start for migrations, then closed.',
    parse: postgresUrl,
    otherwise: 'as `DATABASE_URL`',
    secret: true,
  }),
  databaseConnections: setting({
    name: 'DATABASE_CONNECTIONS',
    about: 'Most connections to the database at one time.',
    parse: integer(2, 500),
    fallback: '16',
  }),
  demo: setting({
    name: 'DIWAN_DEMO',
    about:
      'Whether the accounts of the demonstration, with their published passwords, and its outbox page exist: 1 or 0.',
    parse: yesOrNo,
    otherwise: '1 while `DIWAN_URL` is this machine, else 0',
  }),
  countryFolder: setting({
    name: 'DIWAN_COUNTRY',
    about: 'Folder that describes the country: places, institutions, calendar, colour.',
    parse: folder,
    otherwise: '`country` beside the program',
  }),
  servicesFolder: setting({
    name: 'DIWAN_SERVICES',
    about: 'Folder with one folder per public service.',
    parse: folder,
    otherwise: '`services` beside the program',
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    about: 'Mail server that delivers e-mail.',
    parse: urlOf(['smtp', 'smtps'], 'smtp://user:password@host:587'),
    otherwise: 'messages are kept and shown, not sent',
    secret: true,
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    about: 'Sender of e-mail, needed with `SMTP_URL`: `Name <address>`.',
    parse: mailbox,
  }),
  smsWebhookUrl: setting({
    name: 'SMS_WEBHOOK_URL',
    about: 'Address to which a text message is handed over: `POST { "to", "body", "id" }`.',
    parse: webAddress('https://sms.example/send'),
    otherwise: 'messages are kept and shown, not sent',
    secret: true,
  }),
  smsWebhookToken: setting({
    name: 'SMS_WEBHOOK_TOKEN',
    about: 'Bearer token for that address.',
    parse: words,
    secret: true,
  }),
  oidcIssuer: setting({
    name: 'DIWAN_OIDC_ISSUER',
    about:
      'Identity provider by which civil servants may sign in (OpenID Connect): its issuer, as it names itself. See [accounts](accounts.md).',
    parse: issuer,
    otherwise: 'no single sign-on',
  }),
  oidcClientId: setting({
    name: 'DIWAN_OIDC_CLIENT_ID',
    about: 'What this program is called at the provider, needed with `DIWAN_OIDC_ISSUER`.',
    parse: words,
  }),
  oidcClientSecret: setting({
    name: 'DIWAN_OIDC_CLIENT_SECRET',
    about: 'Its secret at the provider, where it has one.',
    parse: words,
    secret: true,
  }),
  oidcLabel: setting({
    name: 'DIWAN_OIDC_LABEL',
    about: 'What the provider is called on the button of the sign-in page.',
    parse: words,
    otherwise: 'the host of the issuer',
  }),
  breachedPasswords: setting({
    name: 'DIWAN_BREACHED_PASSWORDS',
    about:
      'File with SHA-1 hashes of stolen passwords in their order, such as Pwned Passwords offers, to be refused besides those that the program knows.',
    parse: folder,
    otherwise: 'only those that the program knows',
  }),
  masterKeys: setting({
    name: 'MASTER_KEYS',
    about:
      'Master keys that protect sensitive answers, instead of files: 32 bytes in base64 each, separated by commas, the present one first. See docs/keys.md.',
    parse: words,
    otherwise: 'files in the folder of keys',
    secret: true,
  }),
  keyServiceUrl: setting({
    name: 'KEY_SERVICE_URL',
    about:
      'A key service that keeps the master key instead: `POST /wrap` and `POST /unwrap` under this address. See docs/keys.md.',
    parse: webAddress('https://keys.example/diwan'),
    otherwise: 'files in the folder of keys',
    secret: true,
  }),
  keyServiceToken: setting({
    name: 'KEY_SERVICE_TOKEN',
    about: 'Bearer token for that service.',
    parse: words,
    secret: true,
  }),
  metricsToken: setting({
    name: 'METRICS_TOKEN',
    about: 'Bearer token with which `/metrics` is read from elsewhere.',
    parse: words,
    otherwise: '`/metrics` answers this machine only',
    secret: true,
  }),
  messageDays: setting({
    name: 'MESSAGE_DAYS',
    about:
      'Days after which delivered and failed messages are removed; what a record says of them in its history stays.',
    parse: integer(1, 3_650),
    fallback: '90',
  }),
  publishFourEyes: setting({
    name: 'PUBLISH_FOUR_EYES',
    about:
      'Whether a version of a service is published in the console by another person than the one who prepared it: 1 or 0.',
    parse: yesOrNo,
    fallback: '0',
  }),
  filesStorage: setting({
    name: 'FILES_STORAGE',
    about:
      'Where what people send as files is kept: `disk` (`files` in the data folder), `database`, or `s3`. What was kept before stays where it is until `diwan move-files` moves it. See [files](files-and-codes.md).',
    parse: oneOf<'disk' | 'database' | 's3'>(['disk', 'database', 's3']),
    otherwise: '`s3` with `FILES_S3_ENDPOINT`; `database` with `DATABASE_URL`; else `disk`',
  }),
  filesS3Endpoint: setting({
    name: 'FILES_S3_ENDPOINT',
    about: 'A store of objects that speaks S3: its address, without the bucket.',
    parse: webAddress('https://s3.example.gov'),
    otherwise: 'no store of objects',
  }),
  filesS3Bucket: setting({
    name: 'FILES_S3_BUCKET',
    about: 'The bucket there, for the program alone and closed to everybody else.',
    parse: words,
    fallback: 'diwan',
  }),
  filesS3Region: setting({
    name: 'FILES_S3_REGION',
    about: 'The region that requests are signed for.',
    parse: words,
    fallback: 'us-east-1',
  }),
  filesS3AccessKey: setting({
    name: 'FILES_S3_ACCESS_KEY',
    about: 'The name of the key to the bucket, needed with `FILES_S3_ENDPOINT` unless a file holds it.',
    parse: words,
    secret: true,
  }),
  filesS3SecretKey: setting({
    name: 'FILES_S3_SECRET_KEY',
    about: 'The key itself.',
    parse: words,
    secret: true,
  }),
  filesS3KeyFile: setting({
    name: 'FILES_S3_KEY_FILE',
    about: 'A file that holds both instead, on a line each, and that nobody but the program may read.',
    parse: folder,
  }),
  clamdAddress: setting({
    name: 'CLAMD_ADDRESS',
    about:
      'Where ClamAV’s daemon looks for viruses in what people send: its socket, or `host:port`. It encrypts nothing: on another machine only over a network that nobody else is in. See [files](files-and-codes.md).',
    parse: scannerAddress,
    otherwise: 'nothing is scanned',
  }),
  clamdWhenAway: setting({
    name: 'CLAMD_WHEN_AWAY',
    about:
      'What becomes of files while it does not answer: `refuse` asks to try again, `quarantine` takes them and shows them to nobody until they are scanned.',
    parse: oneOf<'refuse' | 'quarantine'>(['refuse', 'quarantine']),
    fallback: 'refuse',
  }),
  uploadBytesPerClient: setting({
    name: 'UPLOAD_BYTES_PER_CLIENT',
    about:
      'Bytes of files that one client address, or one signed-in account, may have sent along with forms that are not handed in.',
    parse: integer(1, 1_000_000_000_000),
    fallback: '536870912',
  }),
  uploadBytesWaiting: setting({
    name: 'UPLOAD_BYTES_WAITING',
    about: 'Bytes of such files that are kept altogether; when they are reached, no more are taken until some go.',
    parse: integer(1, 1_000_000_000_000_000),
    fallback: '10737418240',
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    about: 'How much is logged: one of trace, debug, info, warn, error, fatal, silent.',
    parse: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    fallback: 'info',
  }),
} satisfies Record<string, Setting<unknown>>;
