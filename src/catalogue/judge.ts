import { Worker } from 'node:worker_threads';
import type { ServiceFiles } from '../definition/compile-service.ts';
import type { Fault } from '../definition/fault.ts';
import { isDeclarationFile } from './service-folder.ts';
import type { Verdict } from './judge-worker.ts';

/**
 * Judges files that somebody sent, before they are let near the program: their number and size, then whether they compile
 * in a thread of their own that may not take long nor much memory. What passes costs the program as little.
 */
export const declarationLimits = {
  files: 30,
  fileBytes: 256 * 1024,
  /** Ten thousand schools in three languages. */
  listBytes: 2 * 1024 * 1024,
  layoutBytes: 64 * 1024,
  allBytes: 3 * 1024 * 1024,
} as const;

const mostBytesOf = (name: string): number =>
  name.endsWith('.csv')
    ? declarationLimits.listBytes
    : name.endsWith('.typ')
      ? declarationLimits.layoutBytes
      : declarationLimits.fileBytes;

const longest = 10_000;
/** A declaration of a hundred questions takes a twentieth of this. */
const mostMilliseconds = 1_500;

const faultIn = (file: string, message: string): Fault => ({ file, line: 1, column: 1, message });

/** Files that a declaration may be sent with: it, its samples and its journeys. */
export const isSentFile = (name: string): boolean =>
  name.length <= 80 && (isDeclarationFile(name) || name === 'samples.yaml' || name === 'journeys.yaml');

/** What is wrong with the files; nothing: they compile. */
export const judgeFiles = async (files: ServiceFiles, timeZone: string): Promise<readonly Fault[]> => {
  const faults = sizeFaults(files);
  return faults.length > 0 ? faults : compileApart(files, timeZone);
};

const sizeFaults = (files: ServiceFiles): readonly Fault[] => {
  const sizes = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
  const tooLarge = sizes.find(({ name, bytes }) => bytes > mostBytesOf(name));
  const odd = sizes.find(({ name }) => !isSentFile(name));
  return [
    ...(sizes.length > declarationLimits.files
      ? [faultIn('service.yaml', `there are ${sizes.length} files: send at most ${declarationLimits.files}`)]
      : []),
    ...(tooLarge
      ? [
          faultIn(
            tooLarge.name,
            `the file is larger than ${mostBytesOf(tooLarge.name) / 1024} KB: divide or shorten it`,
          ),
        ]
      : []),
    ...(sizes.reduce((sum, { bytes }) => sum + bytes, 0) > declarationLimits.allBytes
      ? [faultIn('service.yaml', `all files together are larger than ${declarationLimits.allBytes / 1024} KB`)]
      : []),
    ...(odd
      ? [
          faultIn(
            odd.name,
            'a declaration has service.yaml, texts.<language>.yaml, lists as .csv, layouts as .typ, samples.yaml and journeys.yaml: leave this file out',
          ),
        ]
      : []),
  ];
};

// Compiled, this file lies beside judge-worker.js; in sources beside judge-worker.ts.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './judge-worker.ts' : './judge-worker.js',
  import.meta.url,
);

const tooHeavy = faultIn(
  'service.yaml',
  'the declaration takes too long to compile: shorten its expressions and lists',
);

const compileApart = (files: ServiceFiles, timeZone: string): Promise<readonly Fault[]> =>
  new Promise((resolve) => {
    const worker = new Worker(workerFile, {
      workerData: { files, timeZone },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const end = (faults: readonly Fault[]) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(faults);
    };
    const timer = setTimeout(() => end([tooHeavy]), longest);
    worker.once('message', ({ errors, milliseconds }: Verdict) =>
      end(errors.length === 0 && milliseconds > mostMilliseconds ? [tooHeavy] : errors),
    );
    worker.once('error', () => end([tooHeavy]));
    worker.once('exit', () => end([tooHeavy]));
  });
