import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { CompileContext } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import type { Field, Service } from '../service.ts';
import { suggest } from '../suggest.ts';
import type { Path } from '../yaml-source.ts';

/**
 * What of the records everybody may have as open data, and the threshold below which numbers are held back. Declared and
 * checked here, so that a column that would give somebody away is refused before anything is published.
 */
const schema = Type.Optional(
  Type.Object(
    {
      columns: Type.Array(Type.String(), {
        minItems: 1,
        uniqueItems: true,
        description:
          'The columns: a public field; a place field at a level above, as `origin.district`; or `state`, `institution`, `channel`, `submitted_on`, `closed_on`.',
      }),
      suppress_below: Type.Integer({
        minimum: 3,
        maximum: 1_000,
        description: 'Rows that stand for fewer records than this are held back.',
      }),
      every: Type.Optional(
        Type.Enum(['day', 'week', 'month'], { description: 'How often it is published; each day unless said.' }),
      ),
    },
    { additionalProperties: false, description: 'The open data set of the service.' },
  ),
);

/** What every record has, besides its answers. */
export const recordColumns = ['state', 'institution', 'channel', 'submitted_on', 'closed_on'] as const;

/** A column of a data set or a dimension of an indicator. */
export interface PublishedColumn {
  readonly name: string;
  readonly label: Text | undefined;
  /** The field it is made from; undefined: something that every record has. */
  readonly field: Field | undefined;
  /** The level of the territory to which a place is raised. */
  readonly level: string | undefined;
}

export interface PublishPart {
  readonly publish:
    | {
        readonly columns: readonly PublishedColumn[];
        readonly suppressBelow: number;
        readonly every: 'day' | 'week' | 'month';
      }
    | undefined;
}

const levels = ['governorate', 'district', 'municipality', 'village'];

/** Types whose answers are the same for many people; anything else could give one away. */
const countable: ReadonlySet<string> = new Set<string>([
  'choice',
  'choices',
  'yes-no',
  'place',
  'institution',
  'integer',
  'decimal',
  'money',
  'date',
  'calculated',
]);

/** Compiles a column that everybody may see, or reports why it may not be one. */
export const compileColumn = (
  context: CompileContext,
  { fields }: Pick<Service, 'fields'>,
  name: string,
  path: Path,
): PublishedColumn => {
  const column = { name, label: undefined, field: undefined, level: undefined };
  if (recordColumns.some((known) => known === name)) return column;
  const [fieldName = '', level] = name.split('.');
  const field = fields.get(fieldName);
  if (!field) {
    context.fault(path, `there is no column "${name}"${suggest(name, [...fields.keys(), ...recordColumns])}`);
    return column;
  }
  if (level !== undefined && (field.type !== 'place' || !levels.includes(level)))
    context.fault(path, `"${fieldName}" has no ${level}: only a place can be raised, to ${levels.join(', ')}`);
  if (field.protect !== 'public')
    context.fault(
      path,
      `"${fieldName}" is ${field.protect}: leave it out, or write "protect: public" on the field if everybody may know it`,
    );
  else if (!countable.has(field.type))
    context.fault(path, `"${fieldName}" is a ${field.type} field, which could give people away: leave it out`);
  return { name, label: field.label, field, level };
};

export const publish: Noun<Static<typeof schema>, PublishPart> = {
  schema,
  compile: (context, source, soFar) => ({
    publish: source && {
      columns: source.columns.map((name, index) => compileColumn(context, soFar, name, ['publish', 'columns', index])),
      suppressBelow: source.suppress_below,
      every: source.every ?? 'day',
    },
  }),
};
