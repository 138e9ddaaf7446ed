import type { Institution, Place } from '../territory/place.ts';

/** What reading an answer depends on besides the answer itself. */
export interface World {
  readonly now: Date;
  /** IANA name of the zone in which days and hours are entered and shown. */
  readonly timeZone: string;
  /** ISO 4217 code of the country's currency, for amounts whose question names none. */
  readonly currency: string;
  readonly findPlace: (code: string) => Place | undefined;
  readonly findInstitution: (code: string) => Institution | undefined;
  /** The number in E.164 form, or undefined when it is not a telephone number. */
  readonly readPhone: (text: string) => string | undefined;
}

/** Whether a place is another one or lies in it. */
export const liesWithin = ({ findPlace }: Pick<World, 'findPlace'>, place: string, around: string): boolean => {
  for (let at = findPlace(place); at; at = at.parent === undefined ? undefined : findPlace(at.parent))
    if (at.code === around) return true;
  return false;
};
