import { say } from '../../base/texts.ts';
import { getState } from '../../definition/service.ts';
import { saySpanLeft } from '../duration-texts.ts';
import { pageNouns } from '../nouns.ts';
import { paragraphs } from '../paragraphs.tsx';
import type { Desk } from './desk.ts';
import { RecordActions } from './record-actions.tsx';
import { type DeskRecord, enumerate } from './record-data.ts';
import { saidWith } from '../said-with.tsx';
import { recordTexts as texts, wordsFor } from './record-texts.ts';
import { type Clock, ClockWords, urgencyOf } from './record-words.tsx';
import type { WorklistQuery } from './worklist-query.ts';

export const clockOf = ({ record }: Pick<DeskRecord, 'record'>): Clock => ({
  escalated: record.escalatedTo.length > 0,
  dueAt: record.deadline && 'dueAt' in record.deadline ? record.deadline.dueAt : null,
  deadline: record.deadline?.name ?? null,
});

/** The head of a record's page: what it needs, from whom, by when, and the buttons for it. */
export const RecordNow = ({
  desk,
  opened,
  list,
}: {
  readonly desk: Desk;
  readonly opened: DeskRecord;
  readonly list: WorklistQuery | undefined;
}) => {
  const { service, record, tools } = opened;
  const { locale } = tools;
  const { meaning } = getState(service, record.state);
  const isEntry = service.kind === 'register' && meaning === 'open';
  const clock = clockOf(opened);
  const isLate = record.escalatedTo.length > 0 && (meaning === 'open' || meaning === 'waiting');
  const said = meaning === 'open' ? lastOfApplicant(opened) : undefined;
  return (
    <section
      class="now"
      data-tone={meaning === 'open' ? (urgencyOf(clock, service, tools) ?? 'info') : undefined}
      aria-labelledby="now"
    >
      <div class="now-head">
        <h2 id="now">{say(locale, isEntry ? texts.canDo : texts.now)}</h2>
        {meaning === 'open' && !(isEntry && clock.deadline === null) && (
          <ClockWords clock={clock} service={service} tools={tools} />
        )}
      </div>
      <p>{sayNeed(desk, opened)}</p>
      {isLate && (
        <p>
          {say(locale, texts.escalatedTo, {
            roles: enumerate(
              record.escalatedTo.map((role) => desk.sayRole(role, locale, service)),
              locale,
              'conjunction',
            ),
          })}
        </p>
      )}
      {record.deadline && 'left' in record.deadline && (
        <p>
          {say(locale, texts.pausedWith, {
            time: saySpanLeft({ n: record.deadline.left, unit: record.deadline.unit }, locale),
          })}
        </p>
      )}
      {paragraphs(...pageNouns.flatMap((noun) => noun.staffNow?.(desk, opened) ?? []))}
      {said && (
        <>
          <h3>{say(locale, texts.applicantSaid)}</h3>
          {said}
        </>
      )}
      <RecordActions desk={desk} opened={opened} list={list} />
    </section>
  );
};

const sayNeed = (desk: Desk, { service, record, tools: { locale } }: DeskRecord): string => {
  switch (getState(service, record.state).meaning) {
    case 'open': {
      const { length: waiting } = record.proposals;
      if (waiting > 0) return say(locale, texts.proposalsWait, { count: waiting });
      if (service.kind === 'register') return say(locale, texts.inRegister);
      const roles = new Set(
        [...service.actions.values()]
          .filter(({ from, answers }) => from.includes(record.state) && answers === undefined)
          .flatMap(({ by }) => by),
      );
      return say(locale, texts.needsStaff, {
        roles: enumerate(
          [...roles].filter((role) => role !== 'applicant').map((role) => desk.sayRole(role, locale, service)),
          locale,
        ),
      });
    }
    case 'waiting':
      return say(locale, texts.needsApplicant);
    case 'granted':
    case 'refused':
    case 'closed':
      return say(locale, wordsFor(service).needsNothing);
  }
};

/** What the applicant wrote since the submission, if that is what happened last. */
export const lastOfApplicant = (opened: DeskRecord) => {
  const last = opened.events.findLast((event) => event.kind === 'acted');
  return last?.kind === 'acted' && last.actor.kind === 'applicant' ? saidWith(opened, last) : undefined;
};
