import { say } from '../../base/texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { accountTexts } from './account/account-texts.ts';
import { forgotPath, signInPath } from './sign-in-paths.ts';
import { signInTexts as texts } from './sign-in-texts.ts';

interface FormPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly problems?: readonly FieldProblem[] | undefined;
}

const errorIn = (problems: readonly FieldProblem[], wanted: string) =>
  problems.find(({ name }) => name === wanted)?.message;

/** Asks for the address to which a link is sent. */
export const ForgotPage = ({
  context,
  csrfToken,
  problems = [],
  email,
}: FormPageProps & { readonly email?: string }) => {
  const { locale } = context;
  const title = say(locale, texts.forgotTitle);
  return (
    <Page context={context} title={title} problems={problems} backHref={signInPath}>
      <Title>{title}</Title>
      <p>{say(locale, texts.forgotLead)}</p>
      <form method="post" action={forgotPath} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <TextField
          locale={locale}
          name="email"
          label={say(locale, texts.email)}
          error={errorIn(problems, 'email')}
          value={email}
          type="email"
          inputMode="email"
          dir="ltr"
          width="long"
          autocomplete="username"
          required
        />
        <Actions>
          <Button>{say(locale, texts.forgotSend)}</Button>
        </Actions>
      </form>
    </Page>
  );
};

/** The same for every address. */
export const ForgotSentPage = ({ context }: { readonly context: PageContext }) => {
  const { locale } = context;
  const title = say(locale, texts.forgotTitle);
  return (
    <Page context={context} title={title}>
      <Title>{title}</Title>
      <Alert tone="info">
        <p>{say(locale, texts.forgotSent)}</p>
      </Alert>
      <p>{say(locale, texts.forgotSentDetail)}</p>
      <ButtonLink look="secondary" href={signInPath}>
        {say(locale, texts.title)}
      </ButtonLink>
    </Page>
  );
};

export const ResetPage = ({
  context,
  csrfToken,
  problems = [],
  action,
  email,
}: FormPageProps & { readonly action: string; readonly email: string }) => {
  const { locale } = context;
  const title = say(locale, texts.resetTitle);
  const [before, after] = say(locale, texts.resetFor, { email: '\0' }).split('\0');
  return (
    <Page context={context} title={title} problems={problems}>
      <Title>{title}</Title>
      <p>
        {before}
        <Bdi>{email}</Bdi>
        {after}
      </p>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {/* Lets password managers know whose password this is. */}
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <NewPasswordField
          locale={locale}
          label={say(locale, accountTexts.next)}
          error={errorIn(problems, 'password')}
        />
        <Actions>
          <Button>{say(locale, texts.resetSubmit)}</Button>
        </Actions>
      </form>
    </Page>
  );
};

/** Wherever a password is chosen: what it must be, said before. */
export const NewPasswordField = (props: {
  readonly locale: PageContext['locale'];
  readonly label: string;
  readonly error?: string | undefined;
}) => (
  <TextField
    locale={props.locale}
    name="password"
    label={props.label}
    hint={say(props.locale, accountTexts.passwordHint)}
    error={props.error}
    type="password"
    dir="auto"
    width="long"
    autocomplete="new-password"
    required
  />
);

/** A link that was used, or is too old. */
export const ExpiredLinkPage = ({
  context,
  detail,
  href,
  label,
}: {
  readonly context: PageContext;
  readonly detail: string;
  readonly href: string;
  readonly label: string;
}) => {
  const title = say(context.locale, texts.linkExpired);
  return (
    <Page context={context} title={title}>
      <Title>{title}</Title>
      <p>{detail}</p>
      <ButtonLink href={href}>{label}</ButtonLink>
    </Page>
  );
};
