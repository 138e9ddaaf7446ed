import { say, type Locale } from '../../base/texts.ts';
import type { FieldOf } from '../../definition/service.ts';
import { formWords } from '../form-texts.ts';
import { type FieldType, singleInput } from './field-type.ts';

/** Kept as true and false. On pages it is a choice of two, so that no answer is something else than a no. */
export const yesNo: FieldType<'yes-no', boolean> = {
  missing: 'required-choice',
  owns: singleInput.owns,
  offered: ({ offer }) => offer,
  read: (sent) => {
    if (typeof sent === 'boolean') return { value: sent };
    if (sent === 'yes') return { value: true };
    return sent === 'no' ? { value: false } : { fault: 'not-yes-or-no' };
  },
  fromInputs: singleInput.fromInputs,
  toInputs: (value, { name }) => ({ [name]: value ? 'yes' : 'no' }),
  toExpression: (value) => value,
  say: (value, field, locale) => sayYesNo(value, field, locale),
  searched: (value) => ({ codes: [String(value)] }),
  jsonSchema: () => ({ type: 'boolean' }),
};

export const sayYesNo = (
  value: boolean,
  { yes, no }: Partial<Pick<FieldOf<'yes-no'>, 'yes' | 'no'>>,
  locale: Locale,
): string => (value ? (yes?.[locale] ?? say(locale, formWords.yes)) : (no?.[locale] ?? say(locale, formWords.no)));
