import type { Place } from '../territory/place.ts';

/** What reading an answer depends on besides the answer itself. */
export interface World {
  readonly now: Date;
  /** IANA name of the zone in which days and hours are entered and shown. */
  readonly timeZone: string;
  /** ISO 4217 code of the country's currency, for amounts whose question names none. */
  readonly currency: string;
  readonly findPlace: (code: string) => Place | undefined;
  /** The number in E.164 form, or undefined when it is not a telephone number. */
  readonly readPhone: (text: string) => string | undefined;
}
