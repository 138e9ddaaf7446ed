import { expect, test } from 'vitest';
import { photographLabel } from '../../test/world/pictures.ts';
import { type CodeFormat, codeFormats } from '../definition/fields/code.ts';
import { readPicture } from './read-picture.ts';

const labels: Readonly<Record<CodeFormat, readonly [printed: string, read: string]>> = {
  qr: ['LB-4711', 'LB-4711'],
  'data-matrix': ['LB-4711', 'LB-4711'],
  'pdf-417': ['LB-4711', 'LB-4711'],
  'ean-13': ['5901234123457', '5901234123457'],
  'ean-8': ['96385074', '96385074'],
  'upc-a': ['036000291452', '036000291452'],
  'upc-e': ['01234565', '012345000065'],
  'code-128': ['LB-4711', 'LB-4711'],
  'code-39': ['LB-4711', 'LB-4711'],
  itf: ['00012345678905', '00012345678905'],
};

test.each(codeFormats)('a picture of a label with %s is read', async (format) => {
  const [printed, read] = labels[format];
  const picture = await photographLabel(format, printed);
  expect(await readPicture(picture, codeFormats)).toEqual({ kind: 'read', text: read });
  expect(await readPicture(picture, [format])).toEqual({ kind: 'read', text: read });
});

test('a code of a kind that is not asked for is passed over', async () => {
  const picture = await photographLabel('code-128', 'LB-4711');
  expect(await readPicture(picture, ['qr', 'ean-13'])).toEqual({ kind: 'no-code' });
});

test('a label is read whichever way up it was photographed', async () => {
  const picture = await photographLabel('code-128', 'LB-4711', { turned: 92 });
  expect(await readPicture(picture, ['code-128'])).toEqual({ kind: 'read', text: 'LB-4711' });
});
