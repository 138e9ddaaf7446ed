import { type Static, Type } from 'typebox';
import type { CelScalar, Expression } from '../expressions.ts';
import { expression } from '../schema-words.ts';
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
  of: expression('What it follows from: an expression over the answers before it.'),
  gives: Type.Enum(Object.keys(given) as Gives[], { description: 'What kind of answer it gives.' }),
  decimals: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10, default: 2, description: 'To how many digits a decimal is rounded.' }),
  ),
});

export interface CalculatedSettings {
  readonly of: Expression;
  readonly gives: Gives;
  readonly decimals: number;
  /** Of an amount; undefined: the country's. */
  readonly currency: string | undefined;
  readonly timeZone: string;
}

export const calculated: FieldTypeDeclaration<Static<typeof source>, CalculatedSettings> = {
  description: 'An answer that follows from earlier ones: it is shown, not asked, and what is sent for it is ignored.',
  keys: source.properties,
  // Asked for before the declaration was found right.
  celType: ({ gives }) => given[gives] ?? 'string',
  appearances: ['hidden'],
  compile: (source, place) => {
    refuseRequired(source, place, 'the answer is worked out, not asked for');
    const { of, gives, decimals = 2, currency } = source;
    checkCurrency(currency, place);
    return { of: place.expression(['of'], of, given[gives]), gives, decimals, currency, timeZone: place.timeZone };
  },
};
