import { say, type Text } from '../../base/texts.ts';
import type { AssignmentOfAction } from '../../definition/nouns/assignment.ts';
import { sayDay } from '../../form/fields/date.ts';
import { isByClock } from '../../record/events.ts';
import { usesAssignees } from '../../record/nouns/assignment.ts';
import type { PageNoun } from '../noun.ts';
import type { DeskRecord } from '../staff/record-data.ts';
import { Card } from '../ui/card.tsx';
import { assignmentTexts as texts } from './assignment-texts.ts';

const outcomeTexts: Readonly<Record<NonNullable<AssignmentOfAction['assign']>, Text>> = {
  me: texts.willBeYou,
  person: texts.willBeChosen,
  'round-robin': texts.willBeNext,
  nobody: texts.willBeNobody,
};

/** The name of an account, and whether it is the reader's own. */
const sayAccount = ({ names, staff, tools: { locale } }: DeskRecord, account: string): string => {
  const name = names.get(account)?.[locale] ?? say(locale, texts.unknown);
  return account === staff.accountId ? say(locale, texts.you, { name }) : name;
};

/** An absence ends as the next day begins. */
const sayAbsent = (opened: DeskRecord, account: string, until: Date): string => {
  const { locale, calendar } = opened.tools;
  return say(locale, texts.absent, {
    name: sayAccount(opened, account),
    day: sayDay(calendar.dayOf(new Date(+until - 1)), locale),
  });
};

/** Civil servants among themselves: of who is in charge applicants learn nothing. */
export const assignment: PageNoun = {
  outcomes: (_desk, { tools }, { assign }) => (assign ? [say(tools.locale, outcomeTexts[assign])] : []),
  outcomesForMany: (_service, { assign }, { locale }) => (assign ? [say(locale, outcomeTexts[assign])] : []),
  staffStep: (_desk, opened, event) => {
    const assigned = event.kind === 'reassigned' || !isByClock(event) ? event.facts.assigned : undefined;
    if (!assigned) return [];
    const { locale } = opened.tools;
    const absent = event.kind === 'reassigned' ? event.facts.absent : undefined;
    return [
      ...(absent ? [sayAbsent(opened, absent.account, new Date(absent.until))] : []),
      assigned.to === undefined
        ? say(locale, texts.released)
        : say(locale, texts.assigned, { name: sayAccount(opened, assigned.to) }),
    ];
  },
  staffCard: (_desk, opened) => {
    const { service, record, tools } = opened;
    if (!usesAssignees(service)) return undefined;
    return (
      <Card title={say(tools.locale, texts.assignee)}>
        {record.assignee === undefined ? (
          <p class="quiet">{say(tools.locale, texts.nobody)}</p>
        ) : (
          <p>
            <bdi>{sayAccount(opened, record.assignee)}</bdi>
          </p>
        )}
        {record.assignee !== undefined && opened.assigneeAwayUntil && (
          <p class="quiet">{sayAbsent(opened, record.assignee, opened.assigneeAwayUntil)}</p>
        )}
      </Card>
    );
  },
  json: ({ service, record, candidate }) =>
    usesAssignees(service) && candidate.kind === 'account' ? { assignee: record.assignee ?? null } : {},
};
