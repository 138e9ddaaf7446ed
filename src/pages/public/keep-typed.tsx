import { type Locale, say } from '../../base/texts.ts';
import { formPageTexts as texts } from './form-texts.ts';

/** The script that keeps what is typed on a form's page while the line is down. */
export const keepTyped = 'keep-typed';

/** Where it says so, right above the button. @param isAnswer the page answers to what was just sent from it */
export const LineNotice = ({ locale, isAnswer }: { readonly locale: Locale; readonly isAnswer: boolean }) => (
  <div
    class="notice line-notice"
    role="alert"
    hidden
    data-line={isAnswer ? 'answered' : ''}
    data-offline={say(locale, texts.offline)}
    data-online={say(locale, texts.online)}
    data-kept={say(locale, texts.keptTyped)}
  />
);
