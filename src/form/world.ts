import type { RecordSettings } from '../definition/fields/record.ts';
import type { Service } from '../definition/service.ts';
import type { Boundaries } from '../territory/boundaries.ts';
import type { Institution, Place } from '../territory/place.ts';
import type { Answers } from './fields/field-type.ts';

/** What is known of a record that an answer names. */
export interface ReferredRecord {
  readonly reference: string;
  /** The version that it is pinned to. */
  readonly service: Service;
  readonly state: string;
  readonly answers: Answers;
}

/** A civil servant who fills in a form: the name of the account, and the institution of the post. */
export interface Filler {
  readonly name: { readonly ar: string; readonly latin: string };
  readonly institution: string | undefined;
}

/** What reading an answer depends on besides the answer itself. */
export interface World {
  readonly now: Date;
  /** IANA name of the zone in which days and hours are entered and shown. */
  readonly timeZone: string;
  /** Who fills in the form, where that is known: a civil servant with a post. */
  readonly filler?: Filler;
  /** ISO 4217 code of the country's currency, for amounts whose question names none. */
  readonly currency: string;
  readonly findPlace: (code: string) => Place | undefined;
  /** In which place a point lies, and whether in the country at all. */
  readonly boundaries?: Pick<Boundaries, 'placeAt' | 'isInside'>;
  readonly findInstitution: (code: string) => Institution | undefined;
  /** A record by its reference, in any spelling, as it was when it was last looked up. */
  readonly findRecord?: (reference: string) => ReferredRecord | undefined;
  /** What a search for records found when it was last made; undefined: it was not made. */
  readonly foundRecords?: (among: RecordSettings, q: string) => readonly ReferredRecord[] | undefined;
  /** The number in E.164 form, or undefined when it is not a telephone number. */
  readonly readPhone: (text: string) => string | undefined;
}

/** Whether a place is another one or lies in it. */
export const liesWithin = ({ findPlace }: Pick<World, 'findPlace'>, place: string, around: string): boolean => {
  for (let at = findPlace(place); at; at = at.parent === undefined ? undefined : findPlace(at.parent))
    if (at.code === around) return true;
  return false;
};
