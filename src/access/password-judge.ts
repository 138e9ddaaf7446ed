import { Worker } from 'node:worker_threads';
import { Problem } from '../base/problem.ts';

/**
 * Whether a password may be set (NIST SP 800-63B-4, section 3.1.1.2): at least twelve characters, no rules about their
 * kinds; not one that was stolen elsewhere, not made of the person's own names, and not guessed in few attempts.
 * The estimate and the list of stolen passwords are zxcvbn's; an installation may add a larger list, see `breachedFile`.
 */
export type PasswordFault = 'too-short' | 'too-long' | 'breached' | 'about-you' | 'guessable';

export interface PasswordJudge {
  /** What is wrong with it; undefined when it may be set. `about`: name, e-mail address and the like. */
  readonly findFault: (password: string, about: readonly string[]) => Promise<PasswordFault | undefined>;
  readonly stop: () => Promise<void>;
}

export interface JudgeQuestion {
  readonly id: number;
  readonly password: string;
  readonly about: readonly string[];
}

export type JudgeVerdict = 'good' | 'breached' | 'about-you' | 'guessable';

export const shortestPassword = 12;
export const longestPassword = 200;

const idleMilliseconds = 30_000;
const longestMilliseconds = 10_000;
const mostWaiting = 50;

// Compiled, this file lies beside password-judge-worker.js; in sources beside password-judge-worker.ts.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './password-judge-worker.ts' : './password-judge-worker.js',
  import.meta.url,
);

/**
 * @param breachedFile path of a list as of `isInBreachedFile`
 * @param here what this installation is called: nobody's password is made of that either
 */
export const createPasswordJudge = (breachedFile?: string, here: readonly string[] = []): PasswordJudge => {
  const waiting = new Map<
    number,
    { readonly tell: (verdict: JudgeVerdict) => void; readonly fail: (error: Error) => void }
  >();
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;

  const end = async (cause?: string) => {
    clearTimeout(timer);
    const ended = worker;
    worker = undefined;
    for (const { fail } of waiting.values())
      fail(new Problem('internal', { cause: new Error(`passwords cannot be judged: ${cause ?? 'stopping'}`) }));
    waiting.clear();
    await ended?.terminate();
  };

  /** Gives the thread up when it takes too long, and lets it go when nobody asks any more. */
  const watch = () => {
    clearTimeout(timer);
    const busy = waiting.size > 0;
    timer = setTimeout(
      () => void end(busy ? 'no answer in time' : undefined),
      busy ? longestMilliseconds : idleMilliseconds,
    ).unref();
  };

  const start = (): Worker => {
    const started = new Worker(workerFile, {
      workerData: { breachedFile },
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 },
    });
    started.unref();
    started.on('message', ({ id, verdict }: { id: number; verdict: JudgeVerdict }) => {
      waiting.get(id)?.tell(verdict);
      waiting.delete(id);
      watch();
    });
    started.on('error', (error: Error) => worker === started && void end(error.message));
    return started;
  };

  const ask = (password: string, about: readonly string[]): Promise<JudgeVerdict> =>
    new Promise((tell, fail) => {
      if (waiting.size >= mostWaiting) return fail(new Problem('overloaded', { retryAfter: 5 }));
      const id = (last += 1);
      waiting.set(id, { tell, fail });
      worker ??= start();
      worker.postMessage({ id, password, about } satisfies JudgeQuestion);
      watch();
    });

  return {
    findFault: async (typed, about) => {
      const password = typed.normalize('NFKC');
      const length = [...password].length;
      if (length < shortestPassword) return 'too-short';
      if (length > longestPassword) return 'too-long';
      const verdict = await ask(password, wordsOf([...about, ...here]));
      return verdict === 'good' ? undefined : verdict;
    },
    stop: () => end(),
  };
};

/** What a password must not be made of: the parts of names and addresses, in small letters. */
const wordsOf = (about: readonly string[]): string[] =>
  [
    ...new Set(
      about
        .flatMap((words) => [words, words.split('@')[0] ?? '', ...words.split(/[^\p{L}\p{N}]+/u)])
        .map((word) => word.normalize('NFKC').toLowerCase())
        .filter((word) => [...word].length >= 4),
    ),
  ].toSorted((a, b) => b.length - a.length);
