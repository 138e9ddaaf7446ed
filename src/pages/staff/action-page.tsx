import { say } from '../../base/texts.ts';
import type { Action, Field } from '../../definition/service.ts';
import { nameOfRecord } from '../../form/applicant.ts';
import type { Given, Inputs } from '../../form/fields/field-type.ts';
import { sendsFiles } from '../fields/row-table.tsx';
import { typedFor } from '../fields/all.ts';
import { optionsAt, uploadsAt } from '../fields/tools-of.ts';
import { islandsFor, questions } from '../public/questions.tsx';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Columns, Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { TextArea } from '../ui/text-field.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { outcomesOf } from './action-outcome.tsx';
import { actionTexts as texts } from './action-texts.ts';
import type { Desk } from './desk.ts';
import { LiveBar, streamOf } from './live-bar.tsx';
import { actionHref, lookOf } from './record-actions.tsx';
import type { DeskRecord } from './record-data.ts';
import { AnswersBeside } from './record-facts.tsx';
import { historyOf } from './record-history.tsx';
import { lastOfApplicant } from './record-now.tsx';
import { recordTexts, wordsFor } from './record-texts.ts';
import { StateTag } from './record-words.tsx';
import { listParameter, writeWorklistQuery, type WorklistQuery } from './worklist-query.ts';

interface ActionPageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly csrfToken: string;
  readonly opened: DeskRecord;
  readonly action: Action;
  readonly list: WorklistQuery | undefined;
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
  /** Questions that the answers so far make it ask. */
  readonly shown: readonly Field[];
  /** What the record says, which the questions may look at. */
  readonly given: Given;
  /** The last event that the person had seen, where something happened after it. */
  readonly changedAfter: number | undefined;
}

/** Names of the inputs that are no questions. */
export const seenInput = '_seen';
export const listInput = '_list';
export const thenInput = '_then';

const recordHref = (reference: string, list: WorklistQuery | undefined): string =>
  `/staff/records/${reference}${listParameter(list)}`;

const titleOf = ({ service, record, reference, tools }: DeskRecord, title: string) => (
  <Title
    above={
      <>
        {service.texts.record[tools.locale]} · <Bdi>{reference}</Bdi> · {nameOfRecord(service, record.answers, tools)}
      </>
    }
  >
    {title}
  </Title>
);

/** One action on one record: what has to be said with it, what it brings about, and the button that does it. */
export const ActionPage = (props: ActionPageProps) => {
  const { context, desk, csrfToken, opened, action, list, inputs, problems, shown, given, changedAfter } = props;
  const { locale } = context;
  const { service, record, reference, tools } = opened;
  const label = action.label[locale];
  // Entries of a register are not worked off one after the other.
  const isWork = list !== undefined && service.kind !== 'register';
  const { icon, danger } = lookOf(service, action);
  const said = lastOfApplicant(opened);
  return (
    <Page
      context={context}
      title={`${label} – ${reference}`}
      problems={problems}
      layout="wide"
      backHref={recordHref(reference, list)}
      islands={islandsFor(action.fields)}
    >
      {changedAfter !== undefined && (
        <Alert tone="warning" title={say(locale, texts.changedTitle)} urgent>
          <p>{say(locale, texts.changedStill)}</p>
        </Alert>
      )}
      {titleOf(opened, label)}
      {changedAfter !== undefined && <Happened desk={desk} opened={opened} after={changedAfter} />}
      <Columns
        asideLabel={say(locale, service.kind === 'register' ? wordsFor(service).answers : texts.request)}
        aside={
          <Card title={say(locale, service.kind === 'register' ? wordsFor(service).answers : texts.request)}>
            {said && (
              <>
                <h3>{say(locale, recordTexts.applicantSaid)}</h3>
                {said}
              </>
            )}
            <AnswersBeside opened={opened} />
          </Card>
        }
      >
        <form
          method="post"
          action={actionHref(reference, action, undefined)}
          encType={sendsFiles(action.fields) ? 'multipart/form-data' : undefined}
          noValidate
        >
          <input type="hidden" name="_csrf" value={csrfToken} />
          <input type="hidden" name={seenInput} value={record.lastEvent} />
          {list && <input type="hidden" name={listInput} value={writeWorklistQuery(list)} />}
          {questions({
            fields: action.fields,
            shown: shown.filter((field) => !isSettled(field)),
            inputs,
            problems,
            tools: {
              ...tools,
              uploadsAt: uploadsAt(service),
              optionsAt: optionsAt(service, { url: context.url }, action),
            },
            given,
          })}
          <h2>{say(locale, texts.then)}</h2>
          <ul class="outcomes">
            {outcomesOf(desk, opened, action).map((outcome) => (
              <li>{outcome}</li>
            ))}
          </ul>
          <Actions>
            {isWork && (
              <Button name={thenInput} value="next" icon={icon} danger={danger}>
                {say(locale, texts.confirmNext, { action: label })}
              </Button>
            )}
            <Button look={isWork ? 'secondary' : 'primary'} {...(!isWork && { icon })} danger={danger}>
              {say(locale, texts.confirm, { action: label })}
            </Button>
            <ButtonLink href={recordHref(reference, list)} look="tertiary">
              {say(locale, texts.cancel)}
            </ButtonLink>
          </Actions>
        </form>
      </Columns>
      <LiveBar
        locale={locale}
        stream={streamOf({ since: tools.world.now, reference, event: record.lastEvent })}
        href={recordHref(reference, list)}
        isApart
      />
    </Page>
  );
};

/** A choice of one: there is nothing to ask. */
const isSettled = (field: Field): boolean => field.type === 'choice' && !field.required && field.options.size === 1;

/** What happened since the person saw the record. */
const Happened = ({
  desk,
  opened,
  after,
}: {
  readonly desk: Desk;
  readonly opened: DeskRecord;
  readonly after: number;
}) => (
  <>
    <h2>{say(opened.tools.locale, texts.happened)}</h2>
    <Timeline moments={historyOf(desk, opened).slice(0, Math.max(0, opened.record.lastEvent - after))} />
  </>
);

interface RefusedPageProps extends Pick<
  ActionPageProps,
  'context' | 'desk' | 'opened' | 'action' | 'list' | 'inputs' | 'changedAfter'
> {
  /** Why not, and who can. */
  readonly reason: string;
}

/** An action that can no longer be done, or not by this person: why, who can, what happened, and what was written for it. */
export const RefusedPage = ({
  context,
  desk,
  opened,
  action,
  list,
  inputs,
  changedAfter,
  reason,
}: RefusedPageProps) => {
  const { locale } = context;
  const { service, record, reference } = opened;
  const written = action.fields.filter((field) => typedFor(field, inputs).length > 0);
  const title = say(locale, changedAfter === undefined ? texts.refusedTitle : texts.changedTitle);
  return (
    <Page context={context} title={`${title} – ${reference}`} backHref={recordHref(reference, list)}>
      {titleOf(opened, title)}
      <Alert tone="warning" urgent>
        <p>
          <strong>{action.label[locale]}</strong>: {reason}
        </p>
        <p>
          <StateTag service={service} state={record.state} locale={locale} />
        </p>
      </Alert>
      {changedAfter !== undefined && <Happened desk={desk} opened={opened} after={changedAfter} />}
      {written.map((field) => (
        <TextArea
          locale={locale}
          name={field.name}
          label={`${say(locale, texts.youWrote)}: ${field.label[locale]}`}
          hint={say(locale, texts.youWroteHint)}
          value={typedFor(field, inputs).join(' ')}
        />
      ))}
      <Actions>
        <ButtonLink href={recordHref(reference, list)}>{say(locale, texts.toRecord)}</ButtonLink>
        {list && service.kind !== 'register' && (
          <ButtonLink href={`/staff/records/${reference}/next${listParameter(list)}`} look="secondary">
            {say(locale, wordsFor(service).next)}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  );
};
