import { createHelperThread } from '../base/helper-thread.ts';
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
  readonly password: string;
  readonly about: readonly string[];
}

export type JudgeVerdict = 'good' | 'breached' | 'about-you' | 'guessable';

export const shortestPassword = 12;
export const longestPassword = 200;

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
  const thread = createHelperThread<JudgeQuestion, JudgeVerdict>(workerFile, {
    workerData: { breachedFile },
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 },
  });
  return {
    findFault: async (typed, about) => {
      const password = typed.normalize('NFKC');
      const length = [...password].length;
      if (length < shortestPassword) return 'too-short';
      if (length > longestPassword) return 'too-long';
      if (thread.waiting() >= mostWaiting) throw new Problem('overloaded', { retryAfter: 5 });
      const verdict = await thread.ask({ password, about: wordsOf([...about, ...here]) });
      return verdict === 'good' ? undefined : verdict;
    },
    stop: thread.stop,
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
