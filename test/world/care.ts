import { statement } from '../../src/base/database.ts';
import type { Database } from '../../src/base/database.ts';
import { withTexts } from './declared.ts';

/** A small service about people's health, invented for tests: nearly all that it asks is sensitive, the telephone number too. */
const declaration = `service: care
kind: case
owner: interior-ministry
reference: CA
applicant: { name: who, phone: phone }
keep_months: 12
form:
  - page: person
    fields:
      - { name: who, type: text, required: true, protect: personal }
      - { name: phone, type: phone, protect: sensitive }
      - { name: town, type: text, protect: internal }
      - { name: until, type: date, protect: internal }
  - page: health
    fields:
      - { name: illness, type: text, required: true, protect: sensitive }
      - { name: positive, type: yes-no, protect: sensitive }
      - { name: paper, type: files, types: [pdf], protect: sensitive }
      - { name: family, type: rows, max: 5, protect: sensitive, fields: [{ name: name, type: text, protect: sensitive }] }
counts:
  same_phone: { same: [phone], in: [submitted] }
states: { submitted: open, asked: waiting, done: closed }
actions:
  correct: { from: submitted, by: nurse, edit: [illness, town] }
  suggest: { from: submitted, by: nurse, propose: [illness] }
  note:
    from: [submitted, done]
    by: nurse
    fields: [{ name: finding, type: text, protect: sensitive }, { name: remark, type: text, protect: personal }]
  ask: { from: submitted, to: asked, by: nurse }
  answer: { from: asked, to: submitted, by: applicant }
  finish: { from: submitted, to: done, by: nurse, issue: proof }
  contest: { from: done, to: submitted, by: applicant, when: "today() <= until" }
  forget: { from: done, by: nurse, erase: true }
documents:
  proof: { claims: [who] }
route: [{ to: owner }]
oversight: inspector
messages: [submitted, done]
`;

export const careFiles = withTexts(declaration);

export const careData = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  who: 'Leila Haddad',
  phone: '03 765 432',
  town: 'Saida',
  illness: 'Tuberculosis',
  positive: true,
  family: [{ name: 'Karim Haddad' }],
  ...changes,
});

/** What nobody may find in the database, as it is typed and as it is kept. */
export const careSecrets = ['Tuberculosis', 'Karim', '765 432', '3765432'];

const tables = statement<{ name: string }>(
  'test/tables',
  `select table_name as name from information_schema.tables
   where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
);

/** All that stands in the database, as who steals it has it: every row of every table as text, bytes as they are. */
export const dumpOf = async (owner: Database): Promise<ReadonlyMap<string, string>> => {
  const dump = new Map<string, string>();
  for (const { name } of await owner.run(tables)) {
    const { rows } = await owner.pool.query<Record<string, unknown>>(`select * from "${name}"`);
    dump.set(
      name,
      rows
        .map((row) =>
          Object.values(row)
            .map((value) =>
              Buffer.isBuffer(value)
                ? `${value.toString('latin1')} ${value.toString('hex')}`
                : typeof value === 'object'
                  ? JSON.stringify(value)
                  : String(value),
            )
            .join(' '),
        )
        .join('\n'),
    );
  }
  return dump;
};

/** The tables in which one of these words stands. */
export const tablesWith = async (owner: Database, words: readonly string[]): Promise<readonly string[]> =>
  [...(await dumpOf(owner))].flatMap(([name, text]) => (words.some((word) => text.includes(word)) ? [name] : []));
