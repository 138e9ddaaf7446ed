import type { PersonRow } from '../../../access/people-queries.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Desk } from '../desk.ts';
import { invitationTexts } from './invitation-texts.ts';
import { decisionTexts } from './decision-texts.ts';
import { closedPeoplePath, grantPath, invitationsPath, peoplePath, personPath } from './people-paths.ts';
import { peopleTexts as texts } from './people-texts.ts';

interface PeoplePageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly people: readonly PersonRow[];
  readonly search: string;
  /** Whether those are shown whose account is closed. */
  readonly closed: boolean;
  /** Address of the next part. */
  readonly next: string | undefined;
}

export const nameOf = ({ name, nameLatin }: Pick<PersonRow, 'name' | 'nameLatin'>, locale: Locale): string =>
  locale === 'ar' ? name : nameLatin;

/** The people of the institutions that somebody administers, with what each may do there. */
export const PeoplePage = ({ context, desk, people, search, closed, next }: PeoplePageProps) => {
  const { locale } = context;
  const title = say(locale, closed ? decisionTexts.closedAccounts : texts.title);
  return (
    <Page context={context} title={title} layout="wide" backHref={closed ? peoplePath : undefined}>
      <Title>{title}</Title>
      <p class="lead">{say(locale, closed ? decisionTexts.closedLead : texts.lead)}</p>
      {!closed && (
        <Actions>
          <ButtonLink href={grantPath} icon="plus">
            {say(locale, texts.add)}
          </ButtonLink>
          <ButtonLink href={invitationsPath} icon="mail" look="secondary">
            {say(locale, invitationTexts.title)}
          </ButtonLink>
        </Actions>
      )}
      <form method="get" action={peoplePath} role="search">
        {closed && <input type="hidden" name="closed" value="1" />}
        <TextField locale={locale} name="q" type="search" label={say(locale, texts.search)} value={search} />
        <Button look="secondary" icon="search">
          {say(locale, texts.find)}
        </Button>
      </form>
      {people.length === 0 ? (
        <EmptyState icon="person" title={say(locale, search === '' ? decisionTexts.nobodyHere : texts.nobody)} />
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          rows={people}
          columns={[
            {
              label: say(locale, texts.person),
              isHeader: true,
              cell: (person) => (
                <a class="ds-link" href={personPath(person.id)}>
                  {nameOf(person, locale)}
                </a>
              ),
            },
            { label: say(locale, texts.email), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
            {
              label: say(locale, texts.rights),
              cell: ({ grants }) =>
                grants.length === 0 ? (
                  <span class="quiet">{say(locale, decisionTexts.noRights)}</span>
                ) : (
                  <ul class="grants">
                    {grants.map(({ role, institution }) => (
                      <li>
                        {desk.nameRole(role, locale)} · {desk.sayInstitution(institution, locale)}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
      {next !== undefined && (
        <p>
          <a class="ds-link" rel="next" href={next}>
            {say(locale, texts.more)}
          </a>
        </p>
      )}
      {!closed && (
        <p>
          <a class="ds-link" href={closedPeoplePath}>
            {say(locale, decisionTexts.closedAccounts)}
          </a>
        </p>
      )}
    </Page>
  );
};
