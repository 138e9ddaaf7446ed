import { say } from '../../base/texts.ts';
import { type Action, getState } from '../../definition/service.ts';
import type { StateMeaning } from '../../definition/nouns/states.ts';
import { sayInstant } from '../../form/fields/datetime.ts';
import { actionsFor } from '../../record/allowed-actions.ts';
import type { Tone } from '../ui/tag.tsx';
import { recordTexts as texts } from './record-texts.ts';
import type { RecordView } from './record-view.ts';

/** Where a record stands, in the service's own word for it and one sentence on what that means. */
export interface Standing {
  readonly tone: Tone;
  readonly title: string;
  readonly sentence: string;
}

/** The colour of each kind of state, where a request stands in a list. */
export const meaningTones: Readonly<Record<StateMeaning, Tone>> = {
  open: 'neutral',
  waiting: 'warning',
  granted: 'success',
  refused: 'danger',
  closed: 'info',
};

export const standingOf = (view: RecordView): Standing => {
  const { service, record, tools } = view;
  const { locale } = tools;
  const { meaning, label } = getState(service, record.state);
  const title = label[locale];
  const tone = meaningTones[meaning];
  switch (meaning) {
    case 'open':
      return { tone, title, sentence: waitingSentence(view) };
    case 'waiting':
      return { tone, title, sentence: say(locale, texts.yourTurn) };
    case 'granted':
      return {
        tone,
        title,
        sentence: say(locale, hasValidDocument(view) ? texts.documentReady : texts.grantedOnly),
      };
    case 'refused':
      return {
        tone,
        title,
        sentence: say(locale, waysOn(view).length > 0 ? texts.refusedWithWay : texts.refusedForGood),
      };
    case 'closed':
      return { tone, title, sentence: say(locale, texts.closed) };
  }
};

const waitingSentence = ({ record, tools: { locale, world } }: RecordView): string => {
  const { deadline, escalatedTo } = record;
  const answerBy =
    deadline && 'dueAt' in deadline
      ? say(locale, texts.answerBy, { by: sayInstant(deadline.dueAt, locale, world.timeZone) })
      : undefined;
  if (escalatedTo.length === 0) return answerBy ?? say(locale, texts.examined);
  return [say(locale, texts.late), answerBy].filter((sentence) => sentence !== undefined).join(' ');
};

const hasValidDocument = ({ record, tools }: RecordView): boolean =>
  record.documents.some(({ revoked, until }) => !revoked && (until === undefined || new Date(until) > tools.world.now));

/** What the applicant may do now, what moves the request on before what ends it. */
export const waysOn = ({ service, record, candidate, tools }: RecordView): readonly Action[] =>
  actionsFor(service, record, candidate, tools.world.now)
    .flatMap(({ action, refusal }) => (refusal ? [] : [action]))
    .toSorted((a, b) => Number(ends(service, a)) - Number(ends(service, b)));

/** Whether an action leads to where nothing more happens. */
export const ends = (service: RecordView['service'], { to }: Action): boolean =>
  to !== undefined && service.states.get(to)?.meaning === 'closed';
