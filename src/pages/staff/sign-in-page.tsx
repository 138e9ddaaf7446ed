import type { Demonstration } from '../../access/demonstration.ts';
import { say } from '../../base/texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Columns, Page, Title } from '../ui/page.tsx';
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
  const { context, problems = [], demonstration } = props;
  const { locale } = context;
  return (
    <Page
      context={context}
      title={say(locale, texts.title)}
      problems={problems}
      layout={demonstration ? 'wide' : 'form'}
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

const SignInForm = ({ context: { locale }, csrfToken, next, email, problems = [], justSignedOut }: SignInPageProps) => {
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <>
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

/** One press signs in as one of the invented people. */
const DemoAccounts = ({
  context,
  csrfToken,
  next,
  demonstration,
}: SignInPageProps & { readonly demonstration: Demonstration }) => {
  const { locale } = context;
  return (
    <Card title={say(locale, texts.demoTitle)}>
      <ul class="tasks">
        {demonstration.accounts.map(({ email, name, name_latin: nameLatin, purpose }) => (
          <li>
            <div class="task">
              <strong>{locale === 'ar' ? name : nameLatin}</strong>
              <span class="hint">{purpose[locale]}</span>
            </div>
            <form class="task-status" method="post" action={signInPath}>
              <HiddenFields csrfToken={csrfToken} next={next} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={demonstration.password} />
              <Button look="secondary">
                {say(locale, texts.enter)}
                <span class="ds-sr-only">
                  {' '}
                  {say(locale, texts.asPerson, { name: locale === 'ar' ? name : nameLatin })}
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
};
