import { isLocale, type Locale, say } from '../../base/texts.ts';
import type { FieldOf } from '../../definition/service.ts';
import { formWords } from '../form-texts.ts';
import { type FieldType, type Inputs, singleInput } from './field-type.ts';

/** That somebody agreed, and to what: the language that was read, and the SHA-256 of its wording in hexadecimal. */
export type Consent = { readonly language: Locale; readonly wording: string };

export const consent: FieldType<'consent', Consent> = {
  missing: 'consent-missing',
  owns: singleInput.owns,
  read: (sent, { digests }) => {
    if (typeof sent !== 'object' || sent === null) return { fault: 'not-a-consent' };
    const { language, wording } = sent as Readonly<Record<string, unknown>>;
    if (!isLocale(language)) return { fault: 'not-a-consent' };
    // A page or a program that showed other words than these has not asked for this consent.
    if (wording !== undefined && wording !== digests[language]) return { fault: 'consent-outdated' };
    return { value: { language, wording: digests[language] } };
  },
  fromInputs: (inputs, field) => {
    const ticked = singleInput.fromInputs(inputs, field);
    if (ticked === undefined) return undefined;
    const [language, wording] = ticked.split(' ');
    return { language, wording: wording ?? '' };
  },
  toInputs: ({ language, wording }, { name }): Inputs => ({ [name]: `${language} ${wording}` }),
  toExpression: () => true,
  say: ({ language }, _field, locale) => say(locale, formWords.agreed, { language: formWords[language][locale] }),
  jsonSchema: () => ({
    type: 'object',
    properties: {
      language: { enum: ['ar', 'fr', 'en'], description: 'The language in which the text was read' },
      wording: {
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
        description: 'SHA-256 of the text that was shown; where it is sent, the text must still be this one',
      },
    },
    required: ['language'],
  }),
};

/** What the box of a page sends when it is ticked: what stood above it. */
export const consentValue = ({ digests }: FieldOf<'consent'>, locale: Locale): string => `${locale} ${digests[locale]}`;
