import { say } from '../../base/texts.ts';
import { longestCode } from '../../form/fields/code.ts';
import { exampleOf } from '../../form/fields/identity.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Button } from '../ui/button.tsx';
import { CameraPlace } from '../ui/camera-place.tsx';
import { FileField } from '../ui/file-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { codePageTexts as texts } from './code-texts.ts';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts } from './field-texts.ts';

/** A picture of the code that is sent with the page, in megabytes. */
export const largestPicture = 10;
/** The input for it, after the name of the question, and the button that has it read at once. */
export const pictureInput = '.picture';
const send = '.read';

/**
 * Typed, or read from a picture that is sent along. A script scans with the camera and reads pictures on the device, which
 * they then do not leave.
 */
export const code: FieldPage<'code', string> = {
  island: 'scan-code',
  isButton: (suffix) => suffix === send,
  ask: (props) => {
    const { field, locale, inputs } = props;
    const { name, masks, formats } = field;
    const example = masks.length > 0 ? say(locale, fieldTexts.example, { example: exampleOf(masks) }) : undefined;
    const error = props.errorAt(name + pictureInput);
    return (
      <div class="scan" data-scan={formats.join(' ')}>
        <TextField
          {...frameOf(props)}
          hint={field.hint?.[locale] ?? example}
          value={inputs[name]}
          dir="ltr"
          autocomplete="off"
          maxLength={longestCode}
        />
        <CameraPlace
          locale={locale}
          id={`scan-${name}`}
          label={say(locale, texts.scan)}
          problems={{
            denied: texts.denied,
            missing: texts.missing,
            busy: texts.busy,
            insecure: texts.insecure,
          }}
        />
        <p
          role="status"
          data-reading={say(locale, texts.reading)}
          data-read={say(locale, texts.read)}
          data-none={say(locale, texts.none)}
          data-damaged={say(locale, texts.damaged)}
        />
        <details class="ds-details" open={error !== undefined}>
          <summary>{say(locale, texts.fromPicture)}</summary>
          <FileField
            locale={locale}
            name={name + pictureInput}
            label={say(locale, texts.picture)}
            hint={say(locale, texts.pictureHint, { max: largestPicture })}
            error={error}
            accept="image/jpeg,image/png"
          />
          <div data-send="">
            <Button look="secondary" name={name + send} value="1" skipValidation>
              {say(locale, texts.send)}
            </Button>
          </div>
        </details>
      </div>
    );
  },
  show: (value) => <Bdi>{value}</Bdi>,
};
