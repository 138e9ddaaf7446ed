import type { Text } from '../../../base/texts.ts';
import { say } from '../../../base/texts.ts';
import type { TriedSample } from '../../../catalogue/sandbox.ts';
import { getState, type Service } from '../../../definition/service.ts';
import { nameOfApplicant } from '../../../form/applicant.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import type { Inputs } from '../../../form/fields/field-type.ts';
import type { PageReading } from '../../../form/read-form.ts';
import type { Decision } from '../../../record/decide.ts';
import { explainAutomatic } from '../../../record/explain.ts';
import { sayConditions } from '../../explain.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { ConditionList } from '../../nouns/explanations.tsx';
import { islandsFor, questions } from '../../public/questions.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Details } from '../../ui/details.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { Desk } from '../desk.ts';
import { proposalPath, servicesPath } from './list-page.tsx';
import { servicesTexts } from './services-texts.ts';
import { tryTexts as texts } from './try-texts.ts';

interface Props {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly proposal: string;
  readonly service: Service;
  readonly tools: FieldTools;
  readonly inputs: Inputs;
  readonly readings: readonly PageReading[];
  readonly problems: readonly FieldProblem[];
  readonly decision: Decision | undefined;
  readonly samples: readonly TriedSample[];
}

/** A version's form with all its pages, and what its rules make of answers and samples. */
export const TryPage = (props: Props) => {
  const { context, csrfToken, service, tools, inputs, readings, problems, decision, samples, proposal } = props;
  const { locale } = context;
  const title = say(locale, texts.title);
  const path = proposalPath(proposal);
  return (
    <Page
      context={{ ...context, url: `${path}/try` }}
      title={`${title} – ${service.texts.title[locale]}`}
      problems={problems}
      islands={islandsFor([...service.fields.values()])}
      crumbs={[
        { href: servicesPath, label: say(locale, servicesTexts.title) },
        { href: path, label: say(locale, servicesTexts.proposalTitle) },
      ]}
    >
      <Title above={service.texts.title[locale]}>{title}</Title>
      <p>{say(locale, texts.lead)}</p>
      {decision && <Outcome {...props} decision={decision} />}
      {samples.length === 0 ? (
        <p class="quiet">{say(locale, texts.noSamples)}</p>
      ) : (
        <Details summary={`${say(locale, texts.samples)} (${samples.length})`} open={samples.length <= 10 && !decision}>
          <Samples {...props} />
        </Details>
      )}
      <form method="post" action={`${path}/try`} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {readings.map(({ page, given, shown }) => {
          return (
            <section>
              <h2>{page.title[locale]}</h2>
              {questions({ fields: page.fields, shown, inputs, problems, tools: { ...tools, given }, given })}
            </section>
          );
        })}
        <Actions>
          <Button>{say(locale, texts.decide)}</Button>
        </Actions>
      </form>
    </Page>
  );
};

const factsOf = ({ desk, service, tools }: Props, { record, events }: Decision) => {
  const { locale, world } = tools;
  const done = events.flatMap((event) => (event.kind === 'acted' ? [event.facts.action] : []));
  const { deadline } = record;
  return {
    state: getState(service, record.state).staffLabel[locale],
    institution: desk.sayInstitution(record.institution, locale),
    actions:
      done.map((name) => service.actions.get(name)?.label[locale] ?? name).join(' · ') || say(locale, texts.none),
    due: deadline && 'dueAt' in deadline ? sayInstant(deadline.dueAt, locale, world.timeZone) : undefined,
    documents: record.documents.map(({ kind }) => service.documents.get(kind)?.title[locale] ?? kind).join(' · '),
  };
};

const Outcome = (props: Props & { readonly decision: Decision }) => {
  const { service, tools, decision } = props;
  const { locale } = tools;
  const facts = factsOf(props, decision);
  const row = (label: Text, value: string | undefined) => (value ? [{ label: say(locale, label), value }] : []);
  return (
    <Card title={say(locale, texts.outcome)}>
      <SummaryList
        locale={locale}
        rows={[
          ...row(texts.state, facts.state),
          ...row(texts.institution, facts.institution),
          ...row(texts.actions, facts.actions),
          ...row(texts.due, facts.due),
          ...row(texts.documents, facts.documents),
        ]}
      />
      {explainAutomatic(service, 0, decision.events, 0).map(({ action, found }) => (
        <>
          <p>
            <strong>{action.label[locale]}</strong>
          </p>
          <ConditionList conditions={sayConditions({ service, tools, hidden: new Set() }, found)} locale={locale} />
        </>
      ))}
    </Card>
  );
};

const Samples = (props: Props) => {
  const { service, samples, tools } = props;
  const { locale } = tools;
  const questionOf = (path: string) => service.fields.get(path.split('.')[0] ?? '')?.label[locale] ?? path;
  return (
    <Table
      caption={say(locale, texts.samples)}
      isCaptionHidden
      rows={samples.map((sample, index) => ({ ...sample, number: index + 1 }))}
      columns={[
        {
          label: say(locale, texts.sample),
          isHeader: true,
          cell: ({ number, answers }) => `${number}. ${nameOfApplicant(service, answers) ?? ''}`,
        },
        {
          label: say(locale, texts.state),
          cell: ({ decision, errors }) =>
            decision
              ? factsOf(props, decision).state
              : say(locale, texts.refused, { questions: errors.map(({ path }) => questionOf(path)).join(' · ') }),
        },
        {
          label: say(locale, texts.institution),
          cell: ({ decision }) => (decision ? factsOf(props, decision).institution : ''),
        },
        {
          label: say(locale, texts.actions),
          cell: ({ decision }) => (decision ? factsOf(props, decision).actions : ''),
        },
      ]}
    />
  );
};
