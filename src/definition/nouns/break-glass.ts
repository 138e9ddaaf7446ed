import { type Static, Type } from 'typebox';
import type { Span } from '../../territory/calendar.ts';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { duration, oneOrMore } from '../schema-words.ts';
import { readSpan } from '../span.ts';

const schema = Type.Optional(
  Type.Object(
    {
      by: oneOrMore('The roles that may, wherever they are held.'),
      within: duration('How long a record stays open to who opened it so: 30m, 4h, 1d.'),
      tell: oneOrMore(
        'The roles that are told, at the institution of the record or above it: whoever is at its head. Who oversees the service is told in any case.',
      ),
    },
    {
      additionalProperties: false,
      description:
        'In an emergency a record may be read by somebody who otherwise may not, with a written reason and for a limited time; it stands in the history of the record, where the applicant reads it.',
    },
  ),
);

export interface BreakGlassPart {
  readonly breakGlass:
    | {
        readonly by: readonly string[];
        /** Time that simply passes. */
        readonly within: Span;
        readonly tell: readonly string[];
      }
    | undefined;
}

/** Reading a record that one has no right to, for a reason that others get to know. */
export const breakGlass: Noun<Static<typeof schema>, BreakGlassPart> = {
  schema,
  compile: (context, source) => {
    if (!source) return { breakGlass: undefined };
    if (listOf(source.by).includes('applicant'))
      context.fault(['break_glass', 'by'], 'an applicant reads what is his in any case: name roles of civil servants');
    if (listOf(source.tell).includes('applicant'))
      context.fault(['break_glass', 'tell'], 'the applicant reads it in the history: name roles of civil servants');
    return {
      breakGlass: {
        by: context.roles(source.by),
        within: readSpan(source.within),
        tell: context.roles(source.tell),
      },
    };
  },
};
