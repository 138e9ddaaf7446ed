import { type Locale, say, type Text } from '../../base/texts.ts';
import type { FieldOf } from '../../definition/service.ts';
import { trace as reading, type Trace } from '../../form/fields/trace.ts';
import { TextArea } from '../ui/text-field.tsx';
import { type AskProps, type FieldPage, frameOf } from './field-page.ts';
import { mapPageTexts as texts } from './map-texts.ts';
import { shapeMap } from './shape-map.tsx';

/** Lines of points to type or to paste. */
export const askLines = (props: AskProps<'trace'> | AskProps<'area'>, hint: Text) => {
  const { locale, inputs } = props;
  const field: FieldOf<'trace'> | FieldOf<'area'> = props.field;
  return (
    <TextArea
      {...frameOf(props)}
      hint={field.hint?.[locale] ?? say(locale, hint)}
      value={inputs[field.name]}
      rows={6}
      maxLength={100 * (field.points + 1)}
    />
  );
};

export const trace: FieldPage<'trace', Trace> = {
  ask: (props) => askLines(props, texts.traceHint),
  show: (value, field, { locale, world }) => {
    const words = reading.say(value, field, locale, world);
    return (
      <>
        <span class="line">{words}</span>
        {shapeMap(value.coordinates, false, shapeWords(field.label, words, locale))}
      </>
    );
  },
};

export const shapeWords = (label: Text, words: string, locale: Locale): string =>
  say(locale, texts.shapeOf, { label: label[locale], words });
