import { say, type Text } from '../../base/texts.ts';
import { nameOfRecord } from '../../form/applicant.ts';
import { statesAfter } from '../../record/changes.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Timeline } from '../ui/timeline.tsx';
import type { Desk } from './desk.ts';
import type { DeskRecord } from './record-data.ts';
import { Answers } from './record-facts.tsx';
import { historyOf } from './record-history.tsx';
import { wordsFor } from './record-texts.ts';
import { StateTag } from './record-words.tsx';
import { thenPath } from './then-path.ts';

const texts = {
  title: { ar: 'كما كان', fr: 'État antérieur', en: 'As it was' },
  on: { ar: 'هذا ما كان عليه السجل في', fr: 'Voici ce que disait la fiche le', en: 'This is what the record said on' },
  since: {
    ar: '{count, plural, =0 {لم يحدث شيء بعد ذلك.} one {حدث بعد ذلك أمر واحد.} two {حدث بعد ذلك أمران.} few {حدثت بعد ذلك # أمور.} many {حدث بعد ذلك # أمرًا.} other {حدث بعد ذلك # أمر.}}',
    fr: '{count, plural, =0 {Rien n’est arrivé depuis.} one {Une étape a suivi.} other {# étapes ont suivi.}}',
    en: '{count, plural, =0 {Nothing has happened since.} one {One step has followed.} other {# steps have followed.}}',
  },
  present: { ar: 'السجل كما هو الآن', fr: 'La fiche telle qu’elle est', en: 'The record as it is now' },
  before: { ar: 'الخطوة السابقة', fr: 'Étape précédente', en: 'Step before' },
  after: { ar: 'الخطوة التالية', fr: 'Étape suivante', en: 'Step after' },
  step: { ar: 'ما حدث في هذه الخطوة', fr: 'Ce qui s’est passé à cette étape', en: 'What happened in this step' },
} as const satisfies Record<string, Text>;

interface RecordThenPageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly opened: DeskRecord;
  /** The number of the event after which it is shown. */
  readonly event: number;
}

/** A record as it was after one of its events: nothing can be done with it here. */
export const RecordThenPage = ({ context, desk, opened, event: number }: RecordThenPageProps) => {
  const { locale } = context;
  const { service, record: now, events, reference, tools } = opened;
  const record = statesAfter(now.id, events)[number - 1] ?? now;
  const at = events[number - 1]?.at ?? now.updatedAt;
  const moment = historyOf(desk, opened)[events.length - number];
  const href = `/staff/records/${reference}`;
  return (
    <Page context={context} title={`${say(locale, texts.title)} – ${reference}`} layout="wide" backHref={href}>
      <Title
        above={
          <>
            {service.texts.record[locale]} · {nameOfRecord(service, record.answers, tools)}
          </>
        }
      >
        <span class="tags">
          <Bdi>{reference}</Bdi> <StateTag service={service} state={record.state} locale={locale} />
        </span>
      </Title>
      <div class="then">
        <Alert tone="warning">
          <p>
            {say(locale, texts.on)}{' '}
            <strong>
              <LongDateTime locale={locale} at={at} timeZone={tools.world.timeZone} />
            </strong>
            {'. '}
            {say(locale, texts.since, { count: events.length - number })}
          </p>
        </Alert>
      </div>
      <Actions>
        <ButtonLink href={href}>{say(locale, texts.present)}</ButtonLink>
        {number > 1 && (
          <ButtonLink href={thenPath(reference, number - 1)} look="secondary">
            {say(locale, texts.before)}
          </ButtonLink>
        )}
        {number < events.length && (
          <ButtonLink href={thenPath(reference, number + 1)} look="secondary">
            {say(locale, texts.after)}
          </ButtonLink>
        )}
      </Actions>
      <h2>{say(locale, wordsFor(service).answers)}</h2>
      <Answers opened={{ ...opened, record }} />
      {moment && (
        <>
          <h2>{say(locale, texts.step)}</h2>
          <Timeline moments={[moment]} />
        </>
      )}
    </Page>
  );
};
