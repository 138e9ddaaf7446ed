import type { ComponentChildren } from 'preact';
import { directionOf, say, type Text } from '../../base/texts.ts';
import { Button } from '../ui/button.tsx';
import { CameraPlace } from '../ui/camera-place.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { describedBy, fieldFrame, inputId } from '../ui/field-frame.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Icon } from '../ui/icon.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { verifyTexts as texts } from './verify-texts.ts';

export const verifyPath = '/verify';
export const verifyIsland = 'verify';

export interface VerifyPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly problems?: readonly FieldProblem[];
  /** As typed, when it was refused. */
  readonly code?: string;
  /** What a signed-in officer is told here by the server; on phones the script fills it in. */
  readonly officer?: ComponentChildren;
}

/**
 * Complete without a script: a picture or the text of a code is sent and checked here. The script adds the camera and
 * checks on the phone itself; what it needs stands in the page, hidden, so that it brings no words of its own.
 */
export const VerifyPage = ({ context, csrfToken, problems = [], code, officer }: VerifyPageProps) => {
  const { locale } = context;
  const words = (text: Text): string => say(locale, text);
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <Page
      context={context}
      title={words(texts.title)}
      problems={problems}
      islands={[verifyIsland]}
      head={<VerifyHead {...context} />}
    >
      <div id="verdict-place" />
      <div id="check">
        <Title>{words(texts.title)}</Title>
        <p class="verify-lead">{words(texts.lead)}</p>
        <CameraPlace
          locale={locale}
          id="camera"
          label={words(texts.openCamera)}
          problems={{
            denied: texts.cameraDenied,
            missing: texts.cameraMissing,
            busy: texts.cameraBusy,
            insecure: texts.cameraInsecure,
            old: texts.cameraOld,
          }}
          isLarge
        />
        <p class="hint">{words(texts.referenceWarning)}</p>
        <div
          id="officer"
          data-officer={texts.officer[locale]}
          data-today={texts.checksToday[locale]}
          data-waiting={texts.waiting[locale]}
        >
          {officer ?? <SignInLink words={words} />}
        </div>
        <section class="verify-way" aria-labelledby="way-picture">
          <h2 id="way-picture">{words(texts.pictureTitle)}</h2>
          <form id="picture-form" method="post" action={`${verifyPath}#verdict`} encType="multipart/form-data">
            <input type="hidden" name="_csrf" value={csrfToken} />
            <FileField
              locale={locale}
              name="picture"
              label={words(texts.picture)}
              hint={words(texts.pictureHint)}
              error={errorOf('picture')}
              accept="image/jpeg,image/png"
            />
            <p class="ds-validation-message" id="picture-problem" role="alert" hidden />
            <p id="picture-status" role="status" hidden />
            <Button look="secondary" name="way" value="picture">
              {words(texts.checkPicture)}
            </Button>
          </form>
        </section>
        <section class="verify-way" aria-labelledby="way-code">
          <h2 id="way-code">{words(texts.codeTitle)}</h2>
          <form id="code-form" method="post" action={`${verifyPath}#verdict`}>
            <input type="hidden" name="_csrf" value={csrfToken} />
            {fieldFrame(
              { locale, name: 'code', label: words(texts.code), hint: words(texts.codeHint), error: errorOf('code') },
              <textarea
                class="ds-input"
                id={inputId('code')}
                name="code"
                rows={4}
                dir="ltr"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                maxlength={6000}
                aria-invalid={errorOf('code') ? 'true' : undefined}
                aria-describedby={describedBy('code', true, errorOf('code'))}
                value={code ?? ''}
              />,
            )}
            <Button look="secondary" name="way" value="code">
              {words(texts.checkCode)}
            </Button>
          </form>
        </section>
        <p class="hint verify-way" id="privacy" data-here={words(texts.privacyHere)}>
          {words(texts.privacyServer)}
        </p>
        <Device words={words} />
        <ProblemWords words={words} />
      </div>
    </Page>
  );
};

type Say = { readonly words: (text: Text) => string };

/** Names are in Arabic whatever the language of the page: their font has to be there before the first one is shown. */
export const VerifyHead = ({ locale, assets }: Pick<PageContext, 'locale' | 'assets'>) => (
  <>
    {directionOf(locale) === 'ltr' &&
      assets
        .fonts('rtl')
        .slice(0, 1)
        .map((href) => <link rel="preload" as="font" type="font/woff2" href={href} crossorigin="anonymous" />)}
    <link rel="manifest" href={`${verifyPath}/app.webmanifest?lang=${locale}`} />
  </>
);

const SignInLink = ({ words }: Say) => (
  <p data-sign-in="">
    <a class="ds-link" href={`/staff/sign-in?next=${verifyPath}`}>
      {words(texts.signIn)}
    </a>
  </p>
);

const Device = ({ words }: Say) => (
  <section id="device" class="verify-way" aria-labelledby="device-title" hidden>
    <h2 id="device-title">{words(texts.deviceTitle)}</h2>
    <ul class="device-facts">
      <li id="device-not-ready">{words(texts.offlineNotReady)}</li>
      <li id="device-ready" class="ready" hidden>
        <Icon name="check-circle" />
        {words(texts.offlineReady)}
      </li>
      <li id="device-list">{words(texts.listNone)}</li>
      <li id="device-keys" hidden />
      <li id="device-clock" class="verdict-clock" hidden />
    </ul>
    <div class="actions">
      <button class="ds-button" data-variant="secondary" type="button" id="device-refresh">
        {words(texts.refresh)}
      </button>
      <button class="ds-button" data-variant="secondary" type="button" id="device-install" hidden>
        {words(texts.install)}
      </button>
    </div>
    <p id="device-problem" role="status" />
  </section>
);

/** Sentences that the script shows where they belong when something fails. */
const ProblemWords = ({ words }: Say) => (
  <template id="problem-words">
    {(
      [
        ['reading', texts.pictureReading],
        ['no-picture', texts.pictureMissing],
        ['damaged', texts.pictureDamaged],
        ['no-code', texts.pictureNoCode],
        ['refresh', texts.refreshFailed],
        ['nothing', texts.nothingToCheckWith],
      ] as const
    ).map(([name, text]) => (
      <p data-problem={name}>{words(text)}</p>
    ))}
  </template>
);
