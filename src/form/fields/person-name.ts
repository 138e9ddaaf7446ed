import type { FieldOf } from '../../definition/service.ts';
import type { FormFault } from '../form-texts.ts';
import type { FieldType, Inputs } from './field-type.ts';
import { readText } from './text.ts';

/** A name in Arabic letters, in Latin ones, or both. */
export type PersonName = { readonly ar?: string; readonly latin?: string };

const scripts = ['ar', 'latin'] as const;
type Script = (typeof scripts)[number];
const longestPart = 100;

/** The letters that have no place in a name of each script; marks, spaces, hyphens and apostrophes belong to both. */
const foreign: Readonly<Record<Script, { readonly letters: RegExp; readonly fault: FormFault }>> = {
  ar: { letters: /(?!\p{Script_Extensions=Arabic})\p{L}/u, fault: 'not-arabic' },
  latin: { letters: /(?!\p{Script_Extensions=Latin})\p{L}/u, fault: 'not-latin' },
};

export const personName: FieldType<'person-name', PersonName> = {
  owns: (suffix) => suffix === '' || scripts.some((script) => suffix === `.${script}`),
  read: (sent, field) => {
    const given = typeof sent === 'string' ? partsOf(sent) : sent;
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return { fault: 'not-a-name' };
    if (Object.keys(given).some((key) => key !== 'ar' && key !== 'latin')) return { fault: 'not-a-name' };
    const name: { [Each in Script]?: string } = {};
    for (const script of scripts) {
      const part = (given as Readonly<Record<string, unknown>>)[script];
      if (part === undefined || part === null || part === '') continue;
      const reading = readText(part, { max: longestPart }, false);
      if ('fault' in reading) return reading;
      if (reading.value === '') continue;
      if (foreign[script].letters.test(reading.value)) return { fault: foreign[script].fault };
      if (!/\p{L}/u.test(reading.value)) return { fault: 'not-a-name' };
      name[script] = reading.value;
    }
    if (!name.ar && !name.latin) return { fault: missingFault(field) };
    if (!name.ar && wants(field, 'ar')) return { fault: 'arabic-missing' };
    if (!name.latin && wants(field, 'latin')) return { fault: 'latin-missing' };
    return { value: name };
  },
  fromInputs: (inputs, { name }) => {
    const parts = scripts.flatMap((script) => {
      const typed = inputs[`${name}.${script}`]?.trim();
      return typed ? [[script, typed] as const] : [];
    });
    return parts.length === 0 ? undefined : Object.fromEntries(parts);
  },
  toInputs: (value, { name }): Inputs =>
    Object.fromEntries(
      scripts.flatMap((script) => (value[script] === undefined ? [] : [[`${name}.${script}`, value[script]]])),
    ),
  toExpression: ({ ar, latin }) => ar ?? latin ?? '',
  say: ({ ar, latin }, _field, locale) => (locale === 'ar' ? (ar ?? latin) : (latin ?? ar)) ?? '',
  searched: ({ ar, latin }) => ({ texts: [ar ?? '', latin ?? ''] }),
  jsonSchema: ({ needs }) => ({
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      ar: { type: 'string', maxLength: longestPart, description: 'In Arabic letters' },
      latin: { type: 'string', maxLength: longestPart, description: 'In Latin letters' },
    },
    required: scripts.filter((script) => needs === script || needs === 'both'),
  }),
};

const wants = ({ needs }: FieldOf<'person-name'>, script: Script): boolean => needs === 'both' || needs === script;

const missingFault = (field: FieldOf<'person-name'>): FormFault => (wants(field, 'ar') ? 'arabic-missing' : 'required');

/** A name sent as one text goes where its letters belong. */
const partsOf = (text: string): PersonName => (/\p{Script=Arabic}/u.test(text) ? { ar: text } : { latin: text });
