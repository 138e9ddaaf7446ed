/**
 * Browser and system in a few words ("Firefox · Android"), as far as the browser tells (RFC 9110, section 10.1.5): enough for a
 * person to know an own device again. Proper names only, alike in all languages; '' when nothing is known.
 */
export const deviceOf = (userAgent: string): string =>
  [browsers, systems].flatMap((known) => known.find(([, sign]) => sign.test(userAgent))?.[0] ?? []).join(' · ');

type Known = readonly (readonly [name: string, sign: RegExp])[];

// Each browser also names those that it is like: the more particular ones come first.
const browsers: Known = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
  ['curl', /^curl\//],
];
const systems: Known = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];
