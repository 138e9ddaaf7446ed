import { parentPort, workerData } from 'node:worker_threads';
import { createTypesetter, type Judged, type Paper } from './typesetter.ts';

/** The thread that sets papers: see `typesetter.ts` for how, and `press.ts` for who asks. */
export type PressJob =
  | { readonly kind: 'print'; readonly paper: Paper }
  /** The same layout with different data. */
  | { readonly kind: 'judge'; readonly papers: readonly Paper[] };

export type PressAnswer =
  | { readonly pdf: Uint8Array }
  | { readonly judged: readonly Judged[] }
  | { readonly fault: string };

/** The first thing that is heard of it is that it can begin. */
export type PressMessage = PressAnswer | { readonly isReady: true };

const { templates } = workerData as { readonly templates: string };
const typesetter = createTypesetter(templates);

/**
 * What went wrong, up to the first value that Typst quotes: it is what somebody wrote. The binding puts its words into
 * `code`, after a number.
 */
const describe = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code ?? message).split(/["`]/, 1)[0] ?? '';
};

parentPort?.on('message', (job: PressJob) => {
  try {
    if (job.kind === 'judge') parentPort?.postMessage({ judged: job.papers.map(typesetter.judge) });
    else {
      const pdf = typesetter.print(job.paper);
      parentPort?.postMessage({ pdf }, [pdf.buffer as ArrayBuffer]);
    }
  } catch (error) {
    parentPort?.postMessage({ fault: describe(error) });
  }
});

parentPort?.postMessage({ isReady: true });
