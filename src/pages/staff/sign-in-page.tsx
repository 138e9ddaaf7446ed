import { accountsByService, type Demonstration } from '../../access/demonstration.ts';
import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Columns, Page, Title } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PasskeyForm, passkeyIsland } from './passkey-form.tsx';
import {
  forgotPath,
  passkeyOptionsPath,
  passkeySignInPath,
  providerPath,
  signInPath,
  withNext,
} from './sign-in-paths.ts';
import { signInTexts as texts } from './sign-in-texts.ts';

export interface SignInPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  /** Where to go on to; checked already. */
  readonly next: string;
  /** As typed in an attempt that failed. The password is never sent back. */
  readonly email?: string;
  readonly problems?: readonly FieldProblem[];
  readonly justSignedOut?: boolean;
  /** The password was just set by a link. */
  readonly justReset?: boolean;
  /** What the identity provider of the state is called, where there is one. */
  readonly providerLabel?: string | undefined;
  /** Its accounts are offered where the demonstration is on. */
  readonly demonstration?: Demonstration | undefined;
  readonly services: readonly Service[];
}

export const SignInPage = (props: SignInPageProps) => {
  const { context, problems = [], demonstration } = props;
  const { locale } = context;
  return (
    <Page
      context={context}
      title={say(locale, texts.title)}
      problems={problems}
      layout={demonstration ? 'wide' : 'form'}
      islands={[passkeyIsland]}
    >
      {demonstration ? (
        <Columns
          aside={<DemoAccounts {...props} demonstration={demonstration} />}
          asideLabel={say(locale, texts.demoTitle)}
        >
          <SignInForm {...props} />
        </Columns>
      ) : (
        <SignInForm {...props} />
      )}
    </Page>
  );
};

const SignInForm = (props: SignInPageProps) => {
  const { context, csrfToken, next, email, problems = [], justSignedOut, justReset, providerLabel } = props;
  const { locale } = context;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <>
      {justSignedOut && (
        <Alert tone="success">
          <p>{say(locale, texts.signedOut)}</p>
        </Alert>
      )}
      {justReset && (
        <Alert tone="success">
          <p>{say(locale, texts.resetDone)}</p>
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
        <p>
          <a class="ds-link" href={forgotPath}>
            {say(locale, texts.forgot)}
          </a>
        </p>
        <Actions>
          <Button>{say(locale, texts.submit)}</Button>
          {providerLabel !== undefined && (
            <ButtonLink look="secondary" href={withNext(providerPath, next)}>
              {say(locale, texts.withProvider, { label: providerLabel })}
            </ButtonLink>
          )}
        </Actions>
      </form>
      <PasskeyForm
        does="use"
        action={passkeySignInPath}
        options={passkeyOptionsPath}
        csrfToken={csrfToken}
        next={next}
        label={say(locale, texts.withPasskey)}
        failed={say(locale, texts.passkeyRefused)}
      />
      <hr class="ds-divider" />
      <p>
        <a class="ds-link" href="/track">
          {say(locale, texts.followInstead)}
        </a>
      </p>
    </>
  );
};

const HiddenFields = ({ csrfToken, next }: { readonly csrfToken: string; readonly next: string }) => (
  <>
    <input type="hidden" name="_csrf" value={csrfToken} />
    <input type="hidden" name="next" value={next} />
  </>
);

type DemoAccountsProps = SignInPageProps & { readonly demonstration: Demonstration };

/** The invented people, by the service for which they work. */
const DemoAccounts = (props: DemoAccountsProps) => {
  const { context, demonstration, services } = props;
  const { locale } = context;
  return (
    <Card title={say(locale, texts.demoTitle)}>
      {accountsByService(demonstration, services).map(({ title, accounts }, index) => (
        <Details summary={title?.[locale] ?? say(locale, texts.demoOthers)} open={index === 0}>
          <ul class="tasks">
            {accounts.map((account) => (
              <DemoAccount {...props} account={account} />
            ))}
          </ul>
        </Details>
      ))}
    </Card>
  );
};

/** One press signs in as one of them. */
const DemoAccount = ({
  context: { locale },
  csrfToken,
  next,
  demonstration,
  account,
}: DemoAccountsProps & { readonly account: Demonstration['accounts'][number] }) => {
  const name = locale === 'ar' ? account.name : account.name_latin;
  return (
    <li>
      <div class="task">
        <strong>{name}</strong>
        <span class="hint">{account.purpose[locale]}</span>
      </div>
      <form class="task-status" method="post" action={signInPath}>
        <HiddenFields csrfToken={csrfToken} next={next} />
        <input type="hidden" name="email" value={account.email} />
        <input type="hidden" name="password" value={demonstration.password} />
        <Button look="secondary">
          {say(locale, texts.enter)}
          <span class="ds-sr-only"> {say(locale, texts.asPerson, { name })}</span>
        </Button>
      </form>
    </li>
  );
};
