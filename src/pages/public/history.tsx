import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import { getState } from '../../definition/service.ts';
import { type Acted, type Actor, isByClock, type RecordEvent } from '../../record/events.ts';
import { LongDateTime } from '../ui/date-time.tsx';
import type { Moment } from '../ui/timeline.tsx';
import { sayBecause } from '../because.ts';
import { pageNouns } from '../nouns.ts';
import { momentOfConsent } from '../nouns/consents.tsx';
import { deadlinesTexts } from '../nouns/deadlines-texts.ts';
import { momentOfException } from '../nouns/break-glass.tsx';
import { erasePageTexts } from '../nouns/erase-texts.ts';
import { successionTexts } from '../nouns/succession-texts.ts';
import { paragraphs } from '../paragraphs.tsx';
import { saidWith } from '../said-with.tsx';
import { recordTexts as texts } from './record-texts.ts';
import type { RecordView } from './record-view.ts';
import { ends } from './standing.ts';

/** All that happened to a record in words that its applicant understands, the latest first. */
export const historyOf = (view: RecordView): readonly Moment[] =>
  view.events
    .flatMap((event, index) => {
      const moment = momentOf(view, event, index);
      return tellsNothing(view, event, index, moment) ? [] : [{ ...moment, byline: bylineOf(view, event) }];
    })
    .toReversed();

/** What civil servants do among themselves: who takes a request on, what one notes for another, whom one waits for. */
const tellsNothing = (
  { events }: RecordView,
  event: RecordEvent,
  index: number,
  { body }: Pick<Moment, 'body'>,
): boolean =>
  event.kind === 'task-near' ||
  event.kind === 'task-overdue' ||
  event.kind === 'reassigned' ||
  // Only what is asked of others went elsewhere.
  (event.kind === 'succeeded' && event.facts.institution === undefined) ||
  (event.kind === 'recounted' && event.facts.deadline === undefined) ||
  (event.kind === 'acted' &&
    event.actor.kind !== 'applicant' &&
    body === undefined &&
    event.facts.state === stateBefore(events, index));

const stateBefore = (events: readonly RecordEvent[], index: number): string | undefined =>
  events.slice(0, index).findLast((event) => !isByClock(event))?.facts.state;

const bylineOf = ({ tools }: RecordView, { actor, at }: RecordEvent) => (
  <>
    {sayActor(actor, tools)} · <LongDateTime locale={tools.locale} at={at} timeZone={tools.world.timeZone} />
  </>
);

const sayActor = (actor: Actor, { locale, territory }: RecordView['tools']): string => {
  switch (actor.kind) {
    case 'applicant':
      return say(locale, texts.you);
    case 'system':
      return say(locale, texts.byRule);
    case 'account':
      return territory.findInstitution(actor.institution)?.name[locale] ?? say(locale, texts.office);
  }
};

const momentOf = (view: RecordView, event: RecordEvent, index: number): Omit<Moment, 'byline'> => {
  const { locale, territory } = view.tools;
  switch (event.kind) {
    case 'submitted': {
      const institution = territory.findInstitution(event.facts.institution)?.name[locale];
      // Decided in the same moment: nobody's basket and no deadline ever mattered.
      const decidedAtOnce = view.events[index + 1]?.at.getTime() === event.at.getTime();
      return {
        title: say(locale, texts.received),
        icon: 'document',
        body:
          !decidedAtOnce &&
          paragraphs(institution && say(locale, texts.sentTo, { institution }), ...ofNouns(view, event)),
      };
    }
    case 'deadline-near':
      return {
        title: say(locale, deadlinesTexts.nearForYou),
        icon: 'clock',
        body: paragraphs(...ofNouns(view, event)),
      };
    case 'deadline-passed':
      return {
        title: say(locale, texts.overdue),
        tone: 'warning',
        icon: 'clock',
        body: paragraphs(say(locale, texts.overdueDetail), ...ofNouns(view, event)),
      };
    case 'recounted':
      return {
        title: say(locale, deadlinesTexts.recountedForYou),
        icon: 'clock',
        body: paragraphs(...ofNouns(view, event)),
      };
    case 'erased':
      return { title: say(locale, erasePageTexts.step), icon: 'lock', body: paragraphs(...ofNouns(view, event)) };
    case 'consent-changed':
      return momentOfConsent(view.service, event, locale);
    case 'task-near':
    case 'task-overdue':
    case 'reassigned':
      return { title: '' };
    case 'opened-by-exception':
      return momentOfException(view, event);
    case 'succeeded':
      return {
        title: say(locale, successionTexts.title),
        icon: 'people',
        body: paragraphs(...ofNouns(view, event)),
      };
    case 'acted':
      return { ...headOf(view, event, stateBefore(view.events, index)), body: bodyOf(view, event) };
  }
};

/** What an action was, seen from the applicant: by what the states before and after mean, whatever the service calls them. */
const headOf = (
  { service, tools: { locale } }: RecordView,
  { actor, facts }: Acted,
  before: string | undefined,
): Pick<Moment, 'title' | 'tone' | 'icon'> => {
  const { meaning, label } = getState(service, facts.state);
  const action = service.actions.get(facts.action);
  const cameFrom = before === undefined ? undefined : getState(service, before).meaning;
  if (actor.kind === 'applicant') {
    if (action && ends(service, action)) return { title: say(locale, texts.ended), tone: 'neutral', icon: 'close' };
    if (cameFrom === 'waiting') return { title: say(locale, texts.answered), tone: 'info', icon: 'message' };
    if (cameFrom === 'refused') return { title: say(locale, texts.contested), tone: 'info', icon: 'scale' };
    return { title: action?.label[locale] ?? label[locale], tone: 'info', icon: 'person' };
  }
  // The state says nothing new where it stays as it is.
  if (facts.state === before) return { title: action?.label[locale] ?? label[locale], tone: 'neutral' };
  switch (meaning) {
    case 'waiting':
      return { title: say(locale, texts.asked), tone: 'warning', icon: 'message' };
    case 'granted':
      return { title: label[locale], tone: 'success' };
    case 'refused':
      return { title: label[locale], tone: 'danger' };
    case 'open':
    case 'closed':
      return { title: label[locale], tone: 'neutral' };
  }
};

const bodyOf = (view: RecordView, event: Acted): ComponentChildren => {
  const { service, record, tools } = view;
  return paragraphs(
    sayBecause(service, record, event, tools.locale, tools.world),
    saidWith(view, event),
    ...ofNouns(view, event),
  );
};

const ofNouns = (view: RecordView, event: RecordEvent): readonly ComponentChildren[] =>
  pageNouns.flatMap((noun) => noun.applicantStep?.(view, event) ?? []);
