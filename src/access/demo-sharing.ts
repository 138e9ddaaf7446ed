import { existsSync, readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import type { Database, Queryable } from '../base/database.ts';
import { StartupError } from '../base/startup-error.ts';
import { listDemoAccounts } from './account-queries.ts';
import { decideAgreement, insertAgreement, listAgreements } from './agreement-queries.ts';
import { insertKey } from './api-key-queries.ts';
import { hashOfKey, isKey, startOfKey } from './api-key-text.ts';

/** What institutions of a demonstration share, as a file of the country declares it. */
const closed = { additionalProperties: false };
const words = Type.String({ minLength: 1 });
const some = Type.Array(words, { minItems: 1 });

const sharingSchema = Type.Object(
  {
    agreements: Type.Array(
      Type.Object(
        {
          giver: words,
          receiver: words,
          service: words,
          fields: some,
          role: words,
          needs_consent: Type.Optional(words),
          purpose: Type.Object({ ar: words, fr: words, en: words }, closed),
          legal_basis: words,
          proposed_by: words,
          accepted_by: words,
        },
        closed,
      ),
    ),
    keys: Type.Array(
      Type.Object(
        { name: words, institution: words, role: words, services: some, per_minute: Type.Integer(), key: words },
        closed,
      ),
    ),
  },
  closed,
);
export type DemoSharing = Static<typeof sharingSchema>;

const validator = Compile(sharingSchema);

/** Reads the file, where the country has one; says what to put right when it cannot be used. */
export const loadDemoSharing = (path: string): DemoSharing => {
  if (!existsSync(path)) return { agreements: [], keys: [] };
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new StartupError(`${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
  if (!validator.Check(content)) {
    const [first] = validator.Errors(content);
    throw new StartupError(
      `${path} is not right at ${first?.instancePath || 'its top'}: ${first?.message ?? 'unknown'}.`,
    );
  }
  const wrong = content.keys.find(({ key }) => !isKey(key));
  if (wrong) throw new StartupError(`${path} is not right: the key of "${wrong.name}" is none, its checksum differs.`);
  return content;
};

const dayLength = 86_400_000;
const year = 365 * dayLength;

/** Makes what is missing. Something that was ended stays ended: it is made once. */
export const ensureDemoSharing = async (
  database: Database,
  { agreements, keys }: DemoSharing,
  now: Date,
): Promise<void> => {
  const [accounts, present] = await Promise.all([database.run(listDemoAccounts), database.run(listAgreements)]);
  const idOf = (email: string) => accounts.find((account) => account.email === email)?.id;
  for (const agreement of agreements) {
    const [proposer, decider] = [idOf(agreement.proposed_by), idOf(agreement.accepted_by)];
    const isThere = present.some(
      ({ giver, receiver, service }) =>
        giver === agreement.giver && receiver === agreement.receiver && service === agreement.service,
    );
    if (!isThere && proposer !== undefined && decider !== undefined)
      await database.transaction((transaction) => agree(transaction, agreement, { proposer, decider, now }));
  }
  for (const { name, institution, role, services, per_minute: perMinute, key } of keys) {
    const until = new Date(+now + year);
    const scope = [name, institution, role, services, perMinute];
    await database.run(insertKey, [...scope, startOfKey(key), hashOfKey(key), until, null, null, true]);
  }
};

const agree = async (
  queryable: Queryable,
  {
    giver,
    receiver,
    service,
    fields,
    role,
    purpose,
    legal_basis: basis,
    needs_consent: needed,
  }: DemoSharing['agreements'][number],
  { proposer, decider, now }: { readonly proposer: string; readonly decider: string; readonly now: Date },
): Promise<void> => {
  const terms = [giver, receiver, service, fields, role, purpose, basis, needed ?? null];
  const [from, until] = [new Date(+now - dayLength), new Date(+now + year)];
  const [row] = await queryable.run(insertAgreement, [...terms, from, until, 'receiver', proposer]);
  if (row) await queryable.run(decideAgreement, [row.id, true, decider]);
};
