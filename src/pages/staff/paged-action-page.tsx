import { say } from '../../base/texts.ts';
import { questionOfVerdict } from '../../definition/nouns/survey-verdicts.ts';
import type { Action, Field } from '../../definition/service.ts';
import { nameOfRecord } from '../../form/applicant.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Given, Inputs } from '../../form/fields/field-type.ts';
import { uploadsAt } from '../fields/tools-of.ts';
import { sendsFiles } from '../fields/row-table.tsx';
import type { ActionPart } from '../../record/action-pages.ts';
import { islandsFor, questions } from '../public/questions.tsx';
import { sayShare } from '../say-number.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { type Task, TaskList } from '../ui/task-list.tsx';
import { listInput, seenInput, thenInput } from './action-page.tsx';
import { pagedActionTexts as texts } from './paged-action-texts.ts';
import { actionHref } from './record-actions.tsx';
import type { DeskRecord } from './record-data.ts';
import { listParameter, type WorklistQuery, writeWorklistQuery } from './worklist-query.ts';

interface Common {
  readonly context: PageContext;
  readonly opened: DeskRecord;
  readonly action: Action;
  readonly parts: readonly ActionPart[];
  readonly list: WorklistQuery | undefined;
}

export const pageInput = 'page';

export const partHref = (opened: DeskRecord, action: Action, list: WorklistQuery | undefined, page: string): string => {
  const href = actionHref(opened.reference, action, list);
  return `${href}${href.includes('?') ? '&' : '?'}${pageInput}=${page}`;
};

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

/** The pages of an action with how far each has come, as a list of tasks; they may be done in any order. */
export const PartsPage = ({ context, opened, action, parts, list }: Common) => {
  const { locale } = context;
  const { reference } = opened;
  const label = action.label[locale];
  const [asked, done] = [sumOf(parts, 'asked'), sumOf(parts, 'done')];
  const next = parts.find((part) => part.done < part.asked) ?? parts[0];
  const back = `/staff/records/${reference}${listParameter(list)}`;
  const share = sayShare(asked === 0 ? 1 : done / asked, locale);
  return (
    <Page context={context} title={`${label} – ${reference}`} backHref={back}>
      {titleOf(opened, label)}
      <p class="lead">{say(locale, texts.whole, { done, asked, share })}</p>
      <p>{say(locale, texts.saved)}</p>
      <TaskList tasks={parts.map((part) => taskOf(opened, action, part, list))} />
      <form method="get" action={`/staff/records/${reference}/actions/${action.name}`}>
        {list && <input type="hidden" name={listName} value={writeWorklistQuery(list)} />}
        {next && <input type="hidden" name={pageInput} value={next.page.name} />}
        <Actions>
          {next && (
            <Button icon="arrow">
              {say(locale, done === 0 ? texts.begin : done < asked ? texts.goOn : texts.lookAgain)}
            </Button>
          )}
          <ButtonLink href={back} look="tertiary">
            {say(locale, texts.toRecord)}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  );
};

/** Under which addresses carry the list that a record was opened from. */
const listName = 'list';

const sumOf = (parts: readonly ActionPart[], key: 'asked' | 'done'): number =>
  parts.reduce((total, part) => total + part[key], 0);

const taskOf = (
  opened: DeskRecord,
  action: Action,
  { page, asked, done }: ActionPart,
  list: WorklistQuery | undefined,
): Task => {
  const { locale } = opened.tools;
  return {
    label: page.title[locale],
    href: partHref(opened, action, list, page.name),
    ...(done === asked
      ? { status: say(locale, texts.done), tone: 'success' as const }
      : done === 0
        ? { status: say(locale, texts.toDo), tone: 'info' as const }
        : { status: say(locale, texts.howFar, { done, asked }), tone: 'warning' as const }),
  };
};

interface PartPageProps extends Common {
  readonly csrfToken: string;
  readonly part: ActionPart;
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
  readonly shown: readonly Field[];
  readonly given: Given;
  /** Somebody else changed the page since it was opened. */
  readonly isChanged: boolean;
}

/** One page of an action: its questions, saved by the buttons beneath. */
export const PartPage = (props: PartPageProps) => {
  const { context, opened, action, parts, list, csrfToken, part, inputs, problems, shown, given, isChanged } = props;
  const { locale } = context;
  const { record, reference, tools } = opened;
  const title = part.page.title[locale];
  const number = parts.indexOf(part) + 1;
  const isLast = number === parts.length;
  const fields = part.fields.map((field) => withDeclared(opened, action, field));
  return (
    <Page
      context={context}
      title={`${title} – ${action.label[locale]} – ${reference}`}
      problems={problems}
      backHref={actionHref(reference, action, list)}
      islands={islandsFor(part.fields)}
    >
      {isChanged && (
        <Alert tone="warning" urgent>
          <p>{say(locale, texts.changed)}</p>
        </Alert>
      )}
      {titleOf(opened, title)}
      <p class="quiet">
        {action.label[locale]} · {say(locale, texts.part, { number, count: parts.length })} ·{' '}
        {say(locale, texts.howFar, { done: part.done, asked: part.asked })}
      </p>
      <form
        method="post"
        action={partHref(opened, action, undefined, part.page.name)}
        encType={sendsFiles(part.fields) ? 'multipart/form-data' : undefined}
        noValidate
      >
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name={seenInput} value={record.lastEvent} />
        {list && <input type="hidden" name={listInput} value={writeWorklistQuery(list)} />}
        {questions({
          fields,
          shown: fields.filter(({ name }) => shown.some((field) => field.name === name)),
          inputs,
          problems,
          tools: { ...tools, uploadsAt: uploadsAt(opened.service) },
          given,
        })}
        <Actions>
          <Button icon={isLast ? 'check' : 'arrow'}>{say(locale, isLast ? texts.saveLast : texts.saveNext)}</Button>
          <Button name={thenInput} value="list" look="secondary">
            {say(locale, texts.saveList)}
          </Button>
        </Actions>
      </form>
    </Page>
  );
};

/** Whoever verifies an answer reads above the verdict what was declared. What need not be answered at once is not marked so. */
const withDeclared = ({ service, record, tools }: DeskRecord, action: Action, field: Field): Field => {
  if (action.partial) return field;
  const question = service.fields.get(questionOfVerdict(field.name));
  const answer = question && record.answers[question.name];
  if (!question || answer === undefined || !field.name.endsWith('__verdict')) return field;
  const said = behaviourOf(question).say(answer, question, tools.locale, tools.world);
  const hint = say(tools.locale, texts.declared, { answer: said });
  return { ...field, hint: { ar: hint, fr: hint, en: hint }, required: true };
};
