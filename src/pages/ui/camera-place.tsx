import { type Locale, say, type Text } from '../../base/texts.ts';
import { cameraTexts as texts } from './camera-texts.ts';
import { Icon } from './icon.tsx';

interface CameraPlaceProps {
  readonly locale: Locale;
  /** Of the place; those of its parts begin with it. */
  readonly id: string;
  /** What the button that starts it says. */
  readonly label: string;
  /** Sentences that a script shows when the camera cannot be used, by what keeps it. */
  readonly problems: Readonly<Record<string, Text>>;
  /** It is what the page is for. */
  readonly isLarge?: boolean;
}

/** Where a script shows what the camera sees (islands/camera/camera.ts); hidden until one does, so that it brings no words of its own. */
export const CameraPlace = ({ locale, id, label, problems, isLarge = false }: CameraPlaceProps) => (
  <section id={id} class="camera" aria-label={label} hidden>
    <button
      class={`ds-button ${isLarge ? 'camera-open' : ''}`}
      data-variant={isLarge ? undefined : 'secondary'}
      type="button"
      id={`${id}-open`}
      data-camera="open"
    >
      <Icon name="qr" />
      {label}
    </button>
    <div class="camera-view" data-camera="view" hidden>
      <div class="camera-frame">
        <video data-camera="video" aria-label={say(locale, texts.view)} playsInline muted />
      </div>
      <p class="camera-aim" role="status">
        {say(locale, texts.aim)}
      </p>
      <div class="actions">
        <button class="ds-button" type="button" data-camera="torch" aria-pressed="false" hidden>
          {say(locale, texts.torch)}
        </button>
        <button class="ds-button" data-variant="secondary" type="button" data-camera="stop">
          {say(locale, texts.stop)}
        </button>
      </div>
    </div>
    <div data-camera="problem" role="alert" hidden />
    <template data-camera="words">
      {Object.entries(problems).map(([name, text]) => (
        <p data-problem={name}>{say(locale, text)}</p>
      ))}
    </template>
  </section>
);
