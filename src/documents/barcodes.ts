import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { CodeFormat } from '../definition/fields/code.ts';
import { codeText } from '../form/code-text.ts';

/**
 * Reads the codes in pixels with ZXing (C++ compiled to WebAssembly), the same in the program and in browsers. Nothing is
 * fetched from anywhere else: where the library lies is said before it is used.
 */
type LibraryFormat = NonNullable<ReaderOptions['formats']>[number];

const libraryNames = {
  qr: 'QRCode',
  'data-matrix': 'DataMatrix',
  'pdf-417': 'PDF417',
  'ean-13': 'EAN13',
  'ean-8': 'EAN8',
  'upc-a': 'UPCA',
  'upc-e': 'UPCE',
  'code-128': 'Code128',
  // Without the digits of Italian and German medicines, which are written otherwise than they are coded.
  'code-39': 'Code39Std',
  itf: 'ITF',
} as const satisfies Record<CodeFormat, LibraryFormat>;

/** Width and height in pixels; four bytes for each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Says where the library is: its bytes, or the address to fetch it from. */
export const useBarcodeLibrary = (library: ArrayBuffer | string): void =>
  prepareZXingModule({
    overrides: typeof library === 'string' ? { locateFile: () => library } : { wasmBinary: library },
  });

/** The text of a code of one of these kinds, or undefined. Throws when the library cannot be started. */
export const readBarcode = async (
  { width, height, data }: Pixels,
  formats: readonly CodeFormat[],
): Promise<string | undefined> => {
  const [found] = await readBarcodes({ width, height, data, colorSpace: 'srgb' } as ImageData, {
    formats: formats.map((format) => libraryNames[format]),
    maxNumberOfSymbols: 1,
  });
  if (!found) return undefined;
  const format = formats.find((each) => libraryNames[each] === found.format);
  return format ? codeText(format, found.text, formats) : found.text;
};
