import { say } from '../../base/texts.ts';
import type { PersonName } from '../../form/fields/person-name.ts';
import { StackedFields } from '../ui/stacked-fields.tsx';
import { uiTexts } from '../ui/ui-texts.ts';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

const boxes = {
  ar: { label: texts.inArabicLetters, dir: 'rtl', lang: 'ar' },
  latin: { label: texts.inLatinLetters, dir: 'ltr', lang: undefined },
} as const;

export const personName: FieldPage<'person-name', PersonName> = {
  ask: (props) => {
    const { field, locale, inputs } = props;
    const { needs } = field;
    // The letters that the reader writes in come first, unless the others must be given.
    const first = needs === 'ar' || (needs !== 'latin' && locale === 'ar') ? 'ar' : 'latin';
    const order = first === 'ar' ? (['ar', 'latin'] as const) : (['latin', 'ar'] as const);
    return (
      <StackedFields
        {...frameOf(props)}
        inputs={order.map((script) => {
          const { label, dir, lang } = boxes[script];
          const isOptional = (needs === 'ar' || needs === 'latin') && needs !== script;
          return {
            suffix: `.${script}`,
            label: isOptional ? `${say(locale, label)} ${say(locale, uiTexts.optional)}` : say(locale, label),
            value: inputs[`${field.name}.${script}`],
            dir,
            lang,
            maxLength: 100,
            isOptional,
            autocomplete: script === first ? props.autocomplete : undefined,
          };
        })}
        hint={field.hint?.[locale] ?? (needs === 'any' ? say(locale, texts.oneOfBoth) : undefined)}
      />
    );
  },
  show: ({ ar, latin }, _field, { locale }) => {
    const [one, other] = locale === 'ar' ? [ar, latin] : [latin, ar];
    return (
      <>
        <bdi>{one ?? other}</bdi>
        {one && other && (
          <span class="where">
            {' '}
            (<bdi>{other}</bdi>)
          </span>
        )}
      </>
    );
  },
};
