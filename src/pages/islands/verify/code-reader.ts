/** Reads QR codes from camera frames and pictures, with the browser's own reader where it has one. */
interface Detector {
  readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
}

const findDetector = async (): Promise<Detector | undefined> => {
  const { BarcodeDetector } = window as unknown as { readonly BarcodeDetector?: DetectorClass };
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  return BarcodeDetector && formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined;
};

const canvas = document.createElement('canvas');
let detector: Promise<Detector | undefined> | undefined;

export const loadReader = () => import('./read-qr.ts');

export interface Frame {
  readonly source: HTMLVideoElement | HTMLImageElement;
  readonly width: number;
  readonly height: number;
  /** Longest side in pixels to which it is scaled down before it is read. */
  readonly size: number;
  /** Milliseconds to spend on second attempts. */
  readonly effort: number;
}

export const readCode = async ({ source, width, height, size, effort }: Frame): Promise<string | undefined> => {
  detector ??= findDetector();
  try {
    const [found] = (await (await detector)?.detect(source)) ?? [];
    if (found) return found.rawValue;
  } catch {
    // Some phones announce a reader that does not work: ours is tried in any case.
    detector = Promise.resolve(undefined);
  }
  const scale = Math.min(1, size / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { readPixels } = await loadReader();
  return readPixels(context.getImageData(0, 0, canvas.width, canvas.height), effort);
};

/** Longest sides tried on a picture, most likely first. */
const pictureSizes = [1_400, 2_600, 700];

export const readPictureFile = async (
  file: Blob,
): Promise<{ readonly text: string } | { readonly problem: 'damaged' | 'no-code' }> => {
  const address = URL.createObjectURL(file);
  try {
    const image = await openImage(address);
    if (!image) return { problem: 'damaged' };
    for (const size of pictureSizes) {
      const text = await readCode({
        source: image,
        width: image.naturalWidth,
        height: image.naturalHeight,
        size,
        effort: 500,
      });
      if (text !== undefined) return { text };
    }
    return { problem: 'no-code' };
  } finally {
    URL.revokeObjectURL(address);
  }
};

const openImage = (address: string): Promise<HTMLImageElement | undefined> =>
  new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => resolve(undefined));
    image.src = address;
  });
