import type { Answers } from '../../src/form/fields/field-type.ts';
import { validate } from '../../src/form/validate.ts';
import { type Candidate, findRefusal } from '../../src/record/allowed-actions.ts';
import { decideAction, decideSubmission, type Decision, type DecisionContext } from '../../src/record/decide.ts';
import type { Actor, RecordEvent } from '../../src/record/events.ts';
import { takeTurn } from '../../src/record/nouns/assignment.ts';
import { noon, surroundings, worldAt } from './service.ts';
import { works, worksData } from './works.ts';

/** People who work on records of the invented service, and records as they go through their hands. */
export const home = 'public-works-ministry';
const day = 86_400_000;
export const at = (days: number) => new Date(+noon + days * day);

/** Decisions whose turns go to these people at the ministry, whoever works elsewhere coming after. */
export const contextAt = (now: Date, turns = new Map<string, number>()): DecisionContext => {
  let document = 100;
  return {
    ...surroundings,
    now,
    counts: { same_size: 0 },
    nextAssignee: (_service, institution) =>
      takeTurn(
        [
          { account: 'karim', institution: home },
          { account: 'amal', institution: home },
          { account: 'nada', institution: 'interior-ministry' },
        ],
        turns,
        institution,
        (holder, held) => holder === held,
      ),
    nextDocumentId: () => document++,
  };
};

const answers = validate(works.fields.values(), worksData(), worldAt(noon)).answers;
export const submit = (context = contextAt(noon)): Decision =>
  decideSubmission(works, { id: 7, answers, channel: 'web', locale: 'ar' }, context);

export const staff = (account: string, role: string, institution = home): { candidate: Candidate; actor: Actor } => ({
  candidate: {
    kind: 'account',
    account,
    roles: new Set([role]),
    rolesAt: (asked) => new Set(asked === institution ? [role] : []),
  },
  actor: { kind: 'account', account, role, institution },
});
export const amal = staff('amal', 'clerk');
export const karim = staff('karim', 'clerk');
export const chief = staff('hind', 'chief');
export const doctor = staff('dr', 'health-reviewer', 'health-ministry');
export const economist = staff('eco', 'economy-reviewer', 'economy-ministry');

/** A record as it goes through hands. */
export const story = (decision: Decision = submit()) => {
  let { record } = decision;
  const events: RecordEvent[] = [...decision.events];
  const refusal = (name: string, { candidate }: { candidate: Candidate }) =>
    findRefusal(works, record, works.actions.get(name)!, candidate, noon);
  return {
    get record() {
      return record;
    },
    events,
    refusal,
    does: (who: { candidate: Candidate; actor: Actor }, name: string, said: Answers = {}, days = 1) => {
      const refused = refusal(name, who);
      if (refused) throw new Error(`${name} is refused: ${refused}`);
      const next = decideAction(works, record, works.actions.get(name)!, who.actor, said, contextAt(at(days)));
      events.push(...next.events);
      record = next.record;
      return record;
    },
  };
};
