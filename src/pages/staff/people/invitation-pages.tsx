import type { InvitationRow } from '../../../access/invitation-queries.ts';
import type { PeopleParts } from '../../../access/people.ts';
import type { Staff } from '../../../access/grant.ts';
import { type Locale, locales, say } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { languageNames } from '../../ui/page-header.tsx';
import { Page, Title } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Desk } from '../desk.ts';
import { GrantFields, type TypedGrant } from './grant-form.tsx';
import { invitationTexts as texts } from './invitation-texts.ts';
import { invitationsPath, invitePath, peoplePath } from './people-paths.ts';
import { peopleTexts } from './people-texts.ts';

/** Invitations that were neither accepted nor withdrawn. */
export const InvitationsPage = (props: {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly invitations: readonly InvitationRow[];
  readonly done: string | undefined;
}) => {
  const { context, csrfToken, desk, invitations, done } = props;
  const { locale } = context;
  const title = say(locale, texts.title);
  return (
    <Page context={context} title={title} layout="wide" backHref={peoplePath}>
      {done && (
        <Alert tone="success" urgent>
          <p>{done}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      <Actions>
        <ButtonLink href={invitePath} icon="mail">
          {say(locale, texts.invite)}
        </ButtonLink>
      </Actions>
      {invitations.length === 0 ? (
        <EmptyState icon="mail" title={say(locale, texts.none)} />
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          rows={invitations}
          columns={[
            { label: say(locale, peopleTexts.email), isHeader: true, cell: ({ email }) => <Bdi>{email}</Bdi> },
            {
              label: say(locale, peopleTexts.rights),
              cell: ({ grants }) => (
                <>
                  {grants.map(({ role, institution }) => (
                    <div>
                      {desk.nameRole(role, locale)} · {desk.sayInstitution(institution, locale)}
                    </div>
                  ))}
                </>
              ),
            },
            {
              label: say(locale, texts.until),
              cell: ({ expires_at: at, expired }) =>
                expired ? (
                  say(locale, texts.tooOld)
                ) : (
                  <LongDateTime locale={locale} at={at} timeZone={desk.parts.country.timeZone} />
                ),
            },
            {
              label: say(locale, texts.withdraw),
              isLabelHidden: true,
              cell: ({ id, email }) => (
                <form method="post" action={`${invitationsPath}/${id}/withdraw`}>
                  <input type="hidden" name="_csrf" value={csrfToken} />
                  <Button look="tertiary">
                    {say(locale, texts.withdraw)}
                    <span class="ds-sr-only"> {say(locale, texts.withdrawOf, { email })}</span>
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
};

/** To whom, as what, in which language. */
export const InvitePage = (props: {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly parts: PeopleParts;
  readonly staff: Staff;
  readonly typed: TypedGrant;
  readonly language: Locale;
  readonly problems: readonly FieldProblem[];
}) => {
  const { context, csrfToken, desk, parts, staff, typed, language, problems } = props;
  const { locale } = context;
  const title = say(locale, texts.invite);
  return (
    <Page context={context} title={title} problems={problems} backHref={invitationsPath}>
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.inviteLead)}</p>
      <form method="post" action={invitePath} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <GrantFields
          desk={desk}
          parts={parts}
          staff={staff}
          locale={locale}
          typed={typed}
          problems={problems}
          to={{ label: say(locale, texts.to), hint: say(locale, texts.toHint) }}
        />
        <Radios
          locale={locale}
          name="language"
          label={say(locale, texts.language)}
          value={language}
          options={locales.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Actions>
          <Button>{say(locale, texts.send)}</Button>
        </Actions>
      </form>
    </Page>
  );
};
