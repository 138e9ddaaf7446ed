import type { Locale, Text } from '../../base/texts.ts';
import type { Assets } from '../assets.ts';

/** What every page of one portal shows: the country's own words, from its settings. */
export interface Portal {
  /** The name of the portal: "Government services portal". */
  readonly name: Text;
  /** The state or body that stands behind it: "Lebanese Republic". */
  readonly owner: Text;
  /** Address of the country's logo, drawn on the country's colour; without one, the portal's own emblem. */
  readonly logo?: string | undefined;
  /** Those offered, the default one first; all three where nothing else is said. */
  readonly languages?: readonly Locale[] | undefined;
  /** The main colour, as #rrggbb, and the address of a sheet that puts it over the one the styles were built in. */
  readonly colour?: string | undefined;
  readonly theme?: string | undefined;
  readonly footer: readonly { readonly href: string; readonly label: Text }[];
  /** Names and documents are fictitious, and each page says so. */
  readonly isDemo: boolean;
}

/** Who is signed in, and where this person may go. */
export interface StaffBar {
  readonly items: readonly {
    readonly href: string;
    readonly label: string;
    readonly isCurrent?: boolean | undefined;
    readonly count?: number | undefined;
  }[];
  /** Where what concerns this person stands, in words, with how much of it is unread. */
  /** The bell; `stream` is where open pages hear that its number has changed. */
  readonly news: { readonly href: string; readonly stream: string; readonly label: string; readonly unread: string };
  readonly personName: string;
  readonly institutionName: string;
  /** Where the sign-out button posts, and the token that protects it from other sites. */
  readonly signOutAction: string;
  readonly csrfToken: string;
}

/** What a page needs to know of the request it answers. */
export interface PageContext {
  readonly locale: Locale;
  /** Path and query, kept by the language links. */
  readonly url: string;
  readonly portal: Portal;
  readonly assets: Assets;
  readonly staff?: StaffBar | undefined;
}
