import type { AccountEventRow } from '../../../access/account-event-queries.ts';
import { clientNetwork } from '../../../access/client-network.ts';
import { deviceOf } from '../../../access/device.ts';
import type { FactorState } from '../../../access/factors.ts';
import type { Staff } from '../../../access/grant.ts';
import type { PasskeyRow } from '../../../access/passkey-queries.ts';
import type { OpenSessionRow } from '../../../access/session-queries.ts';
import { formatMessage, say } from '../../../base/texts.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { languageNames } from '../../ui/page-header.tsx';
import { Page, Title } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import {
  appPath,
  codesPath,
  historyPath,
  newPasskeyPath,
  passkeysPath,
  passwordPath,
  profilePath,
  removeAppPath,
  sessionsPath,
} from './account-paths.ts';
import { accountTexts as texts, doneTexts, secondFactorTexts } from './account-texts.ts';
import { HistoryTable } from './history-page.tsx';

export interface AccountPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly staff: Staff;
  readonly timeZone: string;
  /** Of who reads the page. */
  readonly network: string;
  readonly factors: FactorState;
  readonly passkeys: readonly PasskeyRow[];
  readonly sessions: readonly OpenSessionRow[];
  readonly events: readonly AccountEventRow[];
  readonly done: keyof typeof doneTexts | undefined;
}

/** Everything about an account that its owner may see and change, on one page. */
export const AccountPage = (props: AccountPageProps) => {
  const { context, staff, done, events, timeZone } = props;
  const { locale } = context;
  const title = say(locale, texts.title);
  return (
    <Page context={context} title={title} layout="wide">
      {done && (
        <Alert tone="success" urgent>
          <p>{say(locale, doneTexts[done])}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      {staff.demonstration && (
        <Alert tone="info">
          <p>{say(locale, texts.demonstration)}</p>
        </Alert>
      )}
      <h2>{say(locale, texts.profile)}</h2>
      <SummaryList
        locale={locale}
        rows={[
          { label: say(locale, texts.nameArabic), value: staff.name.ar, changeHref: profilePath },
          { label: say(locale, texts.nameLatin), value: <bdi>{staff.name.en}</bdi>, changeHref: profilePath },
          { label: say(locale, texts.language), value: languageNames[staff.locale], changeHref: profilePath },
          { label: say(locale, texts.email), value: <Bdi>{staff.email}</Bdi> },
          { label: say(locale, texts.password), value: '••••••••', changeHref: passwordPath },
        ]}
      />
      <p>
        <a class="ds-link" href="/staff/me">
          {say(locale, texts.roles)}
        </a>
      </p>
      <Factors {...props} />
      <Passkeys {...props} />
      <Sessions {...props} />
      <h2 id="history">{say(locale, texts.history)}</h2>
      <p>{say(locale, texts.notYou)}</p>
      <HistoryTable locale={locale} timeZone={timeZone} events={events} accountId={staff.accountId} />
      <p>
        <a class="ds-link" href={historyPath}>
          {say(locale, texts.historyAll)}
        </a>
      </p>
    </Page>
  );
};

const Hidden = ({ csrfToken }: { readonly csrfToken: string }) => (
  <input type="hidden" name="_csrf" value={csrfToken} />
);

const Factors = ({ context: { locale }, csrfToken, factors, passkeys, timeZone }: AccountPageProps) => {
  const { totpSince, codesLeft } = factors;
  const since = totpSince && sayInstant(totpSince, locale, timeZone);
  const hasFactor = totpSince !== undefined || passkeys.length > 0;
  return (
    <>
      <h2 id="factors">{say(locale, texts.factors)}</h2>
      <p>{say(locale, texts.factorsLead)}</p>
      <SummaryList
        locale={locale}
        rows={[
          {
            label: say(locale, texts.app),
            value: since ? say(locale, texts.appSince, { since }) : say(locale, texts.none),
          },
          ...(hasFactor
            ? [{ label: say(locale, texts.codes), value: say(locale, texts.codesLeft, { left: codesLeft }) }]
            : []),
        ]}
      />
      <Actions>
        {totpSince ? (
          <form method="post" action={removeAppPath}>
            <Hidden csrfToken={csrfToken} />
            <Button look="secondary" danger>
              {say(locale, texts.removeApp)}
            </Button>
          </form>
        ) : (
          <ButtonLink href={appPath} look="secondary" icon="phone">
            {say(locale, texts.setUpApp)}
          </ButtonLink>
        )}
        {hasFactor && (
          <form method="post" action={codesPath}>
            <Hidden csrfToken={csrfToken} />
            <Button look="secondary">{say(locale, texts.makeCodes)}</Button>
          </form>
        )}
      </Actions>
      {hasFactor && <p class="hint">{say(locale, texts.makeCodesDetail)}</p>}
    </>
  );
};

const Passkeys = ({ context: { locale }, csrfToken, passkeys, timeZone }: AccountPageProps) => (
  <>
    <h2 id="passkeys">{say(locale, texts.passkeys)}</h2>
    <p>{say(locale, texts.passkeyLead)}</p>
    {passkeys.length > 0 && (
      <Table
        caption={say(locale, texts.passkeys)}
        isCaptionHidden
        rows={passkeys}
        columns={[
          { label: say(locale, texts.passkeyName), isHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
          {
            label: say(locale, texts.lastUsed),
            cell: ({ used_at: usedAt }) =>
              usedAt ? <LongDateTime locale={locale} at={usedAt} timeZone={timeZone} /> : say(locale, texts.never),
          },
          {
            label: say(locale, texts.remove),
            isLabelHidden: true,
            cell: ({ id, name }) => (
              <form method="post" action={`${passkeysPath}/${id}/remove`}>
                <Hidden csrfToken={csrfToken} />
                <Button look="tertiary" danger>
                  {say(locale, texts.remove)}
                  <span class="ds-sr-only"> {name}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    )}
    {passkeys.length === 0 && <p class="quiet">{say(locale, texts.noPasskeys)}</p>}
    <Actions>
      <ButtonLink href={newPasskeyPath} look="secondary" icon="plus">
        {say(locale, texts.addPasskey)}
      </ButtonLink>
    </Actions>
  </>
);

const Sessions = ({ context: { locale }, csrfToken, staff, sessions, network, timeZone }: AccountPageProps) => {
  const sayDevice = ({ user_agent: userAgent }: OpenSessionRow) =>
    deviceOf(userAgent ?? '') || say(locale, texts.unknownDevice);
  const isThis = ({ id }: OpenSessionRow) => id === staff.sessionId;
  return (
    <>
      <h2 id="sessions">{say(locale, texts.sessions)}</h2>
      <Table
        caption={say(locale, texts.sessions)}
        isCaptionHidden
        rows={sessions}
        columns={[
          { label: say(locale, texts.device), isHeader: true, cell: (row) => <bdi dir="ltr">{sayDevice(row)}</bdi> },
          {
            label: say(locale, texts.where),
            cell: ({ address }) => (
              <>
                <Bdi>{clientNetwork(address ?? '')}</Bdi>
                {address !== null && clientNetwork(address) === network && <> ({say(locale, texts.sameNetwork)})</>}
              </>
            ),
          },
          {
            label: say(locale, texts.signedInWith),
            cell: ({ second_factor: factor }) => say(locale, secondFactorTexts[factor ?? 'none']),
          },
          {
            label: say(locale, texts.lastSeen),
            cell: ({ seen_at: at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
          },
          {
            label: say(locale, texts.endSession),
            isLabelHidden: true,
            cell: (row) =>
              isThis(row) ? (
                <strong>{say(locale, texts.thisSession)}</strong>
              ) : (
                <form method="post" action={`${sessionsPath}/${row.id}/end`}>
                  <Hidden csrfToken={csrfToken} />
                  <Button look="tertiary">
                    {say(locale, texts.endSession)}
                    <span class="ds-sr-only">
                      {' '}
                      {formatMessage(locale, texts.endSessionOf[locale], { device: sayDevice(row) })}
                    </span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post" action={`${sessionsPath}/end-others`}>
          <Hidden csrfToken={csrfToken} />
          <Actions>
            <Button look="secondary">{say(locale, texts.endOthers)}</Button>
          </Actions>
        </form>
      )}
    </>
  );
};
