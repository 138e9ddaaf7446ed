import type { FieldError } from '../../base/problem.ts';
import type { Text } from '../../base/texts.ts';
import { transferQuestion } from '../../definition/nouns/transfer.ts';
import type { Action, Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun } from '../noun.ts';
import { findTarget } from '../target.ts';
import type { FindInstitutionFor } from './route.ts';

export interface TransferFacts {
  readonly transferred: {
    readonly from: string;
    readonly to: string;
    /** Whom a passed deadline had called upon at the old institution is released. */
    readonly anew: boolean;
  };
}

/** The institution in whose basket a record is after an action; nobody's basket does not exist. */
export const institutionAfter = (
  service: Service,
  record: CaseRecord,
  { transfer: declared }: Action,
  { answers, inputs }: { readonly answers: Answers; readonly inputs: Answers },
  findInstitutionFor: FindInstitutionFor,
): string => {
  if (!declared) return record.institution;
  if (declared.to) return findTarget(declared.to, answers, findInstitutionFor) ?? service.owner;
  const chosen = inputs[transferQuestion];
  return typeof chosen === 'string' ? chosen : record.institution;
};

/** Whether a record is where an action would send it already, as far as the declaration tells: then it is not offered. */
export const isThereAlready = ({ institution }: CaseRecord, { transfer: declared }: Action): boolean =>
  declared?.to !== undefined && 'institution' in declared.to && declared.to.institution === institution;

/** Whether it asks where a record goes, and the record may stay where it is since it comes into another state in any case. */
export const mayStay = (record: Pick<CaseRecord, 'state'>, { transfer: declared, to }: Action): boolean =>
  declared !== undefined && !declared.to && to !== undefined && to !== record.state;

/** What is wrong with the institution that was chosen: a record is not handed over to where it is. */
export const transferFaults = (record: CaseRecord, action: Action, inputs: Answers): readonly FieldError[] =>
  action.transfer && !action.transfer.to && !mayStay(record, action) && inputs[transferQuestion] === record.institution
    ? [{ path: transferQuestion, code: 'same-institution', message: sameInstitution }]
    : [];

const sameInstitution: Text = {
  ar: 'الطلب لدى هذه الجهة أصلًا: اختر جهة أخرى',
  fr: 'La demande est déjà dans cette institution : choisissez-en une autre',
  en: 'The record is with this institution already: choose another one',
};

export const transfer: RecordNoun = {
  decide: ({ record, action, institution }) =>
    record && action?.transfer && institution !== record.institution
      ? { transferred: { from: record.institution, to: institution, anew: action.transfer.deadlineAnew } }
      : undefined,
  apply: (_before, event) => {
    if (event.kind !== 'acted' || !event.facts.transferred) return undefined;
    const { to, anew } = event.facts.transferred;
    return { institution: to, ...(anew && { escalatedTo: [] }) };
  },
};
