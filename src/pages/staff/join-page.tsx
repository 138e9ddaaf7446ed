import { type Locale, locales, say } from '../../base/texts.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Radios } from '../ui/choice-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { accountTexts } from './account/account-texts.ts';
import { languageNames } from '../ui/page-header.tsx';
import { NewPasswordField } from './reset-pages.tsx';
import { signInTexts as texts } from './sign-in-texts.ts';

export interface TypedMember {
  readonly name: string;
  readonly nameLatin: string;
  readonly locale: Locale;
}

/** What a person says about himself or herself: when opening the account, and whenever it changes. */
export const MemberFields = ({
  locale,
  typed,
  problems,
}: {
  readonly locale: Locale;
  readonly typed: TypedMember;
  readonly problems: readonly FieldProblem[];
}) => {
  const errorIn = (wanted: string) => problems.find(({ name }) => name === wanted)?.message;
  return (
    <>
      <TextField
        locale={locale}
        name="name"
        label={say(locale, accountTexts.nameArabic)}
        hint={say(locale, accountTexts.nameHint)}
        error={errorIn('name')}
        value={typed.name}
        width="long"
        autocomplete="name"
        maxLength={100}
        required
      />
      <TextField
        locale={locale}
        name="name_latin"
        label={say(locale, accountTexts.nameLatin)}
        error={errorIn('name_latin')}
        value={typed.nameLatin}
        dir="ltr"
        width="long"
        maxLength={100}
        required
      />
      <Radios
        locale={locale}
        name="language"
        label={say(locale, accountTexts.language)}
        value={typed.locale}
        options={locales.map((value) => ({ value, label: languageNames[value] }))}
      />
    </>
  );
};

/** An invited person opens the account. */
export const JoinPage = (props: {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly action: string;
  readonly email: string;
  readonly portal: string;
  readonly typed: TypedMember;
  readonly problems?: readonly FieldProblem[] | undefined;
}) => {
  const { context, csrfToken, action, email, portal, typed, problems = [] } = props;
  const { locale } = context;
  const title = say(locale, texts.joinTitle);
  const [before, after] = say(locale, texts.joinLead, { email: '\0', portal }).split('\0');
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
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <MemberFields locale={locale} typed={typed} problems={problems} />
        <NewPasswordField
          locale={locale}
          label={say(locale, texts.password)}
          error={problems.find(({ name }) => name === 'password')?.message}
        />
        <Actions>
          <Button>{say(locale, texts.joinSubmit)}</Button>
        </Actions>
      </form>
    </Page>
  );
};
