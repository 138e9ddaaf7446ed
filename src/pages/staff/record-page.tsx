import { nameOfRecord } from '../../form/applicant.ts';
import { say } from '../../base/texts.ts';
import { pageNouns } from '../nouns.ts';
import { ExceptionAlert } from '../nouns/break-glass.tsx';
import { ErasedNotice } from '../nouns/erase.tsx';
import { HandedOver } from '../nouns/transfer.tsx';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Columns, Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Timeline } from '../ui/timeline.tsx';
import { ClosedAnswers } from './closed-answers.tsx';
import type { Desk } from './desk.ts';
import { dossierPath } from './dossier/dossier-paths.ts';
import { dossierTexts } from './dossier/dossier-texts.ts';
import { KeysHelp, keysIsland, recordKeys } from './keys-help.tsx';
import { LiveBar, streamOf } from './live-bar.tsx';
import { OtherActions } from './record-actions.tsx';
import type { DeskRecord, RecordExtras } from './record-data.ts';
import { AboutCard, Answers, MessagesCard } from './record-facts.tsx';
import { historyOf } from './record-history.tsx';
import { RecordNow } from './record-now.tsx';
import { recordTexts as texts, wordsFor } from './record-texts.ts';
import { StateTag } from './record-words.tsx';
import { ReadingsCard } from './readings-card.tsx';
import { listParameter, worklistHref, type WorklistQuery } from './worklist-query.ts';

/** What was just done, on this record or on the one before it. */
export interface Done {
  readonly reference: string;
  readonly words: string;
}

interface RecordPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly opened: DeskRecord;
  readonly extras: RecordExtras;
  /** The list that it was opened from. */
  readonly list: WorklistQuery | undefined;
  readonly done: Done | undefined;
}

/** A record on one page: what it needs, what was asked, what happened. */
export const RecordPage = ({ context, csrfToken, desk, opened, extras, list, done }: RecordPageProps) => {
  const { locale } = context;
  const { service, record, reference, tools } = opened;
  const words = wordsFor(service);
  const here = `/staff/records/${reference}${listParameter(list)}`;
  return (
    <Page
      context={context}
      title={`${reference} – ${service.texts.record[locale]}`}
      layout="wide"
      islands={[keysIsland]}
    >
      {done && <DoneAlert done={done} isHere={done.reference === reference} locale={locale} />}
      <nav class="record-ways" aria-label={say(locale, texts.backToList)}>
        <a
          class="ds-link"
          id="back"
          href={list ? worklistHref(list, { after: list.after, before: list.before }) : '/staff'}
        >
          {say(locale, texts.backToList)}
        </a>
        {list && service.kind !== 'register' && (
          <a class="ds-link" id="next" href={`/staff/records/${reference}/next${listParameter(list)}`}>
            {say(locale, words.next)}
          </a>
        )}
        <a class="ds-link" href={dossierPath(reference)}>
          {say(locale, dossierTexts.print)}
        </a>
      </nav>
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
      <ErasedNotice record={record} tools={tools} />
      {opened.openedByExceptionUntil !== undefined && (
        <ExceptionAlert until={opened.openedByExceptionUntil} tools={tools} />
      )}
      {opened.handedOverTo === undefined ? (
        <RecordNow desk={desk} opened={opened} list={list} />
      ) : (
        <HandedOver institution={opened.handedOverTo} tools={tools} />
      )}
      <Columns
        asideLabel={say(locale, words.about)}
        aside={
          <>
            {pageNouns.map((noun) => noun.staffCard?.(desk, opened, extras))}
            <MessagesCard opened={opened} extras={extras} />
            <AboutCard desk={desk} opened={opened} />
            <ReadingsCard desk={desk} opened={opened} extras={extras} />
          </>
        }
      >
        {pageNouns.map((noun) => noun.staffPart?.(desk, opened, extras))}
        <h2>{say(locale, words.answers)}</h2>
        <Answers opened={opened} />
        <ClosedAnswers opened={opened} csrfToken={csrfToken} back={here} />
        <h2>{say(locale, texts.history)}</h2>
        <Timeline moments={historyOf(desk, opened)} />
        {opened.handedOverTo === undefined && <OtherActions desk={desk} opened={opened} />}
      </Columns>
      <KeysHelp locale={locale} keys={recordKeys} />
      {opened.handedOverTo === undefined && (
        <LiveBar
          locale={locale}
          stream={streamOf({ since: tools.world.now, reference, event: record.lastEvent })}
          href={here}
        />
      )}
    </Page>
  );
};

export const DoneAlert = ({
  done,
  isHere,
  locale,
}: {
  readonly done: Done;
  readonly isHere: boolean;
  readonly locale: PageContext['locale'];
}) => (
  <Alert tone="success" urgent>
    <p>
      {!isHere && (
        <>
          <a class="ds-link" href={`/staff/records/${done.reference}`}>
            <Bdi>{done.reference}</Bdi>
          </a>
          {': '}
        </>
      )}
      {done.words} {!isHere && say(locale, texts.nextShown)}
    </p>
  </Alert>
);
