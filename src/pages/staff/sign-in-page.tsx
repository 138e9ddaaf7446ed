import type { Demonstration } from '../../access/demonstration.ts';
import { say } from '../../base/texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { signInTexts as texts } from './sign-in-texts.ts';

export const signInPath = '/staff/sign-in';

export interface SignInPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  /** Where to go on to; checked already. */
  readonly next: string;
  /** As typed in an attempt that failed. The password is never sent back. */
  readonly email?: string;
  readonly problems?: readonly FieldProblem[];
  readonly justSignedOut?: boolean;
  /** Its accounts are offered where the demonstration is on. */
  readonly demonstration?: Demonstration | undefined;
}

export const SignInPage = (props: SignInPageProps) => {
  const { context, csrfToken, next, email, problems = [], justSignedOut, demonstration } = props;
  const { locale } = context;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <Page context={context} title={say(locale, texts.title)} problems={problems}>
      {justSignedOut && (
        <Alert tone="success">
          <p>{say(locale, texts.signedOut)}</p>
        </Alert>
      )}
      <Title>{say(locale, texts.title)}</Title>
      <p>{say(locale, texts.lead)}</p>
      <form method="post" action={signInPath} noValidate>
        <HiddenFields csrfToken={csrfToken} next={next} />
        <TextField
          locale={locale}
          name="email"
          label={say(locale, texts.email)}
          error={errorOf('email')}
          value={email}
          type="email"
          inputMode="email"
          dir="ltr"
          width="long"
          autocomplete="username"
          required
        />
        <TextField
          locale={locale}
          name="password"
          label={say(locale, texts.password)}
          error={errorOf('password')}
          type="password"
          dir="ltr"
          width="long"
          autocomplete="current-password"
          required
        />
        <Actions>
          <Button>{say(locale, texts.submit)}</Button>
        </Actions>
      </form>
      <p>
        <a class="ds-link" href="/track">
          {say(locale, texts.followInstead)}
        </a>
      </p>
      {demonstration && <DemoAccounts {...props} demonstration={demonstration} />}
    </Page>
  );
};

const HiddenFields = ({ csrfToken, next }: { readonly csrfToken: string; readonly next: string }) => (
  <>
    <input type="hidden" name="_csrf" value={csrfToken} />
    <input type="hidden" name="next" value={next} />
  </>
);

/** One press signs in as one of the invented people. */
const DemoAccounts = ({ context, csrfToken, next, demonstration }: SignInPageProps & { readonly demonstration: Demonstration }) => {
  const { locale } = context;
  const nameOf = (account: Demonstration['accounts'][number]) => (locale === 'ar' ? account.name : account.name_latin);
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{say(locale, texts.demoTitle)}</h2>
      <p>
        {say(locale, texts.demoPassword)} <Bdi>{demonstration.password}</Bdi>
      </p>
      <Table
        caption={say(locale, texts.demoTitle)}
        isCaptionHidden
        rows={demonstration.accounts}
        columns={[
          {
            label: say(locale, texts.demoPerson),
            isHeader: true,
            isLabelHidden: true,
            cell: (account) => (
              <>
                {nameOf(account)}
                <br />
                <span class="quiet">{account.purpose[locale]}</span>
              </>
            ),
          },
          { label: say(locale, texts.email), cell: ({ email }) => <Bdi>{email}</Bdi> },
          {
            label: say(locale, texts.demoAction),
            isLabelHidden: true,
            cell: (account) => (
              <form method="post" action={signInPath}>
                <HiddenFields csrfToken={csrfToken} next={next} />
                <input type="hidden" name="email" value={account.email} />
                <input type="hidden" name="password" value={demonstration.password} />
                <Button look="secondary">{say(locale, texts.demoSignInAs, { name: nameOf(account) })}</Button>
              </form>
            ),
          },
        ]}
      />
    </section>
  );
};
