import { say } from '../../base/texts.ts';
import type { Mask } from '../../definition/fields/identity.ts';
import { exampleOf } from '../../form/fields/identity.ts';
import { Bdi } from '../ui/bdi.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

/** A keyboard of digits is enough where hyphens, which may be left out, are all that stands between them. */
const hasDigitsOnly = ({ parts }: Mask): boolean =>
  parts.every((part) => ('any' in part ? part.any === 'digit' : /[\d\s./-]/.test(part.literal)));

export const identity: FieldPage<'identity', string> = {
  ask: (props) => {
    const { field, locale, inputs } = props;
    return (
      <TextField
        {...frameOf(props)}
        hint={field.hint?.[locale] ?? say(locale, texts.example, { example: exampleOf(field.masks) })}
        value={inputs[field.name]}
        dir="ltr"
        autocomplete="off"
        inputMode={field.masks.every(hasDigitsOnly) ? 'numeric' : undefined}
        maxLength={100}
        width="medium"
      />
    );
  },
  show: (value) => <Bdi>{value}</Bdi>,
};
