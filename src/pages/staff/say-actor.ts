import { say } from '../../base/texts.ts';
import type { Actor, RecordEvent } from '../../record/events.ts';
import type { Desk } from './desk.ts';
import type { DeskRecord } from './record-data.ts';
import { staffTexts } from './staff-texts.ts';

/** Name, role and institution of a colleague; which rule or clock otherwise. */
export const sayActor = (
  desk: Desk,
  { service, names, staff, tools: { locale } }: DeskRecord,
  actor: Actor,
  kind: RecordEvent['kind'],
): string => {
  const sayClock = (what: RecordEvent['kind']) =>
    what === 'deadline-passed' || what === 'task-overdue'
      ? staffTexts.byClock
      : what === 'deadline-near' || what === 'task-near'
        ? staffTexts.byReminder
        : staffTexts.byRule;
  switch (actor.kind) {
    case 'applicant':
      return say(locale, staffTexts.applicant);
    case 'system':
      return say(locale, sayClock(kind));
    case 'account': {
      const called = names.get(actor.account)?.[locale];
      const name = actor.key && called !== undefined ? say(locale, staffTexts.system, { name: called }) : called;
      const isYou = actor.account === staff.accountId;
      return [
        name && isYou ? `${name} (${say(locale, staffTexts.you)})` : name,
        desk.sayRole(actor.role, locale, service),
        desk.sayInstitution(actor.institution, locale),
        actor.for !== undefined &&
          say(locale, staffTexts.forWhom, {
            name: names.get(actor.for)?.[locale] ?? say(locale, staffTexts.colleague),
          }),
      ]
        .filter((part) => part)
        .join(locale === 'ar' ? '، ' : ', ');
    }
  }
};
