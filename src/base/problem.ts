import { problemTexts } from './problem-texts.ts';
import { type Locale, say, type Text, type Values } from './texts.ts';

/** The catalogue of everything that can be refused: stable code → HTTP status. Texts are in problem-texts.ts. */
export const problemStatus = {
  'bad-request': 400,
  'malformed-json': 400,
  'key-in-address': 400,
  'invalid-data': 422,
  'sign-in-required': 401,
  'wrong-sign-in': 401,
  'second-factor-required': 401,
  'fresh-sign-in-required': 403,
  'not-allowed': 403,
  'last-administrator': 409,
  'outside-administration': 403,
  'form-expired': 403,
  'agreement-missing': 403,
  'consent-missing': 403,
  'outside-agreement': 403,
  'not-found': 404,
  'unknown-record': 404,
  'unknown-service': 404,
  'not-offered': 404,
  'channel-refused': 403,
  'service-withdrawn': 410,
  'method-not-allowed': 405,
  'key-reused': 409,
  'piece-out-of-place': 409,
  'state-changed': 409,
  'not-possible': 409,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many-requests': 429,
  internal: 500,
  overloaded: 503,
  'storage-away': 503,
  'not-scanned-yet': 503,
  'file-infected': 410,
  'shutting-down': 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;

/** One thing wrong in what was sent: where (a path into `data`), a stable code, and words that say what to do. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: Text;
}

/** Thrown wherever something must be refused; becomes an RFC 9457 document or an error page in the reader's language. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly values: Values;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode,
    options: { errors?: readonly FieldError[]; values?: Values; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = problemStatus[code];
    this.errors = options.errors ?? [];
    this.values = options.values ?? {};
    this.retryAfter = options.retryAfter;
  }
}

/** The RFC 9457 document of a Problem, in the caller's language. Holds codes and texts only, never what was sent. */
export const problemDocument = (problem: Problem, locale: Locale) => ({
  type: `urn:diwan:problem:${problem.code}`,
  title: say(locale, problemTexts[problem.code].title, problem.values),
  status: problem.status,
  detail: say(locale, problemTexts[problem.code].detail, problem.values),
  code: problem.code,
  ...(problem.errors.length > 0 && {
    errors: problem.errors.map(({ path, code, message }) => ({ path, code, message: say(locale, message) })),
  }),
});
