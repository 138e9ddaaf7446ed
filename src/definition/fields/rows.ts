import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { Field } from '../service.ts';
import { type FieldSource, type FieldTypeDeclaration, type Protection, protections } from './field-type.ts';

const most = 10_000;
const usual = 50;

const source = Type.Object({
  fields: Type.Array(Type.Unsafe<FieldSource>(Type.Object({ name: Type.String(), type: Type.String() })), {
    minItems: 1,
    maxItems: 30,
    description:
      'The questions of one row; their conditions and checks look at the answers of the same row and at those before.',
  }),
  min: Type.Optional(
    Type.Integer({ minimum: 1, maximum: most, default: 1, description: 'The fewest rows, where there are any.' }),
  ),
  max: Type.Optional(
    Type.Integer({ minimum: 1, maximum: most, default: usual, description: 'The most rows that are accepted.' }),
  ),
});

export interface RowsSettings {
  readonly fields: readonly Field[];
  readonly min: number;
  readonly max: number;
  /** What one row is called. */
  readonly row: Text;
  /** The button that adds one, where the platform's own words will not do. */
  readonly add: Text | undefined;
}

export const rows: FieldTypeDeclaration<Static<typeof source>, RowsSettings> = {
  description: 'A small group of questions that is answered as often as needed, such as once for each employee.',
  keys: source.properties,
  // Asked for before the declaration was found right.
  celType: ({ fields }, typesOf) => ({
    rows: typesOf(Array.isArray(fields) ? fields.filter((field) => typeof field?.name === 'string') : []),
  }),
  empty: [],
  compile: ({ fields, min = 1, max = usual, ...common }, place) => {
    if (min > max) place.fault(['min'], `at least ${min} rows cannot be given when at most ${max} are accepted`);
    for (const [index, field] of fields.entries()) {
      if (field.type === 'rows')
        place.fault(
          ['fields', index, 'type'],
          `"${field.name}" would be rows within rows: ask for it in a list of its own beside this one`,
        );
    }
    const around = (common as { readonly protect?: Protection }).protect ?? 'internal';
    const most = fields.find(({ protect = 'internal' }) => protections.indexOf(protect) > protections.indexOf(around));
    // Rows go wherever the whole answer goes.
    if (most)
      place.fault(
        ['fields', fields.indexOf(most), 'protect'],
        `"${most.name}" is ${most.protect} and the rows around it are ${around}: say "protect: ${most.protect}" on the rows`,
      );
    if (fields.every(({ type }) => type === 'calculated' || type === 'note'))
      place.fault(['fields'], 'nothing is asked in a row: add a question');
    return {
      fields: place.fields(
        fields.filter(({ type }) => type !== 'rows'),
        ['fields'],
      ),
      min,
      max,
      row: place.text('row'),
      add: place.optionalText('add'),
    };
  },
};
