import { readFile } from 'node:fs/promises';
import { inProject } from '../../src/base/paths.ts';
import subsetFont from 'subset-font';

/**
 * Readex Pro (SIL Open Font License 1.1) cut to what pages show, weights 400 to 700. Browsers fetch a file when a page
 * holds a character of its range: an Arabic page needs the Arabic file and, for digits and codes, a small Latin one;
 * a French or English page needs a single Latin file with the accents in it, so that accented pairs are kerned, and
 * the seven letters of "العربية" for the language link.
 */
export interface Face {
  readonly name: FaceName;
  readonly ranges: readonly (readonly [first: number, last: number])[];
  readonly file: Buffer;
}

const punctuation = [
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
] as const;

/** What Arabic pages hold besides Arabic: ASCII, « », ·, and the cedilla of the language link "Français". */
const asciiRanges = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xab, 0xab],
  [0xb7, 0xb7],
  [0xbb, 0xbb],
  [0xe7, 0xe7],
  ...punctuation,
] as const;
const accentRanges = [
  [0xa1, 0xaa],
  [0xac, 0xb6],
  [0xb8, 0xba],
  [0xbc, 0xe6],
  [0xe8, 0xff],
  [0x152, 0x153],
  [0x178, 0x178],
  [0x20ac, 0x20ac],
  [0x202f, 0x202f],
] as const;

const plan = [
  {
    name: 'readex-arabic',
    source: 'arabic',
    ranges: [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0x200c, 0x200f],
    ],
  },
  { name: 'readex-ascii', source: 'latin', ranges: asciiRanges },
  { name: 'readex-accents', source: 'latin', ranges: accentRanges },
  {
    name: 'readex-word',
    weight: 400,
    source: 'arabic',
    ranges: [0x627, 0x628, 0x629, 0x631, 0x639, 0x644, 0x64a].map((code) => [code, code] as const),
  },
  { name: 'readex-latin', source: 'latin', ranges: [...asciiRanges, ...accentRanges] },
] as const;

export type FaceName = (typeof plan)[number]['name'];

/** The faces named by the style sheet of a writing direction. */
export const facesOf: Readonly<Record<'rtl' | 'ltr', readonly FaceName[]>> = {
  rtl: ['readex-arabic', 'readex-ascii', 'readex-accents'],
  ltr: ['readex-latin', 'readex-arabic', 'readex-word'],
};

/** Those that every page of a direction needs: Arabic pages show digits and Latin letters as well. */
export const firstFacesOf: Readonly<Record<'rtl' | 'ltr', readonly FaceName[]>> = {
  rtl: ['readex-arabic', 'readex-ascii'],
  ltr: ['readex-latin'],
};

export const makeFaces = (): Promise<Face[]> =>
  Promise.all(
    plan.map(async ({ name, source, ranges, ...rest }) => {
      const path = inProject(
        'node_modules/@fontsource-variable/readex-pro/files',
        `readex-pro-${source}-wght-normal.woff2`,
      );
      const file = await subsetFont(await readFile(path), charactersOf(ranges), {
        targetFormat: 'woff2',
        variationAxes: { wght: 'weight' in rest ? rest.weight : { min: 400, max: 700, default: 400 } },
      });
      return { name, ranges, file };
    }),
  );

const charactersOf = (ranges: Face['ranges']): string =>
  ranges
    .map(([first, last]) =>
      String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, offset) => first + offset)),
    )
    .join('');

const hex = (code: number): string => code.toString(16).toUpperCase();

/** `optional`: the text is there at once in a system font, and never jumps; the next page has the file in its cache. */
export const faceCss = (face: Face, url: string): string =>
  `@font-face{font-family:"Readex ${face.name === 'readex-word' ? 'Word' : 'Pro'}";font-weight:400 700;font-display:optional;src:url(${url}) format("woff2");unicode-range:${face.ranges
    .map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`)
    .join(',')}}`;
