import type { FieldPlace } from './field-type.ts';

interface Range<Value> {
  readonly min?: Value;
  readonly max?: Value;
  readonly default?: Value;
}

/** Faults for a range into which nothing fits, and for an offered answer outside it. Texts are compared as they sort. */
export const checkRange = <Value extends number | string>(
  { min, max, default: offer }: Range<Value>,
  place: Pick<FieldPlace, 'fault'>,
): void => {
  if (min !== undefined && max !== undefined && min > max)
    place.fault(['min'], `nothing is between ${min} and ${max}: write the smaller one as "min"`);
  else if (offer !== undefined && ((min !== undefined && offer < min) || (max !== undefined && offer > max)))
    place.fault(['default'], `${offer} would not be accepted: offer an answer between "min" and "max"`);
};
