import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import type { SetupAnswers } from '../../access/setup.ts';
import type { CountryContent } from '../../territory/country-change.ts';
import { Bdi } from '../ui/bdi.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { settingsTexts } from '../settings/settings-texts.ts';
import { sayLanguages, type SetupFrame, StepPage, stepPath, type SetupStep } from './setup-pages.tsx';
import { setupTexts as texts } from './setup-texts.ts';

/** Everything at once before it holds, with a way back to each step. */
export const CheckStep = ({
  frame,
  answers,
  content,
  version,
}: {
  readonly frame: SetupFrame;
  readonly answers: SetupAnswers;
  readonly content: CountryContent;
  /** What is shown: whoever confirms confirms this. */
  readonly version: number;
}) => {
  const { locale } = frame.context;
  const { settings, places, institutions } = content;
  const { administrator } = answers;
  const missing = <strong class="danger">{say(locale, texts.missing)}</strong>;
  const row = (label: string, step: SetupStep, value: ComponentChildren) => ({
    label,
    value: value ?? missing,
    changeHref: stepPath(step),
  });
  const isWhole = answers.settings?.portal && answers.settings.colour && answers.country && administrator;
  const institution = institutions.find(({ code }) => code === administrator?.institution);
  return (
    <StepPage
      frame={frame}
      step="check"
      lead={say(locale, texts.checkLead)}
      submit={isWhole ? say(locale, texts.finish) : undefined}
    >
      <input type="hidden" name="version" value={version} />
      <SummaryList
        locale={locale}
        rows={[
          row(say(locale, settingsTexts.portal), 'names', answers.settings?.portal && settings.portal[locale]),
          row(
            say(locale, settingsTexts.languages),
            'names',
            answers.settings?.languages && sayLanguages(settings.languages),
          ),
          row(
            say(locale, settingsTexts.colour),
            'look',
            answers.settings?.colour && (
              <>
                <svg class="swatch" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                  <rect width="24" height="24" rx="4" fill={settings.colour} />
                </svg>{' '}
                <Bdi>{settings.colour}</Bdi>
              </>
            ),
          ),
          row(
            say(locale, texts.country),
            'country',
            answers.country &&
              say(locale, texts.folderHint, { places: places.length, institutions: institutions.length }).split(
                /[،;,]/,
              )[0],
          ),
          row(
            say(locale, texts.administrator),
            'administrator',
            administrator && (
              <>
                {locale === 'ar' ? administrator.name : administrator.nameLatin}
                <br />
                <bdi dir="ltr">{administrator.email}</bdi>
                <br />
                {institution?.name[locale]}
              </>
            ),
          ),
        ]}
      />
    </StepPage>
  );
};
