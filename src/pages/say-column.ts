import { type Locale, say } from '../base/texts.ts';
import type { Target } from '../intake/import/columns.ts';
import { importTexts as texts } from './import-texts.ts';

const mostOptions = 12;

/** What goes into a column, on one line. */
export const sayContent = ({ field, part }: Target, locale: Locale): string => {
  if (part === 'place') return say(locale, texts.placeName);
  switch (field.type) {
    case 'choice':
    case 'choices': {
      const labels = [...field.options.values()].map((label) => label[locale]);
      const listed = [...labels.slice(0, mostOptions), ...(labels.length > mostOptions ? ['…'] : [])].join(' / ');
      return field.type === 'choices' ? `${listed} (${say(locale, texts.several)})` : listed;
    }
    case 'date':
    case 'partial-date':
      return say(locale, texts.day);
    case 'datetime':
      return say(locale, texts.moment);
    case 'yes-no':
      return say(locale, texts.yesOrNo);
    case 'integer':
    case 'decimal':
    case 'money':
      return say(locale, texts.number);
    case 'phone':
      return say(locale, texts.phone);
    case 'place':
      return say(locale, texts.placeName);
    case 'institution':
      return say(locale, texts.institutionName);
    default:
      return say(locale, texts.freeText);
  }
};
