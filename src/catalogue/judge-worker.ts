import { parentPort, workerData } from 'node:worker_threads';
import { checkService } from '../definition/check-service.ts';
import type { ServiceFiles } from '../definition/compile-service.ts';
import type { Fault } from '../definition/fault.ts';

/** The thread in which a declaration that somebody sent is compiled for the first time. */
export interface Verdict {
  readonly errors: readonly Fault[];
  readonly milliseconds: number;
}

const { files, timeZone } = workerData as { readonly files: ServiceFiles; readonly timeZone: string };
const began = performance.now();
const { errors } = checkService(files, 'judged', timeZone);
parentPort?.postMessage({ errors, milliseconds: performance.now() - began } satisfies Verdict);
