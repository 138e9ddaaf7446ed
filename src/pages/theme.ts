import type { CssColor } from '@digdir/designsystemet/color';

/**
 * The main colour of an installation, chosen while the program runs: the styles are built in one colour, and a small sheet
 * after them puts the colour scale of another over it. The scale is made as the build makes it (scripts/client/theme.ts).
 */
export const themePath = (colour: string): string => `/theme/${colour.slice(1).toLowerCase()}.css`;

/** `#rrggbb`, in small letters; undefined when it is no colour. */
export const readColour = (text: string): string | undefined => {
  const colour = text.trim().toLowerCase();
  return /^#[0-9a-f]{6}$/.test(colour) ? colour : undefined;
};

export const themeSheet = async (colour: string): Promise<string> => {
  // Five hundred modules, which most installations never need.
  const { colorMetadata, generateColorScale } = await import('@digdir/designsystemet/color');
  const scale = generateColorScale(colour as CssColor, 'light');
  const values = scale.flatMap(({ name, hex }) => (name in colorMetadata ? [`--ds-color-accent-${name}:${hex}`] : []));
  return `:root{${values.join(';')}}`;
};

/** Relative luminance of a colour: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast with white, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. White words stand on the main colour. */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05);

/** What WCAG 2.2 AA asks of words (success criterion 1.4.3). */
export const leastContrast = 4.5;

/** The same hue, darkened until white words can be read on it. */
export const darkEnough = (colour: string): string => {
  let parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const written = () => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  while (contrastWithWhite(written()) < leastContrast) parts = parts.map((part) => part * 0.96);
  return written();
};
