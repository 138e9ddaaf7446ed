import { say } from '../../base/texts.ts';
import type { State } from '../../definition/nouns/states.ts';
import { type Field, getState, type Service } from '../../definition/service.ts';
import type { StateMeaning } from '../../definition/nouns/states.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { IconName } from '../ui/icons.ts';
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
export const gistOf = (service: Service, answers: Answers, { locale, world }: FieldTools): string =>
  [...service.fields.values()]
    .filter((field) => isTelling(field) && answers[field.name] !== undefined)
    .slice(0, 4)
    .map((field) => behaviourOf(field).say(answers[field.name] ?? '', field, locale, world))
    .join(' · ');

const soon = 30 * 60_000;

export interface Clock {
  readonly escalated: boolean;
  readonly dueAt: Date | null;
  /** Name of the deadline: with no `dueAt` it is paused. */
  readonly deadline: string | null;
}

/** How urgent it is: undefined when there is time. */
export const urgencyOf = ({ escalated, dueAt }: Clock, now: Date): 'danger' | 'warning' | undefined => {
  if (escalated || (dueAt && dueAt <= now)) return 'danger';
  return dueAt && +dueAt - +now < soon ? 'warning' : undefined;
};

/** The deadline in words, urgent ones marked by a shape as well. */
export const ClockWords = ({
  clock,
  tools: { locale, world },
}: {
  readonly clock: Clock;
  readonly tools: FieldTools;
}) => {
  const { escalated, dueAt, deadline } = clock;
  const urgency = urgencyOf(clock, world.now);
  if (escalated)
    return (
      <Tag tone="danger" icon="bell">
        {say(locale, texts.overdue)} · {say(locale, texts.escalated)}
      </Tag>
    );
  if (!dueAt) return <span class="quiet">{say(locale, deadline === null ? texts.noDeadline : texts.paused)}</span>;
  const words = sayTimeLeft(dueAt, world.now, locale);
  return (
    <span class="clock">
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
