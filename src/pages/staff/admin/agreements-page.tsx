import type { AgreementRow, Side } from '../../../access/agreement-queries.ts';
import type { AgreementUseRow } from '../../../access/agreement-queries.ts';
import { standingOf } from '../../../access/agreements.ts';
import { say, type Text } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Card, EmptyState } from '../../ui/card.tsx';
import { LongDate, LongDateTime } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Moment, Timeline } from '../../ui/timeline.tsx';
import { SureBox } from '../services/sure-box.tsx';
import { sharedRecordsPath } from '../shared/shared-paths.ts';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { agreementPath, agreementsPath } from './admin-paths.ts';
import { AgreementTag, AgreementTerms, serviceOf } from './agreement-words.tsx';
import { agreementsTexts as texts } from './agreements-texts.ts';

interface ListProps {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly agreements: readonly AgreementRow[];
  readonly now: Date;
  readonly mayPropose: boolean;
}

/** The agreements of the institutions that somebody administers, on either side. */
export const AgreementsPage = ({ context, desk, agreements, now, mayPropose }: ListProps) => {
  const { locale, timeZone } = context;
  return (
    <AdminPage context={context} title={say(locale, texts.title)} lead={say(locale, texts.lead)}>
      {mayPropose && (
        <Actions>
          <ButtonLink href={`${agreementsPath}/new`} icon="plus">
            {say(locale, texts.new)}
          </ButtonLink>
        </Actions>
      )}
      {agreements.length === 0 ? (
        <EmptyState icon="people" title={say(locale, texts.none)}>
          <p>{say(locale, texts.noneDetail)}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say(locale, texts.title)}
          isCaptionHidden
          rows={agreements}
          columns={[
            {
              label: say(locale, texts.purpose),
              isHeader: true,
              cell: ({ id, purpose }) => (
                <a class="ds-link" href={agreementPath(id)}>
                  {purpose[locale]}
                </a>
              ),
            },
            { label: say(locale, texts.giver), cell: ({ giver }) => desk.sayInstitution(giver, locale) },
            { label: say(locale, texts.receiver), cell: ({ receiver }) => desk.sayInstitution(receiver, locale) },
            {
              label: say(locale, texts.service),
              cell: (agreement) => serviceOf(desk, agreement)?.texts.title[locale] ?? agreement.service,
            },
            {
              label: say(locale, texts.standing),
              cell: (agreement) => <AgreementTag agreement={agreement} now={now} locale={locale} />,
            },
            {
              label: say(locale, texts.until),
              cell: ({ valid_until: until }) => (
                <LongDate locale={locale} at={new Date(+until - 1)} timeZone={timeZone} />
              ),
            },
          ]}
        />
      )}
    </AdminPage>
  );
};

interface OneProps {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly agreement: AgreementRow;
  readonly use: AgreementUseRow | undefined;
  readonly now: Date;
  /** Whether this person may accept or decline, end, and read under it. */
  readonly mayDecide: boolean;
  readonly mayEnd: boolean;
  readonly mayRead: boolean;
  readonly problems: readonly FieldProblem[];
}

/** One agreement: what it says, what became of it, and what this person may do about it. */
export const AgreementPage = (props: OneProps) => {
  const { context, desk, agreement, use, now, mayDecide, mayEnd, mayRead, problems } = props;
  const { locale, timeZone } = context;
  const standing = standingOf(agreement, now);
  const isOpen = standing === 'proposed' || standing === 'coming' || standing === 'standing';
  const path = agreementPath(agreement.id);
  const other = agreement.proposed_side === 'giver' ? agreement.receiver : agreement.giver;
  return (
    <AdminPage
      context={context}
      title={agreement.purpose[locale]}
      problems={problems}
      above={
        <>
          {say(locale, texts.number, { number: String(agreement.id) })}{' '}
          <AgreementTag agreement={agreement} now={now} locale={locale} />
        </>
      }
      crumbs={[{ href: agreementsPath, label: say(locale, texts.title) }]}
    >
      {standing === 'proposed' && !mayDecide && (
        <Alert tone="info">
          <p>{say(locale, texts.waits, { institution: desk.sayInstitution(other, locale) })}</p>
        </Alert>
      )}
      <AgreementTerms {...{ desk, agreement, use, locale, timeZone }} />
      {mayRead && (
        <Actions>
          <ButtonLink href={sharedRecordsPath(agreement.id)} look="secondary" icon="eye">
            {say(locale, texts.records)}
          </ButtonLink>
        </Actions>
      )}
      {standing === 'proposed' && mayDecide && (
        <Card title={say(locale, texts.accept)}>
          <AdminForm context={context} action={`${path}/accept`}>
            <SureBox locale={locale} label={say(locale, texts.acceptSure)} problems={problems} />
            <Actions>
              <Button>{say(locale, texts.accept)}</Button>
              <Button look="secondary" formAction={`${path}/decline`}>
                {say(locale, texts.decline)}
              </Button>
            </Actions>
          </AdminForm>
        </Card>
      )}
      {isOpen && mayEnd && (
        <Card title={say(locale, standing === 'proposed' ? texts.takeBack : texts.end)}>
          {standing !== 'proposed' && <p>{say(locale, texts.endDetail)}</p>}
          <AdminForm context={context} action={`${path}/end`}>
            <TextField locale={locale} name="because" label={say(locale, texts.because)} maxLength={300} optional />
            <Actions>
              <Button danger look="secondary">
                {say(locale, standing === 'proposed' ? texts.takeBack : texts.end)}
              </Button>
            </Actions>
          </AdminForm>
        </Card>
      )}
      <h2>{say(locale, texts.history)}</h2>
      <Timeline moments={historyOf(desk, agreement, context)} />
    </AdminPage>
  );
};

const historyOf = (desk: AdminDesk, agreement: AgreementRow, { locale, timeZone }: AdminContext): readonly Moment[] => {
  const { proposed_side: proposer, proposed_at: proposedAt, accepted, decided_at: decidedAt } = agreement;
  const { ended_side: ender, ended_at: endedAt, ended_because: because } = agreement;
  const decider: Side = proposer === 'giver' ? 'receiver' : 'giver';
  const step = (words: Text, side: Side, at: Date, body?: string | null): Moment => ({
    title: say(locale, words, { institution: desk.sayInstitution(agreement[side], locale) }),
    byline: <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
    ...(body && { body: <bdi>{body}</bdi> }),
  });
  return [
    ...(ender && endedAt ? [step(accepted ? texts.endedBy : texts.withdrawnBy, ender, endedAt, because)] : []),
    ...(decidedAt ? [step(accepted ? texts.acceptedBy : texts.declinedBy, decider, decidedAt)] : []),
    step(texts.proposedBy, proposer, proposedAt),
  ];
};
