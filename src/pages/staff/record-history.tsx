import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import { getState } from '../../definition/service.ts';
import { sayInstant } from '../../form/fields/datetime.ts';
import type { Acted, Actor, DeadlineChange, RecordEvent } from '../../record/events.ts';
import { sayBecause } from '../because.ts';
import { saidWith } from '../said-with.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import type { Moment } from '../ui/timeline.tsx';
import type { Desk } from './desk.ts';
import { type DeskRecord, enumerate } from './record-data.ts';
import { explainNotAutomatic, explainRoute } from './record-explain.ts';
import { channelTexts, recordTexts as texts } from './record-texts.ts';
import { StateTag, toneOf } from './record-words.tsx';
import { staffTexts } from './staff-texts.ts';
import { sayLength } from './time-left.ts';

/** All that happened to a record, the latest first, each with who did it as what. */
export const historyOf = (desk: Desk, opened: DeskRecord): readonly Moment[] =>
  opened.events
    .map((event, index) => ({
      ...momentOf(desk, opened, event, opened.events.slice(0, index)),
      byline: (
        <>
          {sayActor(desk, opened, event.actor, event.kind)} ·{' '}
          <LongDateTime locale={opened.tools.locale} at={event.at} timeZone={opened.tools.world.timeZone} />
        </>
      ),
    }))
    .toReversed();

/** Name, role and institution of a colleague; which rule or clock otherwise. */
const sayActor = (
  desk: Desk,
  { service, names, staff, tools: { locale } }: DeskRecord,
  actor: Actor,
  kind: RecordEvent['kind'],
): string => {
  switch (actor.kind) {
    case 'applicant':
      return say(locale, staffTexts.applicant);
    case 'system':
      return say(locale, kind === 'deadline-passed' ? staffTexts.byClock : staffTexts.byRule);
    case 'account': {
      const name = names.get(actor.account)?.[locale];
      const isYou = actor.account === staff.accountId;
      return [
        name && isYou ? `${name} (${say(locale, staffTexts.you)})` : name,
        desk.sayRole(actor.role, locale, service),
        desk.sayInstitution(actor.institution, locale),
      ]
        .filter((part) => part)
        .join(locale === 'ar' ? '، ' : ', ');
    }
  }
};

const momentOf = (
  desk: Desk,
  opened: DeskRecord,
  event: RecordEvent,
  earlier: readonly RecordEvent[],
): Omit<Moment, 'byline'> => {
  const { service, record, tools } = opened;
  const { locale, world } = tools;
  switch (event.kind) {
    case 'submitted': {
      const channel = channelTexts[event.facts.channel];
      const { deadline } = event.facts;
      const due =
        deadline &&
        'dueAt' in deadline &&
        say(locale, texts.dueBy, { by: sayInstant(new Date(deadline.dueAt), locale, world.timeZone) });
      return {
        title: say(locale, texts.received),
        icon: 'document',
        body: paragraphs(
          channel && say(locale, texts.cameBy, { channel: channel[locale] }),
          `${say(locale, texts.routed, { institution: desk.sayInstitution(event.facts.institution, locale) })} ${explainRoute(service, record, event, tools)}`,
          !isActedByRule(opened.events[1]) && explainNotAutomatic(service, record, event, tools),
          due,
        ),
      };
    }
    case 'deadline-passed':
      return {
        title: say(locale, texts.deadlinePassed),
        tone: 'warning',
        icon: 'bell',
        body: paragraphs(
          say(locale, texts.escalatedTo, {
            roles: enumerate(
              event.facts.escalatedTo.map((role) => desk.sayRole(role, locale, service)),
              locale,
              'conjunction',
            ),
          }),
        ),
      };
    case 'acted': {
      const before = earlier.findLast((one) => one.kind !== 'deadline-passed')?.facts.state;
      const { state, action } = event.facts;
      return {
        title: (
          <>
            {service.actions.get(action)?.label[locale] ?? action}{' '}
            {state !== before && <StateTag service={service} state={state} locale={locale} />}
          </>
        ),
        tone: toneOf(getState(service, state)),
        body: bodyOf(opened, event),
      };
    }
  }
};

const isActedByRule = (event: RecordEvent | undefined): boolean =>
  event?.kind === 'acted' && event.actor.kind === 'system';

const bodyOf = (opened: DeskRecord, event: Acted): ComponentChildren => {
  const { service, record, tools } = opened;
  const { locale, world } = tools;
  return paragraphs(
    sayBecause(service, record, event, locale, world),
    saidWith(opened, event),
    ...(event.facts.issued ?? []).map(({ kind }) =>
      say(locale, texts.issued, { document: service.documents.get(kind)?.title[locale] ?? kind }),
    ),
    (event.facts.revoked ?? []).length > 0 && say(locale, texts.revoked),
    sayDeadlineChange(opened, event.facts.deadline),
  );
};

const sayDeadlineChange = (
  { tools: { locale, world } }: DeskRecord,
  change: DeadlineChange | undefined,
): string | undefined => {
  switch (change?.change) {
    case 'runs':
      return say(locale, texts.resumed, { by: sayInstant(new Date(change.dueAt), locale, world.timeZone) });
    case 'paused':
      return say(locale, texts.pausedLeft, { time: sayLength(change.left, locale) });
    case 'over':
    case undefined:
      return undefined;
  }
};

const paragraphs = (...parts: readonly ComponentChildren[]): ComponentChildren => {
  const there = parts.filter((part) => part !== undefined && part !== false && part !== '');
  return there.length === 0 ? undefined : there.map((part) => (typeof part === 'string' ? <p>{part}</p> : part));
};
