import { say } from '../../../base/texts.ts';
import { isRunKind, mailHours, mailModes, newsKinds, type NewsSettings } from '../../../reactions/news/news-kinds.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { Radios, SelectField } from '../../ui/choice-field.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { newsPath, newsSettingsPath } from './news-paths.ts';
import { mailModeTexts, newsSettingTexts, newsTexts as texts } from './news-texts.ts';

interface SettingsPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly settings: NewsSettings;
  readonly isSaved: boolean;
}

export const ways = ['both', 'here', 'not'] as const;
export type Way = (typeof ways)[number];

const wayOf = ({ hidden, unmailed }: NewsSettings, kind: string): Way =>
  hidden.includes(kind) ? 'not' : unmailed.includes(kind) ? 'here' : 'both';

/** Of what one is told, and how. */
export const NewsSettingsPage = ({ context, csrfToken, settings, isSaved }: SettingsPageProps) => {
  const { locale } = context;
  const title = say(locale, texts.settings);
  return (
    <Page context={context} title={title} backHref={newsPath}>
      {isSaved && (
        <Alert tone="success" urgent>
          <p>{say(locale, texts.saved)}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      <form method="post" action={newsSettingsPath}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Radios
          locale={locale}
          name="mail"
          label={say(locale, texts.mail)}
          hint={say(locale, texts.mailHint)}
          options={mailModes
            .toSorted((a, b) => Number(b === 'daily') - Number(a === 'daily'))
            .map((mode) => ({ value: mode, label: say(locale, mailModeTexts[mode]) }))}
          value={settings.mail}
        />
        <SelectField
          locale={locale}
          name="hour"
          width="short"
          label={say(locale, texts.hour)}
          options={mailHours.map((hour) => ({ value: String(hour), label: `${hour}:00` }))}
          value={String(settings.hour)}
        />
        <h2>{say(locale, texts.kinds)}</h2>
        {newsKinds.map((kind) => (
          <SelectField
            locale={locale}
            name={kind}
            label={say(locale, newsSettingTexts[kind], { task: '' })}
            options={ways
              .filter((way) => !isRunKind(kind) || way !== 'both')
              .map((way) => ({ value: way, label: say(locale, texts[way]) }))}
            value={isRunKind(kind) && wayOf(settings, kind) === 'both' ? 'here' : wayOf(settings, kind)}
          />
        ))}
        <Actions>
          <Button>{say(locale, texts.save)}</Button>
        </Actions>
      </form>
    </Page>
  );
};
