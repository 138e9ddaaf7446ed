import { type Static, Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { oneOrMore } from '../schema-words.ts';

const schema = Type.Optional(
  oneOrMore(
    'Who enters records: `applicant` (where it is left out), or roles that do so in the console; both are possible.',
  ),
);

export interface EnteredByPart {
  readonly enteredBy: {
    /** Anybody may apply, by the public form or by other means. */
    readonly applicant: boolean;
    /** Roles that enter records in the console, for somebody at a counter or on the telephone, or of their own accord. */
    readonly roles: readonly string[];
  };
}

/** Who brings records into being. */
export const enteredBy: Noun<Static<typeof schema>, EnteredByPart> = {
  schema,
  compile: (context, source = 'applicant') => {
    const roles = context.roles(listOf(source));
    return {
      enteredBy: { applicant: roles.includes('applicant'), roles: roles.filter((role) => role !== 'applicant') },
    };
  },
};
