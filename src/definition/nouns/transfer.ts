import { type Static, Type } from 'typebox';
import type { Noun } from '../noun.ts';
import { institutionQuestion } from '../own-question.ts';
import { compileTarget, type Target, targetSchema, type TargetSource } from '../target.ts';
import { transferTexts } from './transfer-texts.ts';

const source = Type.Object(
  {
    to: Type.Union(
      [
        targetSchema,
        Type.Object(
          {
            types: Type.Array(Type.String(), {
              minItems: 1,
              uniqueItems: true,
              description: 'The types of institution among which whoever does it chooses.',
            }),
          },
          { additionalProperties: false },
        ),
      ],
      {
        description:
          'Where it goes: `owner`, an institution, or one that is chosen among those of some types. An action that brings the record into another state may be done with the institution where it lies, which is then offered.',
      },
    ),
    deadline: Type.Optional(
      Type.Enum(['anew', 'goes-on'], {
        description:
          'Whether the deadline starts anew at the new institution (as it does if nothing is said) or goes on.',
      }),
    ),
  },
  { additionalProperties: false, description: 'It hands the record over to another institution.' },
);

/** What a hand-over is. */
export interface TransferOfAction {
  readonly transfer:
    | {
        /** Undefined: the answer to the question `institution` says where to. */
        readonly to: Target | undefined;
        readonly deadlineAnew: boolean;
      }
    | undefined;
}

/** Name of the question that a hand-over asks. */
export const transferQuestion = 'institution';

export const transfer: Noun = {
  actionKeys: { transfer: Type.Optional(source) },
  compile: () => ({}),
  compileAction: (context, action, path, soFar) => {
    const declared = action['transfer'] as Static<typeof source> | undefined;
    if (!declared) return { own: { transfer: undefined } };
    const { to, deadline = 'anew' } = declared;
    const own = (target: Target | undefined) => ({ transfer: { to: target, deadlineAnew: deadline === 'anew' } });
    if (typeof to === 'object' && 'types' in to) {
      if (action.automatic !== undefined)
        context.fault(
          [...path, 'transfer', 'to'],
          'a rule cannot choose an institution: name one, or the type and the place that it covers',
        );
      return {
        own: own(undefined),
        asksFirst: [institutionQuestion(transferQuestion, transferTexts.institution, to.types)],
        saidByNoun: [transferQuestion],
      };
    }
    return { own: own(compileTarget(context, to as TargetSource, [...path, 'transfer', 'to'], soFar, soFar.owner)) };
  },
};
