import { say } from '../../base/texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { OneTimeCodeField } from '../ui/one-time-code-field.tsx';
import { PasskeyForm, passkeyIsland } from './passkey-form.tsx';
import { passkeyOptionsPath, secondStepPath, signInPath, withNext } from './sign-in-paths.ts';
import { signInTexts as texts } from './sign-in-texts.ts';

interface SecondStepPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly next: string;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly hasPasskey: boolean;
  /** The code of a demonstration account. */
  readonly demoCode?: string | undefined;
}

/** Asks who has shown a password for what else the account needs. */
export const SecondStepPage = (props: SecondStepPageProps) => {
  const { context, csrfToken, next, problems = [], hasPasskey, demoCode } = props;
  const { locale } = context;
  const title = say(locale, texts.codeTitle);
  const [before, after] = say(locale, texts.demoCode, { code: '\0' }).split('\0');
  return (
    <Page context={context} title={title} problems={problems} islands={hasPasskey ? [passkeyIsland] : []}>
      <Title>{title}</Title>
      <p>{say(locale, texts.codeLead)}</p>
      {demoCode !== undefined && (
        <Alert tone="info">
          <p>
            {before}
            <Bdi>{demoCode}</Bdi>
            {after}
          </p>
        </Alert>
      )}
      <form method="post" action={secondStepPath} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="next" value={next} />
        <OneTimeCodeField
          locale={locale}
          label={say(locale, texts.code)}
          hint={say(locale, texts.codeHint)}
          problems={problems}
        />
        <Actions>
          <Button>{say(locale, texts.submit)}</Button>
        </Actions>
      </form>
      {hasPasskey && (
        <PasskeyForm
          does="use"
          action={secondStepPath}
          options={passkeyOptionsPath}
          csrfToken={csrfToken}
          next={next}
          label={say(locale, texts.withPasskey)}
          failed={say(locale, texts.passkeyRefused)}
        />
      )}
      <p>
        <a class="ds-link" href={`${withNext(signInPath, next)}&again=1`}>
          {say(locale, texts.startAgain)}
        </a>
      </p>
    </Page>
  );
};
