import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import { channelTexts } from '../../definition/nouns/channel-texts.ts';
import { getState } from '../../definition/service.ts';
import { type Acted, isByClock, type RecordEvent } from '../../record/events.ts';
import { sayRoute } from '../basket.ts';
import { sayBecause } from '../because.ts';
import { pageNouns } from '../nouns.ts';
import { assignmentTexts } from '../nouns/assignment-texts.ts';
import { momentOfConsent } from '../nouns/consents.tsx';
import { deadlinesTexts } from '../nouns/deadlines-texts.ts';
import { erasePageTexts } from '../nouns/erase-texts.ts';
import { momentOfTask } from '../nouns/tasks.tsx';
import { momentOfException } from '../nouns/break-glass.tsx';
import { successionTexts } from '../nouns/succession-texts.ts';
import { paragraphs } from '../paragraphs.tsx';
import { saidWith } from '../said-with.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import type { Moment } from '../ui/timeline.tsx';
import type { Desk } from './desk.ts';
import { type DeskRecord, enumerate } from './record-data.ts';
import { recordTexts as texts } from './record-texts.ts';
import { StateTag, toneOf } from './record-words.tsx';
import { sayActor } from './say-actor.ts';

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

const momentOf = (
  desk: Desk,
  opened: DeskRecord,
  event: RecordEvent,
  earlier: readonly RecordEvent[],
): Omit<Moment, 'byline'> => {
  const { service, tools } = opened;
  const { locale } = tools;
  switch (event.kind) {
    case 'submitted': {
      const channel = channelTexts[event.facts.channel];
      return {
        title: say(locale, event.actor.kind === 'account' ? texts.entered : texts.received),
        icon: 'document',
        body: paragraphs(
          channel && say(locale, texts.cameBy, { channel: channel[locale] }),
          `${say(locale, texts.routed, { institution: desk.sayInstitution(event.facts.institution, locale) })} ${sayRoute(opened, event, tools)}`,
          ...ofNouns(desk, opened, event),
        ),
      };
    }
    case 'deadline-near':
      return {
        title: say(locale, deadlinesTexts.near),
        tone: 'warning',
        icon: 'clock',
        body: paragraphs(...ofNouns(desk, opened, event)),
      };
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
    case 'recounted':
      return {
        title: say(locale, deadlinesTexts.recounted),
        icon: 'clock',
        body: paragraphs(...ofNouns(desk, opened, event)),
      };
    case 'erased':
      return {
        title: say(locale, erasePageTexts.step),
        icon: 'lock',
        body: paragraphs(...ofNouns(desk, opened, event)),
      };
    case 'consent-changed':
      return { ...momentOfConsent(service, event, locale), body: paragraphs(...ofNouns(desk, opened, event)) };
    case 'task-near':
    case 'task-overdue':
      return momentOfTask(opened, event, (role) => desk.sayRole(role, locale, service));
    case 'opened-by-exception':
      return momentOfException(opened, event);
    case 'succeeded':
      return {
        title: say(locale, successionTexts.title),
        tone: 'info',
        icon: 'people',
        body: paragraphs(...ofNouns(desk, opened, event)),
      };
    case 'reassigned':
      return {
        title: say(locale, event.facts.absent ? assignmentTexts.handedOn : assignmentTexts.reassigned),
        icon: 'person',
        body: paragraphs(...ofNouns(desk, opened, event)),
      };
    case 'acted': {
      const before = earlier.findLast((one) => !isByClock(one))?.facts.state;
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
