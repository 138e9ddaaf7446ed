import { plainNumber, typedNumber } from '../numbers.ts';
import { type Inputs, singleInput } from './field-type.ts';

/** The parts that types with a number in a single input share; `decimalsIn` says how many digits may follow the sign. */
export const numberInput = <Field extends { readonly name: string }, Context>(
  decimalsIn: (field: Field, context: Context) => number,
) => ({
  owns: singleInput.owns,
  fromInputs: (inputs: Inputs, field: Field, context: Context): string | undefined => {
    const typed = singleInput.fromInputs(inputs, field);
    return typed === undefined ? undefined : plainNumber(typed, decimalsIn(field, context));
  },
  toInputs: (value: string | number, { name }: Field): Inputs => ({ [name]: typedNumber(String(value)) }),
});
