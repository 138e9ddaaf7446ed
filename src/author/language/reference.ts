import { commonFieldKeys, type FieldTypeDeclaration } from '../../definition/fields/field-type.ts';
import { expressionFunctions } from '../../definition/expression-functions.ts';
import { fieldSchemaOf } from '../../definition/compile-fields.ts';
import { fieldTypeNames, fieldTypes } from '../../definition/fields/all.ts';
import { serviceSchema } from '../../definition/service-schema.ts';
import { storySchemas } from '../../definition/stories.ts';
import { type Key, keysOf } from './keys.ts';

const made = '<!-- Made from the schemas by `npm run diwan -- reference --write`. -->';

const rowOf = ({ name, required, description, takes }: Key, depth: number): string => {
  const indent = depth > 0 ? `${'&emsp;'.repeat(depth)}` : '';
  return `| ${indent}\`${name}\`${required ? ' *' : ''} | ${takes.replaceAll('|', '\\|')} | ${(description ?? '').replaceAll('|', '\\|')} |`;
};

const rowsOf = (keys: readonly Key[], depth = 0): readonly string[] =>
  keys.flatMap((key) => [rowOf(key, depth), ...rowsOf(key.keys, depth + 1)]);

const table = (keys: readonly Key[]): string =>
  keys.length === 0
    ? 'It takes no keys of its own.'
    : ['| key (* needed) | takes | |', '| --- | --- | --- |', ...rowsOf(keys)].join('\n');

/** Every key of `service.yaml`, by its place; those of fields are on a page of their own. */
export const serviceKeys = (): readonly Key[] => keysOf(serviceSchema);

const actionKeys = (): readonly Key[] =>
  serviceKeys()
    .find(({ name }) => name === 'actions')
    ?.keys.find(({ name }) => name === '<name>')?.keys ?? [];

const own = (keys: readonly Key[]): readonly Key[] => keys.filter(({ name }) => !Object.hasOwn(commonFieldKeys, name));

const celTypeWords = (type: FieldTypeDeclaration['celType']): string =>
  typeof type === 'function'
    ? 'depends on its keys'
    : typeof type === 'object'
      ? 'a list of rows, each with the answers in it by name'
      : `\`${type}\``;

const fieldSections = (): readonly string[] =>
  fieldTypeNames.flatMap((type) => {
    const { description, celType, empty, texts, appearances } = fieldTypes[type] as unknown as FieldTypeDeclaration;
    return [
      `## ${type}`,
      '',
      description,
      '',
      celType === undefined
        ? 'It has no answer, so that expressions know nothing of it.'
        : `In expressions: ${celTypeWords(celType)}${empty === undefined ? '; an expression that looks at it does not hold while it is unanswered' : `; \`${typeof empty === 'bigint' ? String(empty) : JSON.stringify(empty)}\` while it is unanswered`}.`,
      ...Object.entries(texts ?? {}).flatMap(([name, sentence]) => ['', `Text \`${name}\`: ${sentence}`]),
      ...(appearances ? ['', `Appearances: ${appearances.map((each) => `\`${each}\``).join(', ')}.`] : []),
      '',
      table(own(keysOf(fieldSchemaOf(type)))),
      '',
    ];
  });

const page = (title: string, ...lines: readonly string[]): string =>
  `${[made, '', `# ${title}`, '', ...lines].join('\n').trimEnd()}\n`;

/** File name below `docs/reference/` → its text. */
export const referencePages = (): Readonly<Record<string, string>> => ({
  'README.md': page(
    'The language of declarations',
    'Every key that a declaration may hold, made from the schemas that declarations are checked with.',
    '',
    '- [`service.yaml`](service.md): the service, its form, states, rules, deadlines, documents, messages.',
    '- [Actions](actions.md): what may be done to a record, and what that brings about.',
    '- [Fields](fields.md): every type of question.',
    '- [Expressions](expressions.md): what conditions, checks, rules and calculated answers are written in.',
    '- [`samples.yaml` and `journeys.yaml`](stories.md): sample records, and what must work.',
    '',
    'How to begin: [Add a service](../add-a-service.md). How to have it checked: [Check a service](../check-a-service.md).',
    'Editors complete and explain the keys with the schemas in [docs/schemas](../schemas).',
  ),
  'service.md': page(
    'service.yaml',
    ...serviceKeys().flatMap((key) => [
      `## ${key.name}`,
      '',
      `${key.description ?? ''}${key.required ? ' Needed.' : ''}`,
      '',
      `Takes: ${key.takes}.`,
      '',
      ...(key.name === 'actions'
        ? ['The keys of an action: [Actions](actions.md).', '']
        : key.keys.length > 0
          ? [table(key.keys), '']
          : []),
    ]),
  ),
  'actions.md': page('Actions', 'The keys of an action in `actions:`.', '', table(actionKeys())),
  'fields.md': page(
    'Fields',
    'Every field takes these keys:',
    '',
    table(
      keysOf({
        type: 'object',
        properties: commonFieldKeys,
        required: ['name', 'type'],
      }),
    ),
    '',
    ...fieldSections(),
  ),
  'expressions.md': page(
    'Expressions',
    'Conditions, checks, rules and calculated answers are expressions of [CEL](https://cel.dev) over the answers by name.',
    'They are checked when the declaration is: a name that does not exist, two kinds that cannot be compared, and whatever',
    'could fail for some answer are refused with what to write instead.',
    '',
    '- Numbers are `int` (whole) or `double`, and mix freely: `people * 1.5`. Division takes a number that is written out, or `ratio`.',
    '- Dates and instants are `timestamp`; a date is the beginning of its day in the country\'s zone: `birth < today()`, `start >= date("2026-01-01")`.',
    '- Spans are written `duration("90m")` or `duration("48h")`: `back_at - leave_at <= duration("12h")`.',
    '- Lists: `size(rows)`, `rows.all(r, r.age >= 18)`, `rows.exists(…)`, `rows.filter(…)`, `rows.map(r, r.wage)`, `x in ["a", "b"]`; `has(r.wage)` asks whether a row has an answer.',
    '- Text: `+`, `text.contains("…")`, `text.startsWith("…")`, `text.endsWith("…")`, `list.join(", ")`, `string(number)`.',
    '- `channel` is the way by which a record comes in, known to every question and rule: `channel != "call-centre"` keeps a question out of the short form for the telephone.',
    '- Cases: `when ? this : that`. Conditions: `&&`, `||`, `!`, `==`, `!=`, `<`, `<=`, `>`, `>=`.',
    '',
    '## Functions',
    '',
    'None of these fails, whatever it is given.',
    '',
    '| function | gives | |',
    '| --- | --- | --- |',
    ...expressionFunctions({ now: () => new Date(0), timeZone: 'UTC' }).map(({ signature, description }) => {
      const [call = '', gives = ''] = signature.split(': ');
      return `| \`${call}\` | \`${gives}\` | ${description} |`;
    }),
  ),
  'stories.md': page(
    'Stories',
    '## samples.yaml',
    '',
    table(keysOf(storySchemas.samples)),
    '',
    '## journeys.yaml',
    '',
    table(keysOf(storySchemas.journeys)),
  ),
});
