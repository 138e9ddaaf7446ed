import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads';

/** A thread that answers questions: started by the first one, and let go when none has come for a while. */
export interface HelperThread<Question, Answer> {
  /** Fails with what the thread throws, and when it takes too long. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** Questions without an answer yet. */
  readonly waiting: () => number;
  readonly stop: () => Promise<void>;
}

type Told<Answer> = { readonly id: number } & ({ readonly answer: Answer } | { readonly fault: Error });

const idleMilliseconds = 30_000;
const longestMilliseconds = 10_000;

/** @param file what it runs; it calls `answerQuestions` */
export const createHelperThread = <Question, Answer>(
  file: URL,
  options: { readonly workerData?: unknown; readonly resourceLimits: ResourceLimits },
): HelperThread<Question, Answer> => {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;

  const end = async (cause = 'stopping') => {
    clearTimeout(timer);
    const ended = worker;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`a thread gave no answer: ${cause}`));
    waiting.clear();
    await ended?.terminate();
  };

  const watch = () => {
    clearTimeout(timer);
    const busy = waiting.size > 0;
    timer = setTimeout(() => void end('it takes too long'), busy ? longestMilliseconds : idleMilliseconds).unref();
  };

  const start = (): Worker => {
    const started = new Worker(file, options);
    started.unref();
    started.on('message', (told: Told<Answer>) => {
      if ('fault' in told) waiting.get(told.id)?.reject(told.fault);
      else waiting.get(told.id)?.resolve(told.answer);
      waiting.delete(told.id);
      watch();
    });
    started.on('error', (error: Error) => worker === started && void end(error.message));
    return started;
  };

  return {
    ask: (question) => {
      const id = (last += 1);
      const asked = Promise.withResolvers<Answer>();
      waiting.set(id, asked);
      worker ??= start();
      worker.postMessage({ id, question });
      watch();
      return asked.promise;
    },
    waiting: () => waiting.size,
    stop: () => end(),
  };
};

/** What the file of a helper thread calls. */
export const answerQuestions = <Question, Answer>(answer: (question: Question) => Answer): void => {
  parentPort?.on('message', ({ id, question }: { readonly id: number; readonly question: Question }) => {
    try {
      parentPort?.postMessage({ id, answer: answer(question) } satisfies Told<Answer>);
    } catch (fault) {
      parentPort?.postMessage({ id, fault: fault as Error } satisfies Told<Answer>);
    }
  });
};
