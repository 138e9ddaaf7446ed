import { say } from '../../base/texts.ts';
import { longestCode } from '../../form/fields/code.ts';
import { exampleOf } from '../../form/fields/identity.ts';
import { Bdi } from '../ui/bdi.tsx';
import { TextField } from '../ui/text-field.tsx';
import { codePageTexts as texts } from './code-texts.ts';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts } from './field-texts.ts';

/** Typed; a script offers to read it from a picture, which never leaves the phone. */
export const code: FieldPage<'code', string> = {
  island: 'scan-code',
  ask: (props) => {
    const { field, locale, inputs } = props;
    const example =
      field.masks.length > 0 ? say(locale, fieldTexts.example, { example: exampleOf(field.masks) }) : undefined;
    return (
      <div
        data-scan={say(locale, texts.scan)}
        data-none={say(locale, texts.none)}
        data-read={say(locale, texts.read)}
        data-reading={say(locale, texts.reading)}
      >
        <TextField
          {...frameOf(props)}
          hint={field.hint?.[locale] ?? example}
          value={inputs[field.name]}
          dir="ltr"
          autocomplete="off"
          maxLength={longestCode}
        />
      </div>
    );
  },
  show: (value) => <Bdi>{value}</Bdi>,
};
