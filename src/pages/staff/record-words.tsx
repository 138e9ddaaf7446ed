import { say } from '../../base/texts.ts';
import type { State } from '../../definition/nouns/states.ts';
import { type Field, getState, type Service } from '../../definition/service.ts';
import type { StateMeaning } from '../../definition/nouns/states.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { surveyFigures } from '../../form/survey-figures.ts';
import { subtractSpan } from '../../territory/calendar.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { IconName } from '../ui/icons.ts';
import { sayShare } from '../say-number.ts';
import { Tag, type Tone } from '../ui/tag.tsx';
import { staffTexts as texts } from './staff-texts.ts';
import { ShortDateTime } from './short-date-time.tsx';
import { sayTimeLeft } from './time-left.ts';

/** What a state means, as a tone and a shape. */
const looks: Readonly<Record<StateMeaning, { readonly tone: Tone; readonly icon: IconName }>> = {
  open: { tone: 'info', icon: 'edit' },
  waiting: { tone: 'warning', icon: 'message' },
  granted: { tone: 'success', icon: 'check' },
  refused: { tone: 'danger', icon: 'close' },
  closed: { tone: 'neutral', icon: 'close' },
};

export const toneOf = ({ meaning }: State): Tone => looks[meaning].tone;

/** A state in the words for civil servants. */
export const StateTag = ({
  service,
  state,
  locale,
}: {
  readonly service: Service;
  readonly state: string;
  readonly locale: FieldTools['locale'];
}) => {
  const declared = getState(service, state);
  return (
    <Tag tone={looks[declared.meaning].tone} icon={looks[declared.meaning].icon}>
      {declared.staffLabel[locale]}
    </Tag>
  );
};

const isTelling = ({ type, protect }: Field): boolean =>
  (type === 'choice' || type === 'place') && (protect === 'public' || protect === 'internal');

/** A record in one line: the answers that were chosen from lists, which are short and tell what it is about. */
export const gistOf = (service: Service, answers: Answers, { locale, world }: FieldTools): string => {
  if (service.survey) {
    const { completion } = surveyFigures(service, service.survey, answers, world.now);
    const round = answers[service.survey.round];
    return [round, say(locale, texts.filledIn, { share: sayShare(completion, locale) })].filter(Boolean).join(' · ');
  }
  return [...service.fields.values()]
    .filter((field) => isTelling(field) && answers[field.name] !== undefined)
    .slice(0, 4)
    .map((field) => behaviourOf(field).say(answers[field.name] ?? '', field, locale, world))
    .join(' · ');
};

const soon = 30 * 60_000;

export interface Clock {
  readonly escalated: boolean;
  readonly dueAt: Date | null;
  /** Name of the deadline: with no `dueAt` it is paused. */
  readonly deadline: string | null;
}

/** How urgent it is: undefined when there is time. The office is reminded when its declaration says so, or shortly before. */
export const urgencyOf = (
  { escalated, dueAt, deadline }: Clock,
  service: Service,
  { world: { now }, calendar }: Pick<FieldTools, 'world' | 'calendar'>,
): 'danger' | 'warning' | undefined => {
  if (escalated || (dueAt && dueAt <= now)) return 'danger';
  if (!dueAt) return undefined;
  const { remind = [] } = service.deadlines.find(({ name }) => name === deadline) ?? {};
  const isNear = remind.some((before) => subtractSpan(dueAt, before, calendar) <= now);
  return isNear || +dueAt - +now < soon ? 'warning' : undefined;
};

/** The deadline in words, urgent ones marked by a shape as well. */
export const ClockWords = ({
  clock,
  service,
  tools,
}: {
  readonly clock: Clock;
  readonly service: Service;
  readonly tools: FieldTools;
}) => {
  const { locale, world, calendar } = tools;
  const { escalated, dueAt, deadline } = clock;
  const late = escalated && (
    <Tag tone="danger" icon="bell">
      {say(locale, texts.overdue)} · {say(locale, texts.escalated)}
    </Tag>
  );
  if (!dueAt)
    return late || <span class="quiet">{say(locale, deadline === null ? texts.noDeadline : texts.paused)}</span>;
  const unit = service.deadlines.find(({ name }) => name === deadline)?.within.unit ?? 'elapsed';
  const words = sayTimeLeft(dueAt, { now: world.now, unit, calendar }, locale);
  const urgency = urgencyOf({ ...clock, escalated: false }, service, tools);
  return (
    <span class="clock">
      {late}
      {urgency ? (
        <Tag tone={urgency} icon="clock">
          {words}
        </Tag>
      ) : (
        <span>{words}</span>
      )}
      <span class="quiet">
        <ShortDateTime locale={locale} at={dueAt} world={world} />
      </span>
    </span>
  );
};
