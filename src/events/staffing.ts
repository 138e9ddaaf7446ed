import { assigneeQuestion } from '../definition/nouns/assignment.ts';
import { assignmentTexts } from '../definition/nouns/assignment-texts.ts';
import type { Action, Service } from '../definition/service.ts';
import { type Locale, say, type Text } from '../base/texts.ts';
import { sayDay } from '../form/fields/date.ts';
import { stateAfter } from '../record/decide.ts';
import type { CaseRecord } from '../record/fold.ts';
import type { NextAssignee } from '../record/nouns/assignment.ts';
import type { Calendar } from '../territory/calendar.ts';

/** Somebody who may be put in charge of a record. */
export interface Colleague {
  readonly account: string;
  /** A proper name, to be shown as it is. */
  readonly name: Text;
  /** Left out: there. */
  readonly awayUntil?: Date;
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

/** The roles that can do something in a state; any that work on the service where none can. */
export const rolesIn = (service: Service, state: string): readonly string[] => {
  const staffActions = [...service.actions.values()].filter(({ answers }) => answers === undefined);
  const then = staffActions.filter(({ from }) => from.includes(state));
  const roles = (then.length > 0 ? then : staffActions).flatMap(({ by }) => by);
  return [...new Set(roles)].filter((role) => role !== 'applicant');
};

const rolesAfter = (service: Service, record: CaseRecord, action: Action): readonly string[] =>
  rolesIn(service, stateAfter(record, action));

/**
 * An action that puts somebody in charge, with the colleagues among whom to choose; any other as it is. Nobody who is away is
 * among them: the question says who is, and until when.
 */
export const withColleagues = async (
  { staffing, calendar }: { readonly staffing: Staffing; readonly calendar: Calendar },
  service: Service,
  record: CaseRecord,
  action: Action,
): Promise<Action> => {
  if (action.assign !== 'person') return action;
  const colleagues = await staffing.colleagues(service, record.institution, rolesAfter(service, record, action));
  const options = new Map(
    colleagues.flatMap(({ account, name, awayUntil }) => (awayUntil ? [] : [[account, name] as const])),
  );
  const away = sayAway(colleagues, calendar);
  return {
    ...action,
    fields: action.fields.map((field) =>
      field.name === assigneeQuestion && field.type === 'choice'
        ? { ...field, options, ...(away && { hint: joined(assignmentTexts.assigneeHint, away) }) }
        : field,
    ),
  };
};

const inEach = (words: (locale: Locale) => string): Text => ({ ar: words('ar'), fr: words('fr'), en: words('en') });

const joined = (hint: Text, more: Text): Text => inEach((locale) => `${hint[locale]}. ${more[locale]}`);

/** Who is away, and until when; undefined when nobody is. */
const sayAway = (colleagues: readonly Colleague[], calendar: Calendar): Text | undefined => {
  const away = colleagues.flatMap(({ name, awayUntil }) => (awayUntil ? [{ name, awayUntil }] : []));
  if (away.length === 0) return undefined;
  return inEach((locale) =>
    say(locale, awayWords, {
      who: new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        away.map(({ name, awayUntil }) =>
          // An absence ends as the next day begins.
          say(locale, untilWords, {
            name: name[locale],
            day: sayDay(calendar.dayOf(new Date(+awayUntil - 1)), locale),
          }),
        ),
      ),
    }),
  );
};

const awayWords: Text = { ar: 'في غياب: {who}.', fr: 'Absents : {who}.', en: 'Away: {who}.' };
const untilWords: Text = { ar: '{name} (حتى {day})', fr: '{name} (jusqu’au {day})', en: '{name} (until {day})' };

/** Why nobody can be put in charge by an action that chooses a person, where there is nobody to choose from; otherwise undefined. */
export const nobodyToChoose = (service: Service, record: CaseRecord, action: Action): Text | undefined => {
  if (action.assign !== 'person') return undefined;
  const question = action.fields.find(({ name }) => name === assigneeQuestion);
  if (question?.type !== 'choice' || question.options.size > 0) return undefined;
  const rolesOf = (locale: Locale): string =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(
      rolesAfter(service, record, action).map((role) => service.roles.get(role)?.[locale] ?? role),
    );
  const unqualified = inEach((locale) => say(locale, nobodyQualified, { roles: rolesOf(locale) }));
  const { hint } = question;
  const isSomebodyAway = hint !== undefined && hint !== assignmentTexts.assigneeHint;
  return isSomebodyAway ? inEach((locale) => `${unqualified[locale]} ${hint[locale]}`) : unqualified;
};

const nobodyQualified: Text = {
  ar: 'لا أحد يستطيع تولّي هذا الطلب: لا حساب لديه هنا أو في جهة أعلى صفة {roles}. اطلب من المسؤول عن الحسابات أن يعطي هذه الصفة لأحد الموظفين، أو أحِل الطلب إلى جهة أخرى.',
  fr: 'Personne ne peut prendre ce dossier : aucun compte n’a ici, ni au-dessus, le rôle {roles}. Demandez à qui gère les comptes de le donner à un agent, ou transmettez le dossier à une autre institution.',
  en: 'Nobody can take this on: no account here or above holds the role {roles}. Ask whoever manages accounts to give it to somebody, or hand the record to another institution.',
};
