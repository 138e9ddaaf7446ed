import type { CodeFormat } from '../../../definition/fields/code.ts';
import { codeText } from '../../../form/code-text.ts';

/** Reads codes from camera frames and pictures, with the browser's own reader where it has one. */
interface Detector {
  readonly detect: (
    source: CanvasImageSource,
  ) => Promise<readonly { readonly rawValue: string; readonly format: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
}

/** As the Accessible Barcode names of the Shape Detection API (W3C CG draft) write them. */
const browserNames: Readonly<Record<CodeFormat, string>> = {
  qr: 'qr_code',
  'data-matrix': 'data_matrix',
  'pdf-417': 'pdf417',
  'ean-13': 'ean_13',
  'ean-8': 'ean_8',
  'upc-a': 'upc_a',
  'upc-e': 'upc_e',
  'code-128': 'code_128',
  'code-39': 'code_39',
  itf: 'itf',
};

/** The browser's reader, where it has one for all of these. */
const findDetector = async (formats: readonly CodeFormat[]): Promise<Detector | undefined> => {
  const { BarcodeDetector } = window as unknown as { readonly BarcodeDetector?: DetectorClass };
  const wanted = formats.map((format) => browserNames[format]);
  const able = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  return BarcodeDetector && wanted.every((name) => able.includes(name))
    ? new BarcodeDetector({ formats: wanted })
    : undefined;
};

export interface Frame {
  readonly source: HTMLVideoElement | HTMLImageElement;
  readonly width: number;
  readonly height: number;
  /** Longest side in pixels to which it is scaled down before it is read. */
  readonly size: number;
  /** Milliseconds to spend on second attempts. */
  readonly effort: number;
}

/** Finds the code in some pixels. */
export type PixelReader = (image: ImageData, effort: number) => string | undefined | Promise<string | undefined>;

export type PictureReading = { readonly text: string } | { readonly problem: 'damaged' | 'no-code' };

export interface CodeReader {
  readonly readFrame: (frame: Frame) => Promise<string | undefined>;
  readonly readPicture: (file: Blob) => Promise<PictureReading>;
}

interface Readers {
  readonly formats: readonly CodeFormat[];
  /** Fetches our own reader; asked for when it is needed first. */
  readonly own: () => Promise<PixelReader>;
  /** Whether ours looks at every frame in which the browser's finds nothing: it is small, and some phones' is of no use. */
  readonly always?: boolean;
}

/** Longest sides tried on a picture, most likely first. */
const pictureSizes = [1_400, 2_600, 700];

export const createCodeReader = ({ formats, own, always = false }: Readers): CodeReader => {
  const canvas = document.createElement('canvas');
  let detector: Promise<Detector | undefined> | undefined;

  const detect = async (source: CanvasImageSource): Promise<{ readonly text?: string; readonly works: boolean }> => {
    detector ??= findDetector(formats);
    try {
      const found = await detector;
      const [code] = (await found?.detect(source)) ?? [];
      if (!code) return { works: found !== undefined };
      const format = formats.find((each) => browserNames[each] === code.format);
      return { text: format ? codeText(format, code.rawValue, formats) : code.rawValue, works: true };
    } catch {
      // Some phones announce a reader that does not work.
      detector = Promise.resolve(undefined);
      return { works: false };
    }
  };

  const readWithOwn = async ({ source, width, height, size, effort }: Frame): Promise<string | undefined> => {
    const scale = Math.min(1, size / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const readPixels = await own();
    return readPixels(context.getImageData(0, 0, canvas.width, canvas.height), effort);
  };

  const readFrame = async (frame: Frame): Promise<string | undefined> => {
    const { text, works } = await detect(frame.source);
    return text === undefined && (always || !works) ? readWithOwn(frame) : text;
  };

  const readPicture = async (file: Blob): Promise<PictureReading> => {
    const address = URL.createObjectURL(file);
    try {
      const image = await openImage(address);
      if (!image) return { problem: 'damaged' };
      const { text } = await detect(image);
      if (text !== undefined) return { text };
      const [width, height] = [image.naturalWidth, image.naturalHeight];
      for (const size of pictureSizes) {
        // oxlint-disable-next-line no-await-in-loop -- most are found at the first size
        const found = await readWithOwn({ source: image, width, height, size, effort: 500 });
        if (found !== undefined) return { text: found };
      }
      return { problem: 'no-code' };
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  return { readFrame, readPicture };
};

const openImage = (address: string): Promise<HTMLImageElement | undefined> =>
  new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => resolve(undefined));
    image.src = address;
  });
