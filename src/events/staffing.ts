import { assigneeQuestion } from '../definition/nouns/assignment.ts';
import type { Action, Service } from '../definition/service.ts';
import { type Locale, locales, say, type Text } from '../base/texts.ts';
import { stateAfter } from '../record/decide.ts';
import type { CaseRecord } from '../record/fold.ts';
import type { NextAssignee } from '../record/nouns/assignment.ts';

/** Somebody who may be put in charge of a record. */
export interface Colleague {
  readonly account: string;
  /** A proper name, to be shown as it is. */
  readonly name: Text;
}

/** What putting people in charge needs to know of accounts and their grants. */
export interface Staffing {
  /** Whoever holds one of the roles over the institution's records of the service, by name. */
  readonly colleagues: (
    service: Service,
    institution: string,
    roles: readonly string[],
  ) => Promise<readonly Colleague[]>;
  /** Gives turns among the roles that the service names; undefined where it names none. */
  readonly turnsFor: (service: Service) => Promise<NextAssignee | undefined>;
}

/** The roles that can do something in the state to which an action leads; any that work on the service where none can. */
const rolesAfter = (service: Service, record: CaseRecord, action: Action): readonly string[] => {
  const state = stateAfter(record, action);
  const staffActions = [...service.actions.values()].filter(({ answers }) => answers === undefined);
  const then = staffActions.filter(({ from }) => from.includes(state));
  const roles = (then.length > 0 ? then : staffActions).flatMap(({ by }) => by);
  return [...new Set(roles)].filter((role) => role !== 'applicant');
};

/** An action that puts somebody in charge, with the colleagues among whom to choose; any other as it is. */
export const withColleagues = async (
  staffing: Staffing,
  service: Service,
  record: CaseRecord,
  action: Action,
): Promise<Action> => {
  if (action.assign !== 'person') return action;
  const colleagues = await staffing.colleagues(service, record.institution, rolesAfter(service, record, action));
  const options = new Map(colleagues.map(({ account, name }) => [account, name]));
  return {
    ...action,
    fields: action.fields.map((field) =>
      field.name === assigneeQuestion && field.type === 'choice' ? { ...field, options } : field,
    ),
  };
};

/** Why nobody can be put in charge by an action that chooses a person, where there is nobody to choose from; otherwise undefined. */
export const nobodyToChoose = (service: Service, record: CaseRecord, action: Action): Text | undefined => {
  if (action.assign !== 'person') return undefined;
  const isEmpty = action.fields.some(
    (field) => field.name === assigneeQuestion && field.type === 'choice' && field.options.size === 0,
  );
  if (!isEmpty) return undefined;
  const rolesIn = (locale: Locale): string =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(
      rolesAfter(service, record, action).map((role) => service.roles.get(role)?.[locale] ?? role),
    );
  const words = locales.map((locale) => [locale, say(locale, nobodyQualified, { roles: rolesIn(locale) })] as const);
  return Object.fromEntries(words) as Record<Locale, string>;
};

const nobodyQualified: Text = {
  ar: 'لا أحد يستطيع تولّي هذا الطلب: لا حساب لديه هنا أو في جهة أعلى صفة {roles}. اطلب من المسؤول عن الحسابات أن يعطي هذه الصفة لأحد الموظفين، أو أحِل الطلب إلى جهة أخرى.',
  fr: 'Personne ne peut prendre ce dossier : aucun compte n’a ici, ni au-dessus, le rôle {roles}. Demandez à qui gère les comptes de le donner à un agent, ou transmettez le dossier à une autre institution.',
  en: 'Nobody can take this on: no account here or above holds the role {roles}. Ask whoever manages accounts to give it to somebody, or hand the record to another institution.',
};
