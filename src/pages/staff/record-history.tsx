import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import { getState } from '../../definition/service.ts';
import type { Acted, Actor, RecordEvent } from '../../record/events.ts';
import { sayBecause } from '../because.ts';
import { pageNouns } from '../nouns.ts';
import { paragraphs } from '../paragraphs.tsx';
import { saidWith } from '../said-with.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import type { Moment } from '../ui/timeline.tsx';
import type { Desk } from './desk.ts';
import { type DeskRecord, enumerate } from './record-data.ts';
import { explainNotAutomatic, explainRoute } from './record-explain.ts';
import { channelTexts, recordTexts as texts } from './record-texts.ts';
import { StateTag, toneOf } from './record-words.tsx';
import { staffTexts } from './staff-texts.ts';

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
  const { locale } = tools;
  switch (event.kind) {
    case 'submitted': {
      const channel = channelTexts[event.facts.channel];
      return {
        title: say(locale, texts.received),
        icon: 'document',
        body: paragraphs(
          channel && say(locale, texts.cameBy, { channel: channel[locale] }),
          `${say(locale, texts.routed, { institution: desk.sayInstitution(event.facts.institution, locale) })} ${explainRoute(service, record, event, tools)}`,
          !isActedByRule(opened.events[1]) && explainNotAutomatic(service, record, event, tools),
          ...ofNouns(desk, opened, event),
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
          ...ofNouns(desk, opened, event),
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
        body: bodyOf(desk, opened, event),
      };
    }
  }
};

const isActedByRule = (event: RecordEvent | undefined): boolean =>
  event?.kind === 'acted' && event.actor.kind === 'system';

const bodyOf = (desk: Desk, opened: DeskRecord, event: Acted): ComponentChildren => {
  const { service, record, tools } = opened;
  return paragraphs(
    sayBecause(service, record, event, tools.locale, tools.world),
    saidWith(opened, event),
    ...ofNouns(desk, opened, event),
  );
};

const ofNouns = (desk: Desk, opened: DeskRecord, event: RecordEvent): readonly ComponentChildren[] =>
  pageNouns.flatMap((noun) => noun.staffStep?.(desk, opened, event) ?? []);
