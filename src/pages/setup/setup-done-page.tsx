import { say } from '../../base/texts.ts';
import { Alert } from '../ui/alert.tsx';
import { CardGrid, LinkCard } from '../ui/card.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page } from '../ui/page.tsx';
import { StatusBanner } from '../ui/status-banner.tsx';
import { setupTexts as texts } from './setup-texts.ts';

/** What to do once the installation is in service. */
export const SetupDonePage = ({
  context,
  strangers,
}: {
  readonly context: PageContext;
  /** Titles of services on offer that name institutions which are not there. */
  readonly strangers: readonly string[];
}) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.doneTitle)}>
      <StatusBanner tone="success" title={say(locale, texts.doneTitle)}>
        <p>{say(locale, context.portal.name)}</p>
      </StatusBanner>
      {strangers.length > 0 && (
        <Alert tone="warning">
          <p>{say(locale, texts.doneServices, { services: strangers.join(locale === 'ar' ? '، ' : ', ') })}</p>
        </Alert>
      )}
      <h2>{say(locale, texts.doneLead)}</h2>
      <CardGrid>
        <LinkCard href="/staff/sign-in" icon="lock" title={say(locale, texts.doneSignIn)}>
          {say(locale, texts.doneSignInDetail)}
        </LinkCard>
        <LinkCard href="/staff/admin" icon="building" title={say(locale, texts.doneInstitutions)}>
          {say(locale, texts.doneInstitutionsDetail)}
        </LinkCard>
        <LinkCard href="/staff/people" icon="people" title={say(locale, texts.donePeople)}>
          {say(locale, texts.donePeopleDetail)}
        </LinkCard>
        <LinkCard href="/staff/admin/storage" icon="download" title={say(locale, texts.doneBackup)}>
          {say(locale, texts.doneBackupDetail)}
        </LinkCard>
      </CardGrid>
    </Page>
  );
};
