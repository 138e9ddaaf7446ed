import { say } from '../../base/texts.ts';
import { drawingSize, type Signature } from '../../form/fields/signature.ts';
import { TextField } from '../ui/text-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { signaturePageTexts as texts } from './signature-texts.ts';

/** A name to type; a script adds a place to draw on, whose strokes go with the page. */
export const signature: FieldPage<'signature', Signature> = {
  island: 'signature',
  ask: (props) => {
    const { field, locale, inputs } = props;
    return (
      <div
        data-signature={`${field.name}.drawing`}
        data-draw={say(locale, texts.draw)}
        data-clear={say(locale, texts.clear)}
      >
        <TextField
          {...frameOf(props)}
          hint={field.hint?.[locale] ?? say(locale, texts.hint)}
          value={inputs[field.name]}
          autocomplete="name"
        />
        <input type="hidden" name={`${field.name}.drawing`} value={inputs[`${field.name}.drawing`] ?? ''} />
      </div>
    );
  },
  show: ({ name, drawing }, _field, { locale }) => (
    <>
      <bdi>{name}</bdi>
      {drawing && (
        <svg
          class="signature"
          viewBox={`0 0 ${drawingSize.width} ${drawingSize.height}`}
          role="img"
          aria-label={say(locale, texts.drawn)}
        >
          <path d={drawing} fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
        </svg>
      )}
    </>
  ),
};
