import type { DecisionRow } from '../../../access/account-decision-queries.ts';
import type { Staff } from '../../../access/grant.ts';
import type { AdministeredPerson } from '../../../access/people.ts';
import type { DeputyRow, GrantEventRow, PersonGrant } from '../../../access/people-queries.ts';
import { type Locale, say, type Text } from '../../../base/texts.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Desk } from '../desk.ts';
import { AccountStanding, ClosedNotice } from './account-standing.tsx';
import { accountEventTexts } from '../../../access/account-event-texts.ts';
import { absenceTexts } from './absence-texts.ts';
import { DeputyTable } from './deputy-page.tsx';
import { nameOf } from './people-page.tsx';
import { absencePathOf, grantPath, peoplePath, personPath } from './people-paths.ts';
import { peopleTexts as texts } from './people-texts.ts';

interface PersonPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly person: AdministeredPerson;
  readonly staff: Staff;
  readonly decisions: readonly DecisionRow[];
  readonly deputies: readonly DeputyRow[];
  /** What happened to the rights that the reader administers. */
  readonly events: readonly GrantEventRow[];
  readonly names: ReadonlyMap<string, Text>;
  readonly done: string | undefined;
}

/** One of the people that somebody administers: rights to end, deputies, and what was given and taken when by whom. */
export const PersonPage = (props: PersonPageProps) => {
  const { context, csrfToken, person, deputies, done, desk } = props;
  const { locale } = context;
  const { timeZone } = desk.parts.country;
  const title = nameOf(person, locale);
  return (
    <Page context={context} title={title} layout="wide" backHref={peoplePath}>
      {done !== undefined && (
        <Alert tone="success" urgent>
          <p>{done}</p>
        </Alert>
      )}
      <Title above={<bdi dir="ltr">{person.email}</bdi>}>{title}</Title>
      <ClosedNotice {...props} />
      <h2>{say(locale, texts.rights)}</h2>
      <Rights {...props} />
      {person.closedAt === null && (
        <Actions>
          <ButtonLink href={`${grantPath}?to=${encodeURIComponent(person.email)}`} look="secondary" icon="plus">
            {say(locale, texts.add)}
          </ButtonLink>
        </Actions>
      )}
      {deputies.length > 0 && (
        <>
          <h2>{say(locale, texts.deputies)}</h2>
          <DeputyTable
            locale={locale}
            timeZone={timeZone}
            csrfToken={csrfToken}
            deputies={deputies}
            endPath={(id) => `${personPath(person.id)}/deputies/${id}/end`}
          />
        </>
      )}
      {person.closedAt === null && person.isWhole && (
        <>
          <h2>{say(locale, absenceTexts.absences)}</h2>
          <p>
            <a class="ds-link" href={absencePathOf(person.id)}>
              {say(locale, absenceTexts.titleOf, { name: title })}
            </a>
          </p>
        </>
      )}
      {person.closedAt === null && <EndSessions {...props} />}
      <AccountStanding {...props} />
      <h2>{say(locale, texts.history)}</h2>
      <History {...props} />
    </Page>
  );
};

const EndSessions = ({ context: { locale }, csrfToken, person }: PersonPageProps) => (
  <>
    <h2>{say(locale, texts.sessionsTitle)}</h2>
    <p>{say(locale, texts.sessionsLead)}</p>
    <form method="post" action={`${personPath(person.id)}/sessions/end`}>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <Actions>
        <Button look="secondary" danger>
          {say(locale, texts.endSessions)}
        </Button>
      </Actions>
    </form>
  </>
);

const sayTime = ({ from, until }: PersonGrant, locale: Locale, timeZone: string): string => {
  const day = (text: string) => sayInstant(new Date(text), locale, timeZone);
  if (until !== null) return say(locale, texts.between, { from: day(from), until: day(until) });
  return `${say(locale, texts.since, { from: day(from) })} · ${say(locale, texts.always)}`;
};

const Rights = ({ context: { locale }, csrfToken, desk, person }: PersonPageProps) => {
  const titles = new Map(desk.parts.catalogue.known.map(({ service }) => [service.id, service.texts.title[locale]]));
  const sayServices = ({ services }: PersonGrant) =>
    services === null
      ? say(locale, texts.allServices)
      : services.map((id) => titles.get(id) ?? id).join(locale === 'ar' ? '، ' : ', ');
  return (
    <Table
      caption={say(locale, texts.rights)}
      isCaptionHidden
      rows={person.grants}
      columns={[
        { label: say(locale, texts.role), isHeader: true, cell: ({ role }) => desk.nameRole(role, locale) },
        {
          label: say(locale, texts.institution),
          cell: ({ institution }) => desk.sayInstitution(institution, locale),
        },
        { label: say(locale, texts.services), cell: sayServices },
        {
          label: say(locale, texts.duration),
          cell: (grant) => sayTime(grant, locale, desk.parts.country.timeZone),
        },
        {
          label: say(locale, texts.end),
          isLabelHidden: true,
          cell: ({ id, role, institution }) => (
            <form method="post" action={`${personPath(person.id)}/grants/${id}/end`}>
              <input type="hidden" name="_csrf" value={csrfToken} />
              <Button look="tertiary" danger>
                <span aria-hidden="true">{say(locale, texts.end)}</span>
                <span class="ds-sr-only">
                  {say(locale, texts.endThis, {
                    role: desk.nameRole(role, locale),
                    institution: desk.sayInstitution(institution, locale),
                  })}
                </span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
};

const History = ({ context: { locale }, desk, events, names }: PersonPageProps) => {
  const nameBy = (id: string | null | undefined) =>
    id === null || id === undefined ? say(locale, texts.byProgram) : (names.get(id)?.[locale] ?? '–');
  const what = ({ kind, facts }: GrantEventRow): string => {
    const { role = '', institution = '', deputy } = facts;
    const words = { role: desk.nameRole(role, locale), institution: desk.sayInstitution(institution, locale) };
    switch (kind) {
      case 'granted':
        return say(locale, texts.eventGranted, words);
      case 'ended':
        return say(locale, texts.eventEnded, words);
      case 'deputised':
        return say(locale, texts.eventDeputised, { deputy: nameBy(deputy) });
      case 'deputy-ended':
        return say(locale, texts.eventDeputyEnded, { deputy: nameBy(deputy) });
      case 'account-closed':
      case 'account-reopened':
      case 'factors-taken':
        return say(locale, accountEventTexts[kind]);
    }
  };
  return (
    <Table
      caption={say(locale, texts.history)}
      isCaptionHidden
      rows={events}
      columns={[
        { label: say(locale, texts.what), isHeader: true, cell: what },
        { label: say(locale, texts.who), cell: ({ by }) => nameBy(by) },
        {
          label: say(locale, texts.when),
          cell: ({ at }) => <LongDateTime locale={locale} at={at} timeZone={desk.parts.country.timeZone} />,
        },
      ]}
    />
  );
};
