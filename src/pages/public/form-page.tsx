import { say } from '../../base/texts.ts';
import type { Field, Service } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { uploadsAt } from '../fields/tools-of.ts';
import { sendsFiles } from '../fields/row-table.tsx';
import type { FormChanges } from '../../form/crossing.ts';
import type { PageReading } from '../../form/read-form.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { Steps } from '../ui/navigation.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { FormChanged } from './form-changed.tsx';
import type { FormWays } from './form-ways.ts';
import { formPageTexts as texts } from './form-texts.ts';
import { keepTyped, LineNotice } from './keep-typed.tsx';
import { followedFields, liveData, liveForm } from './live-form.tsx';
import { islandsFor, questions } from './questions.tsx';

/** Name of the hidden input that says under which version a page was made: its answers may arrive under a later one. */
export const versionInput = '_version';

export interface FormPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly service: Service;
  readonly readings: readonly PageReading[];
  readonly reading: PageReading;
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
  readonly tools: FieldTools;
  readonly ways: FormWays;
  readonly action: string;
  readonly backHref: string;
  readonly changes?: FormChanges | undefined;
  /** It answers to what was just sent from the same page. */
  readonly isAnswer: boolean;
}

export const FormPage = ({
  context,
  csrfToken,
  service,
  readings,
  reading,
  inputs,
  problems,
  tools,
  ways,
  action,
  backHref,
  changes,
  isAnswer,
}: FormPageProps) => {
  const { locale } = context;
  const { page, shown } = reading;
  const followed = followedFields(page.fields, reading.given, tools.world.now);
  return (
    <Page
      context={context}
      title={page.title[locale]}
      problems={problems}
      backHref={backHref}
      islands={[keepTyped, ...islandsFor(page.fields), ...(followed.length > 0 ? [liveForm] : [])]}
    >
      <FormSteps readings={readings} now={reading} locale={locale} />
      <Title above={service.texts.title[locale]}>{page.title[locale]}</Title>
      {page === firstPersonalPage(service) && (
        <p class="privacy">
          <Icon name="lock" />
          <span>{service.texts.whoSees[locale]}</span>
        </p>
      )}
      {changes && <FormChanged changes={changes} locale={locale} />}
      <form
        method="post"
        action={action}
        encType={sendsFiles(page.fields) ? 'multipart/form-data' : undefined}
        noValidate
      >
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name={versionInput} value={service.digest} />
        {questions({
          fields: page.fields,
          shown,
          inputs,
          problems,
          tools: { ...tools, uploadsAt: uploadsAt(service), isFollowed: followed.length > 0 },
          given: reading.given,
          autocompleteOf: (field) => autocompleteOf(service, field),
        })}
        {liveData({ fields: followed, before: reading.given, tools })}
        <LineNotice {...{ locale, isAnswer }} />
        <Actions>
          <Button>{say(locale, texts.continue)}</Button>
          {ways.later !== undefined && readings.some(({ visited }) => visited) && (
            <ButtonLink href={ways.later} look="tertiary">
              {say(locale, texts.later)}
            </ButtonLink>
          )}
        </Actions>
      </form>
    </Page>
  );
};

/** Who will see it is said where something personal is first asked for. */
const firstPersonalPage = ({ pages }: Service) =>
  pages.find(({ fields }) => fields.some(({ protect }) => protect === 'personal' || protect === 'sensitive'));

const autocompleteOf = ({ applicant }: Service, { name }: Field): string | undefined =>
  name === applicant.name ? 'name' : undefined;

interface FormStepsProps {
  readonly readings: readonly PageReading[];
  /** undefined: at the check. */
  readonly now: PageReading | undefined;
  readonly locale: PageContext['locale'];
}

/** Where the reader is among the pages that are asked, the check being the last; within its part, in a long form. */
export const FormSteps = ({ readings, now, locale }: FormStepsProps) => {
  const section = now?.page.section;
  const asked = readings.filter(
    ({ shown, page }) => shown.length > 0 && (section === undefined || page.section === section),
  );
  if (section !== undefined) {
    const titles = asked.map(({ page }) => page.title[locale]);
    return titles.length > 1 ? <Steps locale={locale} steps={titles} now={now ? asked.indexOf(now) + 1 : 1} /> : null;
  }
  return (
    <Steps
      locale={locale}
      steps={[...asked.map(({ page }) => page.title[locale]), say(locale, texts.check)]}
      now={now ? asked.indexOf(now) + 1 : asked.length + 1}
    />
  );
};
