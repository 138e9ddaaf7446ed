import { canonicalJson } from '../../base/canonical-json.ts';
import type { FieldError } from '../../base/problem.ts';
import type { Text } from '../../base/texts.ts';
import { proposalQuestion } from '../../definition/nouns/proposals.ts';
import type { Action, Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { Candidate } from '../allowed-actions.ts';
import type { Actor } from '../events.ts';
import { mayChange } from '../field-access.ts';
import type { CaseRecord } from '../fold.ts';
import { handsFor, isSameHand } from '../hands.ts';
import type { RecordNoun } from '../noun.ts';

/** Other answers that somebody proposes. Several may stand side by side; nothing changes until one is accepted. */
export interface Proposal {
  /** The number of the event that made it. */
  readonly number: number;
  readonly action: string;
  readonly by: Actor;
  readonly at: Date;
  /** Names of the answers that it would change. */
  readonly fields: readonly string[];
  /** What they would become; one that is not there would be taken out. */
  readonly values: Answers;
  /** What they were when it was made. */
  readonly base: Answers;
}

export interface ProposalFacts {
  /** Names of the answers for which others are proposed; these stand in the content. */
  readonly proposed: readonly string[];
  /** Number of the event whose proposal was put into effect; the answers stand in the content, their names in `edited`. */
  readonly accepted: number;
  readonly declined: number;
}

const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));

/** Those of the names whose answers are not the same. */
export const differing = (names: readonly string[], one: Answers, other: Answers): readonly string[] =>
  names.filter((name) => canonicalJson(one[name] ?? null) !== canonicalJson(other[name] ?? null));

/** The proposal that what was said with an action means: the one that it names, or the only one that is open. */
export const chosenProposal = ({ proposals }: CaseRecord, inputs: Answers): Proposal | undefined => {
  const named = inputs[proposalQuestion];
  if (named !== undefined) return proposals.find(({ number }) => String(number) === named);
  return proposals.length === 1 ? proposals[0] : undefined;
};

const isBy = ({ by }: Proposal, candidate: Candidate, action: Action): boolean =>
  by.kind === 'account'
    ? candidate.kind === 'account' && handsFor(candidate, action).every((hands) => isSameHand(hands, by))
    : by.kind === 'applicant' && candidate.kind === 'applicant';

/** Whether nobody but who may change each of the answers decides on them. */
const coversFields = (service: Service, { fields }: Proposal, candidate: Candidate): boolean =>
  fields.every((name) => {
    const field = service.fields.get(name);
    return field === undefined || mayChange(field, candidate);
  });

/** The open proposals on which the candidate may decide by this action. */
export const proposalsFor = (
  service: Service,
  { proposals }: CaseRecord,
  action: Action,
  candidate: Candidate,
): readonly Proposal[] =>
  proposals.filter((proposal) => {
    const { accept, decline } = action;
    const isOwn = isBy(proposal, candidate, action);
    // Two pairs of eyes: who proposed does not accept, unless the declaration says otherwise.
    if (isOwn) return decline || accept === 'of-anyone';
    return coversFields(service, proposal, candidate);
  });

/** What is wrong with what was said, for proposals: nothing differs from what the record says, or it is not clear which is meant. */
export const proposalFaults = (record: CaseRecord, action: Action, inputs: Answers): readonly FieldError[] => {
  if (action.propose.length > 0 && differing(action.propose, record.answers, inputs).length === 0)
    return [{ path: action.propose[0] ?? '', code: 'nothing-changed', message: nothingChanged }];
  return [];
};

const nothingChanged: Text = {
  ar: 'لم تغيّر أيّ جواب. عدّل ما تقترح تغييره ثم أرسل.',
  fr: 'Aucune réponse n’a changé. Modifiez celle que vous proposez de corriger, puis envoyez.',
  en: 'No answer is different. Change what you propose to correct, then send it.',
};

/** Why none of the proposals is for the candidate to decide on; undefined when one is. */
export const proposalRefusal = (
  service: Service,
  record: CaseRecord,
  action: Action,
  candidate: Candidate,
): 'nothing-proposed' | 'own-proposal' | 'other-role' | undefined => {
  if (action.accept === undefined && !action.decline) return undefined;
  if (record.proposals.length === 0) return 'nothing-proposed';
  if (proposalsFor(service, record, action, candidate).length > 0) return undefined;
  return record.proposals.some((proposal) => isBy(proposal, candidate, action)) ? 'own-proposal' : 'other-role';
};

export const proposals: RecordNoun = {
  decide: ({ action, record, inputs }) => {
    if (!record || !action) return undefined;
    if (action.propose.length > 0) return { proposed: differing(action.propose, record.answers, inputs) };
    const number = action.accept !== undefined || action.decline ? chosenProposal(record, inputs)?.number : undefined;
    if (number === undefined) return undefined;
    return action.decline ? { declined: number } : { accepted: number };
  },
  apply: (before, event) => {
    if (!before) return { proposals: [] };
    if (event.kind !== 'acted') return {};
    const { action, proposed, accepted, declined } = event.facts;
    if (proposed) {
      const proposal = {
        number: before.lastEvent + 1,
        action,
        by: event.actor,
        at: event.at,
        fields: proposed,
        values: pick(event.content ?? {}, proposed),
        base: pick(before.answers, proposed),
      };
      return { proposals: [...before.proposals, proposal] };
    }
    const settled = accepted ?? declined;
    return settled === undefined ? {} : { proposals: before.proposals.filter(({ number }) => number !== settled) };
  },
  values: (_service, record) => ({ open_proposals: BigInt(record.proposals?.length ?? 0) }),
};
