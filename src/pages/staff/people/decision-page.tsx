import type { ComponentChildren } from 'preact';
import { longestDecisionReason } from '../../../access/account-decisions.ts';
import type { PersonRow } from '../../../access/people-queries.ts';
import { say, type Text } from '../../../base/texts.ts';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/choice-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { decisionTexts as texts } from './decision-texts.ts';
import { nameOf } from './people-page.tsx';
import { personPath } from './people-paths.ts';

export interface DecisionForm {
  readonly title: Text;
  readonly lead: Text;
  readonly button: Text;
  /** What has to be ticked; left out where nothing is lost. */
  readonly sure?: Text;
  readonly danger?: boolean;
}

interface DecisionPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly person: PersonRow;
  readonly form: DecisionForm;
  readonly action: string;
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
  /** What else stands above the reason. */
  readonly children?: ComponentChildren;
}

/** Asks for the reason, and once more, before something is decided about somebody's account. */
export const DecisionPage = ({
  context,
  csrfToken,
  person,
  form,
  action,
  reason,
  problems,
  children,
}: DecisionPageProps) => {
  const { locale } = context;
  const title = say(locale, form.title, { name: nameOf(person, locale) });
  const errorIn = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <Page context={context} title={title} problems={problems} backHref={personPath(person.id)}>
      <Title above={<bdi dir="ltr">{person.email}</bdi>}>{title}</Title>
      <p class="lead">{say(locale, form.lead)}</p>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {children}
        <TextArea
          locale={locale}
          name="reason"
          label={say(locale, texts.reason)}
          hint={say(locale, texts.reasonHint)}
          value={reason}
          error={errorIn('reason')}
          maxLength={longestDecisionReason}
          required
        />
        {form.sure && (
          <Checkboxes
            locale={locale}
            name="sure"
            label={say(locale, texts.confirm)}
            options={[{ value: 'yes', label: say(locale, form.sure) }]}
            error={errorIn('sure')}
          />
        )}
        <Actions>
          <Button danger={form.danger}>{say(locale, form.button)}</Button>
          <ButtonLink href={personPath(person.id)} look="tertiary">
            {say(locale, texts.back)}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  );
};
