import type { TotpSetUp } from '../../../access/factors.ts';
import { type Locale, say, type Text } from '../../../base/texts.ts';
import { qrSvg } from '../../../documents/qr.ts';
import { Actions, Button } from '../../ui/button.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { OneTimeCodeField } from '../../ui/one-time-code-field.tsx';
import { accountTexts as texts } from './account-texts.ts';

/** What apps call the account. An Arabic letter takes six characters of the QR code, which would be too fine to read. */
export const issuerFor = (locale: Locale, portal: Text): string => portal[locale === 'ar' ? 'en' : locale];

interface SetUpAppPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly action: string;
  readonly next?: string | undefined;
  readonly setUp: TotpSetUp;
  readonly problems?: readonly FieldProblem[] | undefined;
  /** A role needs it, and nothing else can be done before. */
  readonly isNeeded?: boolean | undefined;
  readonly backHref?: string | undefined;
}

/** A picture to scan, a key to type, and a first code that shows that it has worked. */
export const SetUpAppPage = (props: SetUpAppPageProps) => {
  const { context, csrfToken, action, next, setUp, problems = [], isNeeded, backHref } = props;
  const { locale } = context;
  const title = say(locale, texts.scanTitle);
  return (
    <Page context={context} title={title} problems={problems} backHref={backHref}>
      <Title>{title}</Title>
      {isNeeded && <p class="lead">{say(locale, texts.needed)}</p>}
      <p>{say(locale, texts.scan)}</p>
      <div class="qr" dangerouslySetInnerHTML={{ __html: qrSvg(setUp.uri, say(locale, texts.scanPicture)) }} />
      <p>
        {say(locale, texts.typeKey)}
        <br />
        <strong class="secret-key">
          {/* Wraps between its groups, unlike other codes. */}
          <bdi dir="ltr">{setUp.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</bdi>
        </strong>
      </p>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        <OneTimeCodeField
          locale={locale}
          label={say(locale, texts.codeOfApp)}
          hint={say(locale, texts.codeHint)}
          problems={problems}
          isNumber
        />
        <Actions>
          <Button>{say(locale, texts.confirm)}</Button>
        </Actions>
      </form>
    </Page>
  );
};
