import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { CodeFormat } from '../../../definition/fields/code.ts';
import type { PixelReader } from './code-reader.ts';
import type { CodeAnswer, CodeQuestion } from './read-codes-worker.ts';

/**
 * Our own reader of barcodes, where the browser has none for all of these: a library in WebAssembly that is fetched when
 * the first picture is looked at. It works in a thread of its own, so that what the camera sees goes on moving; and only
 * the thread may compile WebAssembly, not the page (src/pages/http/security-headers.ts). Where that fails, as in browsers
 * of before 2021, QR codes are still read.
 */
export const createBarcodeReader = async (formats: readonly CodeFormat[]): Promise<PixelReader> => {
  const ask = startWorker(formats);
  const blank = new ImageData(8, 8);
  try {
    await ask(blank);
    return (image) => ask(image);
  } catch {
    if (!formats.includes('qr')) return () => undefined;
    const { readPixels } = await import('./read-qr.ts');
    return readPixels;
  }
};

const startWorker = (formats: readonly CodeFormat[]) => {
  const worker = new Worker(new URL('./read-codes-worker.ts', import.meta.url));
  // One picture at a time: the next is asked about when the last was answered.
  return ({ width, height, data }: ImageData): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data: answer }: MessageEvent<CodeAnswer>) => {
        if (answer.fault) reject(new Error('the reader does not work here'));
        else resolve(answer.text);
      };
      worker.onerror = () => reject(new Error('the reader cannot be started'));
      const question: CodeQuestion = { wasmAddress, formats, width, height, pixels: data.buffer };
      worker.postMessage(question, [data.buffer]);
    });
};
