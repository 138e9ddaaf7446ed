import { say } from '../../base/texts.ts';
import type { Purpose } from '../../definition/nouns/consents.ts';
import { pageOf } from '../fields/all.ts';
import { Lines } from '../fields/text.tsx';
import { fieldsNeeding } from '../nouns/consents.tsx';
import { consentsTexts as texts } from '../nouns/consents-texts.ts';
import { enumerate } from '../staff/record-data.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import type { RecordView } from './record-view.ts';
import { consentPath, trackPath } from './track-paths.ts';

interface ConsentPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly view: RecordView;
  readonly purpose: Purpose;
  /** It stands, and can be taken back; otherwise it can be given. */
  readonly stands: boolean;
  readonly problems: readonly FieldProblem[];
}

/** Gives a consent, after its text, or takes it back, after what that changes: one page and one button. */
export const ConsentPage = ({ context, csrfToken, view, purpose, stands, problems }: ConsentPageProps) => {
  const { locale } = context;
  const { service, reference, tools } = view;
  const title = say(locale, stands ? texts.withdrawTitle : texts.giveTitle, { purpose: purpose.label[locale] });
  return (
    <Page context={context} title={title} problems={problems} backHref={trackPath(reference)}>
      <Title
        above={
          <>
            {service.texts.record[locale]} · <Bdi>{reference}</Bdi>
          </>
        }
      >
        {title}
      </Title>
      <form method="post" action={consentPath(reference, purpose.name)} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="_give" value={stands ? '' : 'yes'} />
        {stands ? (
          <>
            <div class="wording">
              <Lines>{purpose.field.wording[locale]}</Lines>
            </div>
            <p>{effectOf(view, purpose)}</p>
            <p>{say(locale, texts.withdrawRest)}</p>
          </>
        ) : (
          pageOf(purpose.field).ask({
            ...tools,
            field: { ...purpose.field, required: true },
            inputs: {},
            error: problems.find(({ name }) => name === purpose.field.name)?.message,
            errorAt: () => undefined,
            autocomplete: undefined,
          })
        )}
        <Actions>
          <Button>{say(locale, stands ? texts.withdraw : texts.give)}</Button>
          <ButtonLink href={trackPath(reference)} look="secondary">
            {say(locale, stands ? texts.keep : texts.back)}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  );
};

const effectOf = ({ service, record, tools: { locale } }: RecordView, { name }: Purpose): string => {
  const fields = fieldsNeeding(service, name).filter((field) => record.answers[field.name] !== undefined);
  return fields.length === 0
    ? say(locale, texts.withdrawEffectAll)
    : say(locale, texts.withdrawEffect, {
        fields: enumerate(
          fields.map(({ label }) => label[locale]),
          locale,
          'conjunction',
        ),
      });
};
