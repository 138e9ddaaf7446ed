import { Worker } from 'node:worker_threads';
import { inProject } from '../base/paths.ts';
import { Problem } from '../base/problem.ts';
import { type Letterhead, type PrintedDocument, templateData } from './printed-document.ts';

/**
 * Sets documents as PDF in one worker thread, one after the other (about 10 ms each). The thread starts with the first
 * document and ends when none was asked for in a while; when it crashes or takes too long, whoever waits gets a Problem
 * and the next document gets a new thread.
 */
export interface PdfRenderer {
  /**
   * @param template name of a file in `templates/`, without `.typ`
   * @param data what the template reads as JSON
   */
  readonly render: (template: string, data: object, createdAt: Date) => Promise<Uint8Array>;
  /** Ends the thread; documents that wait get a Problem. */
  readonly stop: () => Promise<void>;
}

interface Job {
  readonly message: { readonly template: string; readonly data: string; readonly createdAt: number };
  readonly done: (pdf: Uint8Array) => void;
  readonly failed: (problem: Problem) => void;
}

type Answer = { readonly pdf: Uint8Array } | { readonly fault: string };

export interface PdfLimits {
  /** Milliseconds for one document. */
  readonly timeout: number;
  /** Milliseconds without work after which the thread and its memory are let go. */
  readonly idle: number;
  /** Documents that may wait; more are asked to come back. */
  readonly waiting: number;
}

const usualLimits: PdfLimits = { timeout: 10_000, idle: 120_000, waiting: 100 };

// Compiled, this file lies beside pdf-worker.js; in sources beside pdf-worker.ts.
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

export const createPdfRenderer = (limits: PdfLimits = usualLimits, templates = inProject('templates')): PdfRenderer => {
  const waiting: Job[] = [];
  let current: Job | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const end = (): Promise<unknown> => {
    clearTimeout(timer);
    const ended = worker;
    worker = undefined;
    return ended ? ended.terminate() : Promise.resolve();
  };

  const fail = (cause: string) => {
    void end();
    const job = current;
    current = undefined;
    job?.failed(new Problem(stopped ? 'shutting-down' : 'internal', { cause: new Error(`PDF: ${cause}`) }));
    next();
  };

  const answer = (message: Answer) => {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    if ('pdf' in message) job?.done(message.pdf);
    else job?.failed(new Problem('internal', { cause: new Error(`PDF: ${message.fault}`) }));
    next();
  };

  const start = (): Worker => {
    const started = new Worker(workerFile, { workerData: { templates } });
    // A thread that was given up may still speak; only the present one counts.
    const only =
      <Value>(listener: (value: Value) => void) =>
      (value: Value) => {
        if (worker === started) listener(value);
      };
    started.on('message', only(answer));
    started.on(
      'error',
      only((error: Error) => fail(error.message)),
    );
    started.on(
      'exit',
      only((code: number) => fail(`the thread ended with code ${code}`)),
    );
    started.unref();
    return started;
  };

  const next = () => {
    if (current) return;
    current = waiting.shift();
    clearTimeout(timer);
    if (current) {
      worker ??= start();
      timer = setTimeout(() => fail(`took more than ${limits.timeout} ms`), limits.timeout);
      worker.postMessage(current.message);
    } else if (worker) {
      timer = setTimeout(() => void end(), limits.idle).unref();
    }
  };

  return {
    render: (template, data, createdAt) =>
      new Promise((done, failed) => {
        if (stopped) return failed(new Problem('shutting-down'));
        if (waiting.length >= limits.waiting) return failed(new Problem('overloaded', { retryAfter: 5 }));
        const message = { template, data: JSON.stringify(data), createdAt: Math.floor(createdAt.getTime() / 1000) };
        waiting.push({ message, done, failed });
        next();
      }),
    stop: async () => {
      stopped = true;
      for (const job of waiting.splice(0)) job.failed(new Problem('shutting-down'));
      fail('the program ends');
      await end();
    },
  };
};

/** The PDF of a signed document, in its language with the second one below. */
export const printDocument = (
  renderer: PdfRenderer,
  document: PrintedDocument,
  letterhead: Letterhead,
): Promise<Uint8Array> => renderer.render('document', templateData(document, letterhead), document.issuedAt);
