import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import type { FormChanges } from '../../form/crossing.ts';
import type { PageReading } from '../../form/read-form.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import { sayDestination } from '../basket.ts';
import { pageOf } from '../fields/all.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { inputId } from '../ui/field-frame.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { FormChanged } from './form-changed.tsx';
import { FormSteps } from './form-page.tsx';
import type { FormWays } from './form-ways.ts';
import { formPageTexts as texts } from './form-texts.ts';
import { keepTyped } from './keep-typed.tsx';
import { sayWhatHappens } from './service-facts.ts';

interface CheckPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly service: Service;
  readonly readings: readonly PageReading[];
  readonly tools: FieldTools;
  readonly ways: FormWays;
  readonly changes?: FormChanges | undefined;
}

export const CheckPage = ({ context, csrfToken, service, readings, tools, ways, changes }: CheckPageProps) => {
  const { locale } = context;
  const title = say(locale, texts.checkTitle);
  const answers = Object.assign({}, ...readings.map((reading) => reading.answers)) as Answers;
  const destination = sayDestination(service, answers, tools);
  const last = readings.findLast(({ shown }) => shown.length > 0);
  return (
    <Page
      context={context}
      title={title}
      islands={[keepTyped]}
      backHref={last ? ways.page(last.page.name) : ways.leave}
    >
      <FormSteps readings={readings} now={undefined} locale={locale} />
      <Title above={service.texts.title[locale]}>{title}</Title>
      {changes && <FormChanged changes={changes} locale={locale} />}
      <SummaryList locale={locale} rows={checkRows(ways, readings, tools)} />
      <Alert tone="info" title={say(locale, texts.whatHappens)}>
        {destination !== undefined && <p>{destination}</p>}
        <p>{sayWhatHappens(service, locale)}</p>
        <p>{say(locale, texts.receipt)}</p>
      </Alert>
      <form method="post" action={ways.check}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <p>{say(locale, texts.declaration)}</p>
        <Actions>
          <Button>{say(locale, texts.send)}</Button>
        </Actions>
      </form>
      <form method="post" action={ways.discard}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <p class="quiet">{say(locale, texts.discardHint)}</p>
        <Button look="tertiary">{say(locale, texts.discard)}</Button>
      </form>
    </Page>
  );
};

/** Every answer with the way back to its question. */
export const checkRows = (ways: FormWays, readings: readonly PageReading[], tools: FieldTools) =>
  readings.flatMap(({ page, shown, answers }) =>
    shown.flatMap((field) => {
      if (pageOf(field).isUnseen?.(field)) return [];
      const answer = answers[field.name];
      return {
        label: field.label[tools.locale],
        value: answer === undefined ? undefined : pageOf(field).show(answer, field, tools),
        // What follows from other answers changes with them.
        changeHref: behaviourOf(field).compute
          ? undefined
          : `${ways.page(page.name)}?return=check#${inputId(field.name)}`,
      };
    }),
  );
