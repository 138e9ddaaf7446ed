import { expect, test } from 'vitest';
import { codeFormats } from '../definition/fields/code.ts';
import { codeText } from './code-text.ts';

test.each([
  ['upc-a', '036000291452', '036000291452'],
  ['upc-a', '0036000291452', '036000291452'],
  ['ean-13', '0036000291452', '036000291452'],
  ['ean-13', '5901234123457', '5901234123457'],
  ['ean-8', '96385074', '96385074'],
  ['code-128', '0036000291452', '0036000291452'],
  // The same number, short as one reader gives it and written out as another does.
  ['upc-e', '01234565', '012345000065'],
  ['upc-e', '0012345000065', '012345000065'],
  ['upc-e', '04252614', '042100005264'],
  ['upc-e', '01234531', '012300000451'],
  ['upc-e', '01234543', '012340000053'],
] as const)('%s %s is the same answer whichever reader reads it', (format, read, text) => {
  expect(codeText(format, read, codeFormats)).toBe(text);
});

test('an EAN-13 keeps its zero where no UPC is asked for', () => {
  expect(codeText('ean-13', '0036000291452', ['ean-13'])).toBe('0036000291452');
});
