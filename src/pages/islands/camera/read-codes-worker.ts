import type { CodeFormat } from '../../../definition/fields/code.ts';
import { readBarcode, useBarcodeLibrary } from '../../../documents/barcodes.ts';

/** The thread in which a browser reads barcodes: a picture in, the text of its code out. */
export interface CodeQuestion {
  readonly wasmAddress: string;
  readonly formats: readonly CodeFormat[];
  readonly width: number;
  readonly height: number;
  /** Four bytes for each pixel. */
  readonly pixels: ArrayBufferLike;
}

export interface CodeAnswer {
  readonly text?: string | undefined;
  /** The library does not start in this browser. */
  readonly fault?: true;
}

interface Thread {
  onmessage: ((event: MessageEvent<CodeQuestion>) => void) | null;
  readonly postMessage: (answer: CodeAnswer) => void;
}

const thread = self as unknown as Thread;
let isReady = false;

thread.onmessage = ({ data: { wasmAddress, formats, width, height, pixels } }) => {
  if (!isReady) useBarcodeLibrary(wasmAddress);
  isReady = true;
  const data = new Uint8ClampedArray(pixels as ArrayBuffer);
  readBarcode({ width, height, data }, formats).then(
    (text) => thread.postMessage({ text }),
    () => thread.postMessage({ fault: true }),
  );
};
