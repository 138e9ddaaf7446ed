import { type Static, type TSchema, Type } from 'typebox';
import type { CelType } from '../expressions.ts';

/**
 * The declarative half of each type of field: which keys it takes and what it is in an expression. How it is read and
 * shown is in `form/fields/` and `pages/fields/` under the same name.
 */
export interface FieldTypeDeclaration {
  readonly description: string;
  readonly celType: CelType;
  /** What an unanswered field of this type is in an expression; types without one skip the expression instead. */
  readonly empty?: unknown;
  readonly keys: Readonly<Record<string, TSchema>>;
}

const maxLength = (fallback: number) =>
  Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 20_000,
      default: fallback,
      description: 'Longest answer accepted, in characters.',
    }),
  );

export const fieldTypes = {
  text: { description: 'One line of text.', celType: 'string', empty: '', keys: { max: maxLength(200) } },
  'long-text': { description: 'Several lines of text.', celType: 'string', empty: '', keys: { max: maxLength(4_000) } },
  phone: { description: 'A telephone number, kept in international form.', celType: 'string', empty: '', keys: {} },
  choice: {
    description: 'One of a few options.',
    celType: 'string',
    empty: '',
    keys: {
      options: Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9_-]*$' }), {
        minItems: 2,
        maxItems: 500,
        uniqueItems: true,
        description: 'The options, by a short name each; their words stand in the texts files.',
      }),
    },
  },
  place: {
    description: 'A place of the territory, kept as its code.',
    celType: 'string',
    empty: '',
    keys: {
      level: Type.Enum(['governorate', 'district', 'municipality', 'village'], {
        description: 'Which level of the territory is asked for.',
      }),
    },
  },
  datetime: {
    description: "A day and a time of day in the country's time zone, kept as an instant.",
    celType: 'timestamp',
    keys: {
      default: Type.Optional(
        Type.Enum(['now', 'today'], {
          description: 'What is offered as the answer: the present day and time, or the present day alone.',
        }),
      ),
    },
  },
} as const satisfies Record<string, FieldTypeDeclaration>;

export type FieldTypeName = keyof typeof fieldTypes;
export const fieldTypeNames = Object.keys(fieldTypes) as FieldTypeName[];

export const protections = ['public', 'internal', 'personal', 'sensitive'] as const;
export type Protection = (typeof protections)[number];

/** Keys that every field takes. */
export const commonFieldKeys = {
  name: Type.String({
    pattern: '^[a-z][a-z0-9_]*$',
    maxLength: 60,
    description: 'The name of the answer in data and expressions.',
  }),
  type: Type.Enum(fieldTypeNames, { description: 'What kind of answer is asked for.' }),
  required: Type.Optional(Type.Boolean({ description: 'Whether the field must be answered when it is shown.' })),
  show: Type.Optional(Type.String({ description: 'Expression: the field is asked only when it holds.' })),
  check: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), Type.String(), {
      description: 'Named expressions that must hold; the words shown when one does not stand in the texts files.',
    }),
  ),
  protect: Type.Optional(
    Type.Enum(protections, { description: 'How far the answer may go: public, internal, personal or sensitive.' }),
  ),
};

export const fieldSchema = Type.Object(
  {
    ...commonFieldKeys,
    ...Object.assign(
      {},
      ...Object.values(fieldTypes).map(({ keys }) =>
        Object.fromEntries(Object.entries(keys).map(([key, schema]) => [key, Type.Optional(schema)])),
      ),
    ),
  } as typeof commonFieldKeys,
  { additionalProperties: false, description: 'One question.' },
);
export type FieldSource = Static<typeof fieldSchema> & {
  readonly max?: number;
  readonly options?: readonly string[];
  readonly level?: string;
  readonly default?: 'now' | 'today';
};
