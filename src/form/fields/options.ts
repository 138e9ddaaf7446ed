import type { Text } from '../../base/texts.ts';
import type { OptionSettings } from '../../definition/fields/options.ts';
import { liesWithin, type World } from '../world.ts';
import type { Given } from './field-type.ts';

/** The earlier answers that narrow the options; those that are not there narrow nothing. */
const limitsOf = ({ where = [] }: OptionSettings, given: Given) =>
  where.flatMap((filter) => {
    const value = given[filter.field];
    return value === undefined || value === '' ? [] : [{ ...filter, value: String(value) }];
  });

/** Which options these answers leave. */
export const offeredBy = (field: OptionSettings, given: Given, world: World): ((option: string) => boolean) => {
  const limits = limitsOf(field, given);
  if (limits.length === 0) return (option) => field.options.has(option);
  return (option) => {
    const cells = field.cells?.get(option);
    return (
      cells !== undefined &&
      limits.every(({ column, value, isPlace }) => {
        const cell = cells[column] ?? '';
        return cell === value || (isPlace && (liesWithin(world, value, cell) || liesWithin(world, cell, value)));
      })
    );
  };
};

/** Options of earlier versions are not among these: their words are with the version that had them. */
export const sayOption = ({ options }: { readonly options: ReadonlyMap<string, Text> }, option: string): Text =>
  options.get(option) ?? { ar: option, fr: option, en: option };

const mostListed = 500;

/** JSON Schema of one option; a long list is described, not repeated. */
export const optionSchema = ({ options }: OptionSettings): Readonly<Record<string, unknown>> =>
  options.size <= mostListed
    ? { enum: [...options.keys()] }
    : { type: 'string', description: 'A value of the list, see the options of this field' };
