import { Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';

/** Who reads what is said with an action. */
export interface SaidToOfAction {
  /** Only civil servants read it: never the applicant, nor whoever holds the secret of the record. */
  readonly saidToStaff: boolean;
}

export const saidTo: Noun = {
  actionKeys: {
    said_to: Type.Optional(
      Type.Enum(['staff'], {
        description: 'Who reads what is said with it: `staff` for a note that the applicant never sees.',
      }),
    ),
  },
  compile: () => ({}),
  compileAction: (context, source, path) => {
    const saidToStaff = source['said_to'] === 'staff';
    const at = [...path, 'said_to'];
    if (saidToStaff && listOf(source.by).includes('applicant'))
      context.fault(at, 'the applicant knows what the applicant says: remove "said_to", or "applicant" from "by"');
    if (saidToStaff && source['edit'] !== undefined)
      context.fault(at, 'what it corrects stands in the record, which the applicant reads: remove "said_to" or "edit"');
    if (saidToStaff && source['tell'] === true)
      context.fault(at, 'the applicant cannot be told of what only staff reads: remove "said_to" or "tell"');
    return { own: { saidToStaff } };
  },
};
