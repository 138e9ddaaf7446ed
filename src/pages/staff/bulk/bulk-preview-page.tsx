import type { BulkRow } from '../../../access/bulk/bulk-queries.ts';
import type { Question } from '../../../access/bulk/bulk-question.ts';
import { say } from '../../../base/texts.ts';
import type { Field } from '../../../definition/service.ts';
import type { Given, Inputs } from '../../../form/fields/field-type.ts';
import { bulkTexts as texts } from '../../bulk-texts.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { optionsAt } from '../../fields/tools-of.ts';
import { pageNouns } from '../../nouns.ts';
import { islandsFor, questions } from '../../public/questions.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { actionTexts } from '../action-texts.ts';
import { lookOf } from '../record-actions.tsx';
import { StateTag } from '../record-words.tsx';
import { bulkPath, bulksPath } from './bulk-paths.ts';
import { Counts } from './bulk-list-page.tsx';
import { actionInput, writeOffer } from './bulk-choice-page.tsx';
import { type ReasonRow, Reasons, References } from './bulk-reasons-table.tsx';

interface PreviewProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly tools: FieldTools;
  readonly row: BulkRow;
  readonly question: Question;
  readonly reasons: readonly ReasonRow[];
  /** The first of those on which it will be done. */
  readonly ready: readonly string[];
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
  readonly shown: readonly Field[];
  readonly given: Given;
}

/** Before it is done: on how many, on which not and why, what is said with it, and what it brings about. */
export const BulkPreviewPage = (props: PreviewProps) => {
  const { context, csrfToken, tools, row, question, reasons, ready, inputs, problems, shown, given } = props;
  const { locale } = context;
  const { action, samples } = question;
  const { service } = samples[0];
  const label = action.label[locale];
  const { icon, danger } = lookOf(service, action);
  return (
    <Page
      context={context}
      title={`${label} – ${say(locale, texts.title)}`}
      problems={problems}
      layout="wide"
      crumbs={[{ href: bulksPath, label: say(locale, texts.title) }]}
      islands={[...islandsFor(action.fields)]}
    >
      <Title above={service.texts.title[locale]}>{label}</Title>
      <PreviewCounts {...{ row, locale }} />
      <Reasons {...{ reasons, locale }} title={say(locale, texts.whyNot)} />
      <Details summary={say(locale, texts.theOnes)}>
        <References references={ready} count={row.possible} locale={locale} />
      </Details>
      <form method="post" action={bulkPath(row.id)} noValidate class="bulk-question">
        <input type="hidden" name="_csrf" value={csrfToken} />
        {questions({
          fields: action.fields,
          shown,
          inputs,
          problems,
          tools: { ...tools, optionsAt: optionsAt(service, { url: context.url }, action) },
          given,
        })}
        <h2>{say(locale, actionTexts.then)}</h2>
        <ul class="outcomes">
          {action.to !== undefined && action.to !== 'previous' && (
            <li>
              {say(locale, texts.becomes)} <StateTag service={service} state={action.to} locale={locale} />
            </li>
          )}
          {pageNouns
            .flatMap((noun) => noun.outcomesForMany?.(service, action, tools) ?? [])
            .map((outcome) => (
              <li>{outcome}</li>
            ))}
          <li>{say(locale, texts.told, { count: row.told })}</li>
          <li>{say(locale, texts.asByHand)}</li>
          <li>{say(locale, texts.changedLeft)}</li>
          {action.assign === undefined && <li>{say(locale, texts.noUndo)}</li>}
        </ul>
        <Actions>
          <Button icon={icon} danger={danger}>
            {say(locale, texts.confirm, { action: label, count: row.possible })}
          </Button>
          <Button look="tertiary" formAction={`${bulkPath(row.id)}/stop`} skipValidation>
            {say(locale, texts.cancel)}
          </Button>
        </Actions>
      </form>
      <LookAgain {...{ row, csrfToken, locale }} />
    </Page>
  );
};

interface NothingProps extends Pick<PreviewProps, 'context' | 'csrfToken' | 'row' | 'reasons'> {
  readonly label: string;
}

/** The action that was chosen can be done on none of the records. */
export const BulkNothingPage = ({ context, csrfToken, row, reasons, label }: NothingProps) => {
  const { locale } = context;
  return (
    <Page
      context={context}
      title={`${label} – ${say(locale, texts.title)}`}
      layout="wide"
      crumbs={[{ href: bulksPath, label: say(locale, texts.title) }]}
    >
      <Title>{label}</Title>
      <PreviewCounts {...{ row, locale }} />
      <Reasons {...{ reasons, locale }} title={say(locale, texts.whyNot)} />
      <LookAgain {...{ row, csrfToken, locale }} />
    </Page>
  );
};

type Locale = PageContext['locale'];

const PreviewCounts = ({ row, locale }: { readonly row: BulkRow; readonly locale: Locale }) => (
  <Counts
    counts={[
      [say(locale, texts.ofChosen), row.chosen],
      [say(locale, texts.willBe), row.possible],
      [say(locale, texts.willNotBe), row.chosen - row.possible],
    ]}
  />
);

const LookAgain = ({
  row,
  csrfToken,
  locale,
}: {
  readonly row: BulkRow;
  readonly csrfToken: string;
  readonly locale: Locale;
}) => (
  <form method="post" action={`${bulkPath(row.id)}/action`}>
    <input type="hidden" name="_csrf" value={csrfToken} />
    <Actions>
      <Button
        look="tertiary"
        name={actionInput}
        value={writeOffer({ service: row.service ?? '', action: row.action ?? '' })}
      >
        {say(locale, texts.lookAgain)}
      </Button>
      <ButtonLink look="tertiary" href={`${bulkPath(row.id)}?other=1`}>
        {say(locale, texts.otherAction)}
      </ButtonLink>
    </Actions>
  </form>
);
