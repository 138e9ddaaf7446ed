import { type Static, Type } from 'typebox';
import type { CelScalar, Expression } from '../expressions.ts';
import { expression } from '../schema-words.ts';
import type { Field } from '../service.ts';
import { checkTakenFrom, type TakenFrom, takenFromSchema } from './taken-from.ts';
import { checkCurrency, currencyKey } from './money.ts';
import { type FieldTypeDeclaration, refuseRequired } from './field-type.ts';

/** What the value of a calculated answer is in an expression. */
const given = {
  text: 'string',
  integer: 'int',
  decimal: 'double',
  money: 'double',
  'yes-no': 'bool',
  date: 'timestamp',
} as const satisfies Record<string, CelScalar>;
export type Gives = keyof typeof given;

const source = Type.Object({
  ...currencyKey,
  of: Type.Optional(expression('What it follows from: an expression over the answers before it.')),
  from: Type.Optional(
    takenFromSchema('What it is taken from, in place of `of`: as it stands in that record when the form is sent.'),
  ),
  gives: Type.Enum(Object.keys(given) as Gives[], { description: 'What kind of answer it gives.' }),
  decimals: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10, default: 2, description: 'To how many digits a decimal is rounded.' }),
  ),
});

export interface CalculatedSettings {
  /** Undefined: it is taken from a record. */
  readonly of: Expression | undefined;
  readonly from: TakenFrom | undefined;
  readonly gives: Gives;
  readonly decimals: number;
  /** Of an amount; undefined: the country's. */
  readonly currency: string | undefined;
  readonly timeZone: string;
}

/** Names of the answers before it that it hangs on. */
export const calculatedFrom = ({ of, from }: Pick<CalculatedSettings, 'of' | 'from'>): readonly string[] =>
  of?.uses ?? (from ? [from.record] : []);

const takes = (gives: Gives, field: Field): string | undefined => {
  const kind = field.type === 'calculated' ? field.gives : field.type;
  if (kind === gives) return undefined;
  return kind in given
    ? `"${field.name}" gives ${kind}, not ${gives}: write "gives: ${kind}"`
    : `"${field.name}" is a ${kind} field: take one of type ${Object.keys(given).join(', ')}`;
};

export const calculated: FieldTypeDeclaration<Static<typeof source>, CalculatedSettings> = {
  description: 'An answer that follows from earlier ones: it is shown, not asked, and what is sent for it is ignored.',
  keys: source.properties,
  // Asked for before the declaration was found right.
  celType: ({ gives }) => given[gives] ?? 'string',
  appearances: ['hidden'],
  compile: (source, place) => {
    refuseRequired(source, place, 'the answer is worked out, not asked for');
    const { of, from, gives, decimals = 2, currency } = source;
    checkCurrency(currency, place);
    if ((of === undefined) === (from === undefined))
      place.fault([], 'it follows either from an expression or from a record: write "of", or "from"');
    if (from) checkTakenFrom('from', from, place, (field) => takes(gives, field));
    return {
      of: of === undefined ? undefined : place.expression(['of'], of, given[gives]),
      from,
      gives,
      decimals,
      currency,
      timeZone: place.timeZone,
    };
  },
};
