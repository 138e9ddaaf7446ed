import type { DecisionRow } from '../../../access/account-decision-queries.ts';
import { decisionRefusal } from '../../../access/account-decisions.ts';
import { accountEventTexts } from '../../../access/account-event-texts.ts';
import type { Staff } from '../../../access/grant.ts';
import type { AdministeredPerson } from '../../../access/people.ts';
import { say, type Text } from '../../../base/texts.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, ButtonLink } from '../../ui/button.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import type { Desk } from '../desk.ts';
import { decisionTexts as texts, refusalTexts } from './decision-texts.ts';
import { closePath, factorsPath, reopenPath } from './people-paths.ts';
import { peopleTexts } from './people-texts.ts';

interface StandingProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly person: AdministeredPerson;
  readonly staff: Staff;
  readonly decisions: readonly DecisionRow[];
  readonly names: ReadonlyMap<string, Text>;
}

const nameIn = ({ names, context: { locale } }: StandingProps, account: string): string =>
  names.get(account)?.[locale] ?? '–';

/** Above all else where nobody can sign in with the account. */
export const ClosedNotice = (props: StandingProps) => {
  const { context, desk, person, decisions } = props;
  const { locale } = context;
  if (person.closedAt === null) return null;
  const last = decisions.find(({ kind }) => kind === 'account-closed');
  const words = last && {
    name: nameIn(props, last.by),
    at: sayInstant(last.at, locale, desk.parts.country.timeZone),
    reason: last.reason,
  };
  return (
    <Alert tone="warning" title={say(locale, texts.closedSince)}>
      {words && <p>{say(locale, texts.closedBy, words)}</p>}
    </Alert>
  );
};

/** What may be decided about the account as a whole, and what was. */
export const AccountStanding = (props: StandingProps) => {
  const { context, person, staff, decisions, desk } = props;
  const { locale } = context;
  const refusal = decisionRefusal(staff, person, 'account-closed');
  return (
    <>
      <h2>{say(locale, texts.account)}</h2>
      {refusal ? (
        <p>{say(locale, refusalTexts[refusal])}</p>
      ) : (
        <Actions>
          {person.closedAt === null ? (
            <>
              {decisionRefusal(staff, person, 'factors-taken') === undefined && (
                <ButtonLink href={factorsPath(person.id)} look="secondary">
                  {say(locale, texts.factors)}
                </ButtonLink>
              )}
              <ButtonLink href={closePath(person.id)} look="secondary" danger>
                {say(locale, texts.close)}
              </ButtonLink>
            </>
          ) : (
            <ButtonLink href={reopenPath(person.id)} look="secondary">
              {say(locale, texts.reopen)}
            </ButtonLink>
          )}
        </Actions>
      )}
      {decisions.length > 0 && (
        <Table
          caption={say(locale, texts.decisions)}
          rows={decisions}
          columns={[
            {
              label: say(locale, peopleTexts.what),
              isHeader: true,
              cell: ({ kind }) => say(locale, accountEventTexts[kind]),
            },
            { label: say(locale, texts.reason), cell: ({ reason }) => <bdi>{reason}</bdi> },
            { label: say(locale, peopleTexts.who), cell: ({ by }) => nameIn(props, by) },
            {
              label: say(locale, peopleTexts.when),
              cell: ({ at }) => <LongDateTime locale={locale} at={at} timeZone={desk.parts.country.timeZone} />,
            },
          ]}
        />
      )}
    </>
  );
};
