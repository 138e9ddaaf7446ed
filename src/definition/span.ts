import { Type } from 'typebox';
import type { Span, SpanUnit } from '../territory/calendar.ts';
import type { CompileContext } from './compile-context.ts';
import type { Path } from './yaml-source.ts';

/** Lengths of time in declarations: those that simply pass (`2h`, `5d`), and those in which offices work. */
const pattern = '^(?:([1-9][0-9]{0,4})(m|h|d)|([1-9][0-9]{0,2}) working-(day|hour)s?)$';
export const spanSchema = (description: string) => Type.String({ pattern, description });

export const spanExamples = '30m, 2h, 5d, 3 working-days or 8 working-hours';

const milliseconds: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "2h" or "3 working-days" as a span; the schema has made sure of the form. */
export const readSpan = (text: string): Span => {
  const [, passing, unit = '', working, what] = new RegExp(pattern).exec(text) ?? [];
  if (passing !== undefined) return { unit: 'elapsed', n: Number(passing) * (milliseconds[unit] ?? Number.NaN) };
  return what === 'day'
    ? { unit: 'working-days', n: Number(working) }
    : { unit: 'working-time', n: Number(working) * 3_600_000 };
};

/** Words for authors: the form in which lengths of a unit are written. */
export const writtenAs: Readonly<Record<SpanUnit, string>> = {
  elapsed: '2h or 5d',
  'working-time': '8 working-hours',
  'working-days': '3 working-days',
};

/** Shorter for certain: of one unit and less. Lengths of different units cannot be compared without a calendar. */
export const isShorter = (one: Span, other: Span): boolean | undefined =>
  one.unit === other.unit ? one.n < other.n : undefined;

/** How long before something is due its office is reminded. */
export const remindSchema = Type.Array(spanSchema('How long before.'), {
  minItems: 1,
  maxItems: 5,
  uniqueItems: true,
  description: 'How long before it is due the office is reminded: [1 working-day]; counted as the deadline is.',
});

/** The reminders of something that is due after a span; wrong ones are said at `remind` under the path. */
export const readReminders = (
  context: Pick<CompileContext, 'fault'>,
  path: Path,
  remind: readonly string[],
  within: Span,
): readonly Span[] =>
  remind.map((text, index) => {
    const span = readSpan(text);
    const at = [...path, 'remind', index];
    if (span.unit === 'elapsed' ? within.unit !== 'elapsed' : within.unit === 'elapsed')
      context.fault(at, `count it as the deadline is counted, such as ${writtenAs[within.unit]}`);
    if (isShorter(span, within) === false)
      context.fault(at, 'it comes before the deadline begins: write a shorter time than in "within"');
    return span;
  });
