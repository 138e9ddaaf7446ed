import { say } from '../../base/texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { requestsPath } from './requests-page.tsx';
import { requestsTexts } from './requests-texts.ts';
import { trackPath } from './track-paths.ts';
import { trackTexts as texts } from './track-texts.ts';

interface TrackPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly exampleReference: string;
  readonly typed: { readonly reference: string; readonly secret: string };
  readonly problems: readonly FieldProblem[];
  /** References that this browser may open without the secret. */
  readonly opened: readonly string[];
  readonly justForgotten: boolean;
}

export const TrackPage = (props: TrackPageProps) => {
  const { context, csrfToken, problems, opened, justForgotten } = props;
  const { locale } = context;
  const title = say(locale, texts.title);
  return (
    <Page context={context} title={title} problems={problems} backHref="/">
      {justForgotten && (
        <Alert tone="success">
          <p>{say(locale, texts.forgotten)}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      <p>{say(locale, texts.lead)}</p>
      <form method="post" action="/track" noValidate>
        <TrackFields {...props} locale={locale} csrfToken={csrfToken} />
      </form>
      <p>
        <a class="ds-link" href={requestsPath}>
          {say(locale, requestsTexts.signIn)}
        </a>
      </p>
      {opened.length > 0 && (
        <>
          <h2>{say(locale, texts.opened)}</h2>
          <ul class="ds-list">
            {opened.map((reference) => (
              <li>
                <a class="ds-link" href={trackPath(reference)}>
                  <Bdi>{reference}</Bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
};

interface TrackFieldsProps extends Pick<TrackPageProps, 'csrfToken' | 'exampleReference'> {
  readonly locale: PageContext['locale'];
  readonly typed?: TrackPageProps['typed'];
  readonly problems?: readonly FieldProblem[];
}

/** The two numbers that open a request, and the button: the inside of a form. */
export const TrackFields = ({ locale, csrfToken, exampleReference, typed, problems = [] }: TrackFieldsProps) => {
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <TextField
        locale={locale}
        name="reference"
        label={say(locale, texts.reference)}
        hint={say(locale, texts.referenceHint, { example: exampleReference })}
        error={errorOf('reference')}
        value={typed?.reference}
        dir="ltr"
        width="medium"
        autocomplete="off"
        required
      />
      <TextField
        locale={locale}
        name="secret"
        label={say(locale, texts.secret)}
        hint={say(locale, texts.secretHint)}
        error={errorOf('secret')}
        value={typed?.secret}
        dir="ltr"
        width="medium"
        inputMode="numeric"
        autocomplete="off"
        required
      />
      <Actions>
        <Button>{say(locale, texts.open)}</Button>
      </Actions>
    </>
  );
};
