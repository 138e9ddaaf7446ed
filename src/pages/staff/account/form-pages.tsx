import { say } from '../../../base/texts.ts';
import { Actions, Button } from '../../ui/button.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { OneTimeCodeField } from '../../ui/one-time-code-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { MemberFields, type TypedMember } from '../join-page.tsx';
import { PasskeyForm, passkeyIsland } from '../passkey-form.tsx';
import { NewPasswordField } from '../reset-pages.tsx';
import { signInTexts } from '../sign-in-texts.ts';
import {
  accountPath,
  confirmPasskeyOptionsPath,
  confirmPath,
  newPasskeyOptionsPath,
  newPasskeyPath,
  passwordPath,
  profilePath,
} from './account-paths.ts';
import { accountTexts as texts } from './account-texts.ts';

interface FormPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly problems?: readonly FieldProblem[] | undefined;
}

const errorIn = (problems: readonly FieldProblem[], wanted: string) =>
  problems.find(({ name }) => name === wanted)?.message;

export const ProfilePage = ({
  context,
  csrfToken,
  problems = [],
  typed,
}: FormPageProps & { readonly typed: TypedMember }) => {
  const { locale } = context;
  const title = say(locale, texts.profile);
  return (
    <Page context={context} title={title} problems={problems} backHref={accountPath}>
      <Title>{title}</Title>
      <form method="post" action={profilePath} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <MemberFields locale={locale} typed={typed} problems={problems} />
        <Actions>
          <Button>{say(locale, texts.save)}</Button>
        </Actions>
      </form>
    </Page>
  );
};

export const PasswordPage = ({
  context,
  csrfToken,
  problems = [],
  email,
}: FormPageProps & { readonly email: string }) => {
  const { locale } = context;
  const title = say(locale, texts.changePassword);
  return (
    <Page context={context} title={title} problems={problems} backHref={accountPath}>
      <Title>{title}</Title>
      <p>{say(locale, texts.passwordEndsOthers)}</p>
      <form method="post" action={passwordPath} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <PresentPasswordField
          context={context}
          label={say(locale, texts.present)}
          error={errorIn(problems, 'present')}
        />
        <NewPasswordField locale={locale} label={say(locale, texts.next)} error={errorIn(problems, 'password')} />
        <Actions>
          <Button>{say(locale, texts.changePassword)}</Button>
        </Actions>
      </form>
    </Page>
  );
};

const PresentPasswordField = (props: {
  readonly context: PageContext;
  readonly label: string;
  readonly error: string | undefined;
}) => (
  <TextField
    locale={props.context.locale}
    name="present"
    label={props.label}
    error={props.error}
    type="password"
    dir="auto"
    width="long"
    autocomplete="current-password"
    required
  />
);

export const NewPasskeyPage = ({ context, csrfToken, problems = [] }: FormPageProps) => {
  const { locale } = context;
  const title = say(locale, texts.addPasskey);
  return (
    <Page context={context} title={title} problems={problems} backHref={accountPath} islands={[passkeyIsland]}>
      <Title>{title}</Title>
      <p>{say(locale, texts.passkeyLead)}</p>
      <PasskeyForm
        does="make"
        action={newPasskeyPath}
        options={newPasskeyOptionsPath}
        csrfToken={csrfToken}
        label={say(locale, texts.addPasskey)}
        failed={say(locale, texts.passkeyFailed)}
        look="primary"
        otherwise={say(locale, texts.passkeyNeeds)}
      >
        <TextField
          locale={locale}
          name="name"
          label={say(locale, texts.passkeyName)}
          hint={say(locale, texts.passkeyNameHint)}
          error={errorIn(problems, 'name')}
          width="long"
          maxLength={60}
          required
        />
      </PasskeyForm>
    </Page>
  );
};

/** Asks again who it is, before something sensitive. */
export const ConfirmPage = ({
  context,
  csrfToken,
  problems = [],
  next,
  email,
  asksCode,
  hasPasskey,
}: FormPageProps & {
  readonly next: string;
  readonly email: string;
  readonly asksCode: boolean;
  readonly hasPasskey: boolean;
}) => {
  const { locale } = context;
  const title = say(locale, texts.confirmTitle);
  return (
    <Page context={context} title={title} problems={problems} islands={hasPasskey ? [passkeyIsland] : []}>
      <Title>{title}</Title>
      <p>{say(locale, texts.confirmLead)}</p>
      <form method="post" action={confirmPath} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <PresentPasswordField
          context={context}
          label={say(locale, texts.password)}
          error={errorIn(problems, 'present')}
        />
        {asksCode && (
          <OneTimeCodeField
            locale={locale}
            label={say(locale, signInTexts.code)}
            hint={say(locale, signInTexts.codeHint)}
            problems={problems}
          />
        )}
        <Actions>
          <Button>{say(locale, texts.confirm)}</Button>
        </Actions>
      </form>
      {hasPasskey && (
        <PasskeyForm
          does="use"
          action={confirmPath}
          options={confirmPasskeyOptionsPath}
          csrfToken={csrfToken}
          next={next}
          label={say(locale, signInTexts.withPasskey)}
          failed={say(locale, signInTexts.passkeyRefused)}
        />
      )}
    </Page>
  );
};
