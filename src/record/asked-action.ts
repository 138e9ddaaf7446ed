import { proposalQuestion } from '../definition/nouns/proposals.ts';
import type { Action, Service } from '../definition/service.ts';
import type { Candidate } from './allowed-actions.ts';
import { mayChange } from './field-access.ts';
import type { CaseRecord } from './fold.ts';
import { type Proposal, proposalsFor } from './nouns/proposals.ts';

/**
 * An action as it is asked of one person on one record: answers that he or she may not change are not asked for, and the
 * proposals to choose from are those that are open. What is asked, checked and decided goes by this, never by the bare
 * declaration.
 */
export const askedOf = (service: Service, record: CaseRecord, action: Action, candidate: Candidate): Action => {
  const corrected = [...action.edit, ...action.propose];
  if (corrected.length > 0) {
    const kept = new Set(
      corrected.filter((name) => {
        const field = service.fields.get(name);
        return field !== undefined && mayChange(field, candidate);
      }),
    );
    if (kept.size === corrected.length) return action;
    return {
      ...action,
      edit: action.edit.filter((name) => kept.has(name)),
      propose: action.propose.filter((name) => kept.has(name)),
      fields: action.fields.filter(({ name }) => kept.has(name) || !corrected.includes(name)),
    };
  }
  if (action.accept === undefined && !action.decline) return action;
  const open = proposalsFor(service, record, action, candidate);
  return {
    ...action,
    fields: action.fields.map((field) =>
      field.name === proposalQuestion && field.type === 'choice'
        ? { ...field, required: record.proposals.length > 1, options: optionsOf(service, open) }
        : field,
    ),
  };
};

const optionsOf = (service: Service, open: readonly Proposal[]) =>
  new Map(open.map((proposal) => [String(proposal.number), nameOfProposal(service, proposal)] as const));

/** A proposal by its number in the record's history and what it is about. */
const nameOfProposal = (service: Service, { number, fields }: Proposal) => {
  const labels = fields.flatMap((name) => service.fields.get(name)?.label ?? []);
  return {
    ar: `الاقتراح رقم ${number}: ${labels.map(({ ar }) => ar).join('، ')}`,
    fr: `Proposition n° ${number} : ${labels.map(({ fr }) => fr).join(', ')}`,
    en: `Proposal no. ${number}: ${labels.map(({ en }) => en).join(', ')}`,
  };
};
