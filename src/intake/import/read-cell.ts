import { type Cell, cellText, isCellFault, isWallTime, type WallTime } from '../../base/table/cell.ts';
import { fromCsvText } from '../../base/table/csv-writer.ts';
import type { FieldError } from '../../base/problem.ts';
import { normaliseForSearch } from '../../base/search-text.ts';
import { formatMessage, locales, type Text, type Values } from '../../base/texts.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { latinDigits } from '../../form/digits.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import { readLine } from '../../form/read-positions.ts';
import { formWords } from '../../form/form-texts.ts';
import type { World } from '../../form/world.ts';
import { cellTexts } from './column-texts.ts';
import { type CellWorld, findEntry } from './find-by-name.ts';

/** What a cell says, as it is sent; or what is wrong with it already here. */
export type CellReading = { readonly sent: unknown } | { readonly error: FieldError };

type CellFaultName = keyof typeof cellTexts;

const faultOf = (field: Field, code: CellFaultName, values: Readonly<Record<string, string | Text>>): CellReading => ({
  error: {
    path: field.name,
    code,
    message: Object.fromEntries(
      locales.map((locale) => {
        const inLanguage: Values = Object.fromEntries(
          Object.entries({ ...values, label: field.label }).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : value[locale],
          ]),
        );
        return [locale, formatMessage(locale, cellTexts[code][locale], inLanguage)];
      }),
    ) as Text,
  },
});

/** A telephone or identity number that a spreadsheet wrote as 9.61712E+10. */
const shortened = /^\d([.,]\d+)?E\+\d{1,2}$/i;

/** What stands in a cell, as a text. */
export const wordsOfCell = (cell: Cell): string =>
  typeof cell === 'string' ? fromCsvText(cell).trim() : cellText(cell);

/** @param given what the row says in earlier columns, by question: a place is looked for within it */
export const readCell = (
  field: Field,
  cell: Cell,
  cellWorld: CellWorld,
  given: Readonly<Record<string, unknown>>,
): CellReading => {
  const { world, findByName } = cellWorld;
  if (isCellFault(cell)) return faultOf(field, 'formula-failed', { cell: cell.fault });
  const text = wordsOfCell(cell);
  switch (field.type) {
    case 'phone':
    case 'identity':
    case 'code':
      if (shortened.test(text)) return faultOf(field, 'digits-lost', { cell: text });
      return { sent: field.type === 'phone' ? dialled(text, world) : text };
    case 'yes-no':
      return { sent: typeof cell === 'boolean' ? cell : readYesNo(text, field) };
    case 'choice':
      return { sent: findOption(field, text) };
    case 'choices':
      return {
        sent: text.split(/[;,،؛|\n]/).flatMap((part) => (part.trim() === '' ? [] : [findOption(field, part.trim())])),
      };
    case 'date':
      return { sent: isWallTime(cell) ? (cell.day ?? text) : (readDay(text)?.day ?? text) };
    case 'partial-date':
      return { sent: isWallTime(cell) ? (cell.day ?? text) : readPartialDay(text) };
    case 'time':
      return { sent: isWallTime(cell) ? (cell.time ?? text).slice(0, 5) : text };
    case 'datetime':
      return { sent: readMoment(isWallTime(cell) ? cell : readDay(text), field, world) ?? text };
    case 'place': {
      const around = field.within === undefined ? undefined : textIn(given[field.within]);
      const found = findByName.place(text, field.level, around);
      return 'several' in found
        ? faultOf(field, 'several-places', { candidates: found.several })
        : { sent: found.code };
    }
    case 'institution': {
      const found = findByName.institution(text, field.types);
      return 'several' in found
        ? faultOf(field, 'several-institutions', { candidates: found.several })
        : { sent: found.code };
    }
    case 'record': {
      const found = findEntry(text, field, cellWorld);
      return 'several' in found
        ? faultOf(field, 'several-records', { candidates: found.several })
        : { sent: found.code };
    }
    case 'point': {
      const pasted = readLine(text);
      return { sent: pasted ? { lon: pasted[0], lat: pasted[1] } : text };
    }
    case 'integer':
    case 'decimal':
    case 'money':
      return {
        sent:
          typeof cell === 'number'
            ? cell
            : behaviourOf(field).fromInputs({ [field.name]: text }, field as never, world),
      };
    default:
      return { sent: text };
  }
};

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A number cell has lost the plus sign, or the nought at the beginning. */
const dialled = (text: string, { readPhone }: World): string => {
  const digits = latinDigits(text).replaceAll(/[\s\u200e\u200f()./-]/g, '');
  if (readPhone(latinDigits(text)) !== undefined || !/^\d{7,15}$/.test(digits)) return text;
  return readPhone(`+${digits}`) === undefined ? text : `+${digits}`;
};

const wordsOf = (key: 'yes' | 'no', more: readonly string[]): ReadonlySet<string> =>
  new Set([...locales.map((locale) => formWords[key][locale]), key, ...more].map(normaliseForSearch));
const yes = wordsOf('yes', ['true', 'vrai', 'y', 'o', '1', 'x', 'صح', 'صحيح', '✓']);
const no = wordsOf('no', ['false', 'faux', 'n', '0', 'خطأ', 'كلا']);

const readYesNo = (text: string, field: FieldOf<'yes-no'>): unknown => {
  const key = normaliseForSearch(text) || text;
  const says = (words: Text | undefined) =>
    words && locales.some((locale) => normaliseForSearch(words[locale]) === key);
  if (says(field.yes)) return true;
  if (says(field.no)) return false;
  if (yes.has(key)) return true;
  return no.has(key) ? false : text;
};

type WithOptions = FieldOf<'choice'> | FieldOf<'choices'>;
const optionKeys = new WeakMap<WithOptions['options'], ReadonlyMap<string, string | undefined>>();

/** The option of this name, or the only one of this label in any language; else what was written, which is none. */
const findOption = ({ options }: WithOptions, text: string): string => {
  if (options.has(text)) return text;
  let keys = optionKeys.get(options);
  if (!keys) {
    const made = new Map<string, string | undefined>();
    for (const [option, label] of options)
      for (const words of [option, ...locales.map((locale) => label[locale])]) {
        const key = normaliseForSearch(words);
        made.set(key, made.has(key) && made.get(key) !== option ? undefined : option);
      }
    optionKeys.set(options, (keys = made));
  }
  return keys.get(normaliseForSearch(text)) ?? text;
};

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const writtenDay = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** Day before month, as the countries that use this write it; with a time of day behind it. */
const readDay = (text: string): WallTime | undefined => {
  const [dayText = '', timeText] = latinDigits(text)
    .trim()
    .split(/[T\s]+(?=\d)/, 2);
  const iso = isoDay.exec(dayText);
  const written = writtenDay.exec(dayText);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : written ? [written[3], written[2], written[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = timeText === undefined ? undefined : /^(\d{1,2}:\d{2})(:\d{2})?$/.exec(timeText)?.[1];
  if (timeText !== undefined && time === undefined) return undefined;
  return {
    day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    ...(time !== undefined && { time: `${time.padStart(5, '0')}:00` }),
  };
};

const readPartialDay = (text: string): string => {
  const typed = latinDigits(text).trim();
  const month = /^(\d{1,2})[-/.](\d{4})$/.exec(typed);
  return month ? `${month[2]}-${month[1]!.padStart(2, '0')}` : (readDay(typed)?.day ?? typed);
};

/** The instant at which clocks of the country show this; an instant with its offset is sent as it is. */
const readMoment = (wall: WallTime | undefined, field: FieldOf<'datetime'>, world: World): unknown => {
  const [year = '', month = '', day = ''] = wall?.day?.split('-') ?? [];
  if (year === '') return undefined;
  const { name } = field;
  const inputs = {
    [`${name}.day`]: day,
    [`${name}.month`]: month,
    [`${name}.year`]: year,
    [`${name}.time`]: (wall?.time ?? '00:00').slice(0, 5),
  };
  return behaviourOf(field).fromInputs(inputs, field, world);
};
