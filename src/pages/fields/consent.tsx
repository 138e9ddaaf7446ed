import { say } from '../../base/texts.ts';
import { consent as reading, type Consent, consentValue } from '../../form/fields/consent.ts';
import { ConsentField } from '../ui/consent-field.tsx';
import { uiTexts } from '../ui/ui-texts.ts';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';
import { Lines } from './text.tsx';

export const consent: FieldPage<'consent', Consent> = {
  ask: (props) => {
    const { field, locale, inputs } = props;
    const value = consentValue(field, locale);
    const frame = frameOf(props);
    return (
      <ConsentField
        {...frame}
        label={field.required ? frame.label : `${frame.label} ${say(locale, uiTexts.optional)}`}
        wording={<Lines>{field.wording[locale]}</Lines>}
        value={value}
        // Who agreed to the text in another language, or to an earlier one, has not agreed to this one.
        isTicked={inputs[field.name] === value}
      />
    );
  },
  show: (value, field, { locale, world }) => (
    <>
      {reading.say(value, field, locale, world)}
      {value.wording !== field.digests[value.language] && <> {say(locale, texts.otherWording)}</>}
    </>
  ),
};
