import { say } from '../../base/texts.ts';
import { pageOf } from '../fields/all.ts';
import { pageNouns } from '../nouns.ts';
import { ErasedNotice } from '../nouns/erase.tsx';
import { ReadingList } from '../readings.tsx';
import { readingsTexts } from '../readings-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Page } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { StatusBanner } from '../ui/status-banner.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { historyOf } from './history.tsx';
import { saidWith } from '../said-with.tsx';
import { PrintButton, printIsland } from './print-button.tsx';
import { recordTexts as texts } from './record-texts.ts';
import type { RecordView } from './record-view.ts';
import { ends, standingOf, waysOn } from './standing.ts';
import { actionPath, againPath, receiptPath, trackPath } from './track-paths.ts';

interface RecordPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly view: RecordView;
  /** Whether the same may be asked for once more. */
  readonly offersAgain: boolean;
  /** What the applicant has just done, to say that it arrived. */
  readonly done: string | undefined;
}

/** Where a request stands, for the person who made it. */
export const RecordPage = ({ context, csrfToken, view, offersAgain, done }: RecordPageProps) => {
  const { locale } = context;
  const { service, reference } = view;
  const { tone, title, sentence } = standingOf(view);
  return (
    <Page context={context} title={`${title} (${reference})`} islands={[printIsland]}>
      {done !== undefined && (
        <Alert tone="success">
          <p>{done}</p>
        </Alert>
      )}
      <p class="above">
        {service.texts.record[locale]} · <Bdi>{reference}</Bdi>
      </p>
      <StatusBanner tone={tone} title={title}>
        <p>{sentence}</p>
        {lastWords(view)}
      </StatusBanner>
      <ErasedNotice record={view.record} tools={view.tools} />
      {wayButtons(view)}
      {pageNouns.map((noun) => noun.applicantPart?.(view))}
      <h2>{say(locale, texts.history)}</h2>
      <Timeline moments={historyOf(view)} />
      <h2 id="readings">{say(locale, readingsTexts.title)}</h2>
      <p class="quiet">{say(locale, readingsTexts.intro)}</p>
      <ReadingList {...view} />
      <Details summary={say(locale, texts.answers)}>
        <SummaryList locale={locale} rows={answerRows(view)} />
      </Details>
      <Actions>
        <ButtonLink href={trackPath(reference)} look="secondary">
          {say(locale, texts.refresh)}
        </ButtonLink>
        <ButtonLink href={receiptPath(reference)} look="secondary">
          {say(locale, texts.receipt)}
        </ButtonLink>
        <PrintButton label={say(locale, texts.print)} />
      </Actions>
      {offersAgain && (
        <form class="again" method="post" action={againPath(reference)}>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <Button look="secondary" icon="plus">
            {say(locale, texts.again)}
          </Button>
          <p class="quiet">{say(locale, texts.againHint)}</p>
        </form>
      )}
      <form class="forget" method="post" action={`${trackPath(reference)}/forget`}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Button look="tertiary">{say(locale, texts.forget)}</Button>
        <p class="quiet">{say(locale, texts.forgetHint)}</p>
      </form>
    </Page>
  );
};

/** What the office wrote last, where the next step is the applicant's: the question to answer, the reason to contest. */
export const lastWords = (view: RecordView) => {
  const { meaning } = view.service.states.get(view.record.state) ?? {};
  if (meaning !== 'waiting' && meaning !== 'refused') return undefined;
  const last = view.events.findLast(
    (event) => event.kind === 'acted' && event.actor.kind === 'account' && event.content !== undefined,
  );
  return last?.kind === 'acted' ? saidWith(view, last) : undefined;
};

const wayButtons = (view: RecordView) => {
  const ways = waysOn(view);
  return ways.length === 0 ? null : (
    <nav aria-label={say(view.tools.locale, texts.actions)}>
      <Actions>
        {ways.map((action, index) => (
          <ButtonLink
            href={actionPath(view.reference, action.name)}
            look={index === 0 && !ends(view.service, action) ? 'primary' : 'secondary'}
          >
            {action.label[view.tools.locale]}
          </ButtonLink>
        ))}
      </Actions>
    </nav>
  );
};

const answerRows = ({ service, record, tools }: RecordView) =>
  [...service.fields.values()].flatMap((field) => {
    const answer = record.answers[field.name];
    return answer === undefined || pageOf(field).isUnseen?.(field)
      ? []
      : [{ label: field.label[tools.locale], value: pageOf(field).show(answer, field, tools) }];
  });
