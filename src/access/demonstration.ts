import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { locales, type Text } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import { StartupError } from '../base/startup-error.ts';

/** The people of a demonstration, as a file of the country declares them: who they are and what they may do. */
const closed = { additionalProperties: false };
const words = Type.String({ minLength: 1 });

const demonstrationSchema = Type.Object(
  {
    password: Type.String({ minLength: 12 }),
    accounts: Type.Array(
      Type.Object(
        {
          email: Type.String({ pattern: '^[a-z0-9.-]+@[a-z0-9.-]+$' }),
          name: words,
          name_latin: words,
          /** Key of an authenticator app in base32, to show how accounts with a second factor sign in. */
          totp: Type.Optional(Type.String({ pattern: '^[A-Z2-7]{32}$' })),
          /** Days before and after the first start in which the person is away, and who gets the open work meanwhile. */
          away: Type.Optional(
            Type.Object(
              {
                since: Type.Integer({ minimum: 0 }),
                until: Type.Integer({ minimum: 1 }),
                deputy: Type.Optional(words),
              },
              closed,
            ),
          ),
          purpose: Type.Object({ ar: words, fr: words, en: words }, closed),
          grants: Type.Array(
            Type.Object(
              { role: words, institution: words, services: Type.Optional(Type.Array(words, { minItems: 1 })) },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);

export type Demonstration = Static<typeof demonstrationSchema>;

const validator = Compile(demonstrationSchema);

/**
 * The demonstration with somebody for each role that a service names and nobody holds yet, at the institution that
 * answers for the service, or is asked to do what the role answers: a service that was just added can be tried at once.
 */
export const withRolesOf = (demonstration: Demonstration, services: Iterable<Service>): Demonstration => {
  const accounts = [...demonstration.accounts];
  const isHeld = (role: string, service: string): boolean =>
    accounts.some(({ grants }) =>
      grants.some((grant) => grant.role === role && (grant.services === undefined || grant.services.includes(service))),
    );
  for (const service of services) {
    const { id, roles, texts } = service;
    for (const [role, name] of roles) {
      if (isHeld(role, id)) continue;
      const purpose = Object.fromEntries(locales.map((locale) => [locale, `${name[locale]} · ${texts.title[locale]}`]));
      accounts.push({
        email: `${role}@demo.diwan`,
        name: name.ar,
        name_latin: name.en,
        purpose: purpose as Text,
        grants: [{ role, institution: whereFor(service, role) }],
      });
    }
  }
  return { ...demonstration, accounts };
};

const whereFor = ({ owner, tasks, actions }: Service, role: string): string => {
  const answered = [...tasks.values()].filter(({ name }) => actions.get(name)?.by.includes(role));
  const asked = answered.flatMap(({ to }) =>
    to.flatMap((rule) => ('institution' in rule.to ? rule.to.institution : [])),
  );
  return asked[0] ?? owner;
};

/** The accounts by the service for which each works first; those of the platform as a whole, without a title, come last. */
export const accountsByService = (
  { accounts }: Demonstration,
  services: readonly Service[],
): readonly { readonly title: Text | undefined; readonly accounts: Demonstration['accounts'] }[] => {
  const serviceOf = ({ grants }: Demonstration['accounts'][number]) =>
    services.find(({ roles }) => grants.some(({ role }) => roles.has(role)));
  return [...services, undefined].flatMap((service) => {
    const own = accounts.filter((account) => serviceOf(account) === service);
    return own.length > 0 ? [{ title: service?.texts.title, accounts: own }] : [];
  });
};

/** Reads the file; says what to put right when it cannot be used. */
export const loadDemonstration = (path: string): Demonstration => {
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new StartupError(`${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
  if (validator.Check(content)) return content;
  const [first] = validator.Errors(content);
  throw new StartupError(
    `${path} is not right at ${first?.instancePath || 'its top'}: ${first?.message ?? 'unknown'}.`,
  );
};
