import { Problem } from '../../../base/problem.ts';
import { type Locale, say } from '../../../base/texts.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';

/** What a refusal says of single questions, in the reader's language. Anything else is thrown on. */
export const problemsIn = (error: unknown, locale: Locale): readonly FieldProblem[] => {
  if (!(error instanceof Problem) || error.errors.length === 0) throw error;
  return error.errors.map(({ path, message }) => ({
    ...(path !== '' && { name: path }),
    message: say(locale, message),
  }));
};
