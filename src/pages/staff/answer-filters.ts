import { namePattern } from '../../base/name-pattern.ts';
import type { Locale } from '../../base/texts.ts';
import type { Field, Service } from '../../definition/service.ts';
import { latinDigits } from '../../form/digits.ts';
import type { AnswerCondition } from '../../projections/worklist.ts';
import { closedIn } from '../../projections/worklist-scope.ts';
import { audienceOf } from '../../record/search-words.ts';
import type { Territory } from '../../territory/territory.ts';
import { say } from '../../base/texts.ts';
import { answerFilterTexts as texts } from './answer-filter-texts.ts';
import type { Work } from './desk.ts';

/**
 * Conditions on what was answered, by any question of a service of which the account may read answers somewhere. In an address
 * they stand as `question=value`, `question.from=…`, `question.to=…`; what is asked of a personal answer, or of one that is for
 * some readers only, stands in no address.
 */
export type AnswerKind = 'one-of' | 'place' | 'institution' | 'yes-no' | 'number' | 'day' | 'time' | 'words';

const kinds: { readonly [Type in Field['type']]?: AnswerKind } = {
  choice: 'one-of',
  choices: 'one-of',
  'yes-no': 'yes-no',
  place: 'place',
  address: 'place',
  institution: 'institution',
  integer: 'number',
  decimal: 'number',
  money: 'number',
  date: 'day',
  datetime: 'day',
  'partial-date': 'day',
  time: 'time',
  'person-name': 'words',
  text: 'words',
  'long-text': 'words',
};

export interface FilterField {
  readonly field: Field;
  readonly kind: AnswerKind;
}

/** Who looks, and by which declarations records were made. */
export type Looking = Pick<Work, 'scope' | 'versions'>;

const isForSome = (field: Field): boolean => audienceOf(field) !== '';

/** Nothing that is encrypted, and nothing that the account reads nowhere. */
export const filterFields = (service: Service | undefined, looking: Looking): readonly FilterField[] =>
  [...(service?.fields.values() ?? [])].flatMap((field) => {
    const kind = kinds[field.type];
    if (!service || !kind || field.protect === 'sensitive') return [];
    return !isForSome(field) || closedIn(service.id, field.name, looking).readers.length > 0 ? [{ field, kind }] : [];
  });

/** What is chosen of a person's answers says something of the person. */
export const isPrivate = ({ field }: FilterField): boolean => field.protect === 'personal' || isForSome(field);

type Values = Readonly<Record<string, string>>;
const suffixes = ['', '.from', '.to'] as const;

/** What was chosen in the form, apart: for the address, and for where it is kept. */
export const chosenAnswers = (service: Service | undefined, looking: Looking, valueOf: (name: string) => string) => {
  const [open, kept] = [new URLSearchParams(), new URLSearchParams()];
  for (const each of filterFields(service, looking))
    for (const suffix of suffixes) {
      const value = valueOf(`${each.field.name}${suffix}`).trim().slice(0, 100);
      if (value !== '') (isPrivate(each) ? kept : open).set(`${each.field.name}${suffix}`, value);
    }
  return { where: open.toString(), kept: kept.toString() };
};

/** Both put together again, by the names of their inputs. */
export const valuesOf = ({ where, kept }: { readonly where: string; readonly kept: string }): Values => ({
  ...Object.fromEntries(new URLSearchParams(where)),
  ...Object.fromEntries(new URLSearchParams(kept)),
});

const day = /^\d{4}-\d{2}-\d{2}$/;
const dayAfter = (text: string): string => new Date(Date.parse(text) + 86_400_000).toISOString().slice(0, 10);
const isDay = (text: string): boolean => day.test(text) && !Number.isNaN(Date.parse(text));

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Codes of a place and of all that lie in it. */
export const placesWithin = (territory: Territory, code: string): readonly string[] => [
  code,
  ...territory.childPlaces(code).flatMap((child) => placesWithin(territory, child.code)),
];

/** What this question's condition asks of records; undefined where there is none, or none that means anything. */
const conditionOf = (
  { field, kind }: FilterField,
  values: Values,
  territory: Territory,
): AnswerCondition | undefined => {
  const { name } = field;
  const [value = '', from = '', to = ''] = suffixes.map((suffix) => latinDigits(values[name + suffix] ?? ''));
  switch (kind) {
    case 'one-of':
      if (!optionsOf(field).has(value)) return undefined;
      return field.type === 'choice' ? { name, is: value } : { name, codes: [value] };
    case 'yes-no':
      return value === 'true' || value === 'false' ? { name, is: value === 'true' } : undefined;
    case 'place': {
      if (!territory.findPlace(value)) return undefined;
      const codes = placesWithin(territory, value);
      return codes.length === 1 && field.type === 'place' ? { name, is: value } : { name, codes };
    }
    case 'institution':
      return territory.findInstitution(value) ? { name, is: value } : undefined;
    case 'number': {
      const [least, most] = [from, to].map((text) => (text === '' ? undefined : Number(text.replace(',', '.'))));
      const isLeast = least !== undefined && Number.isFinite(least);
      const isMost = most !== undefined && Number.isFinite(most);
      return isLeast || isMost ? { name, ...(isLeast && { least }), ...(isMost && { most }) } : undefined;
    }
    case 'day':
      return isDay(from) || isDay(to)
        ? { name, ...(isDay(from) && { since: from }), ...(isDay(to) && { until: dayAfter(to) }) }
        : undefined;
    case 'time':
      return isTime(from) || isTime(to)
        ? { name, ...(isTime(from) && { since: from }), ...(isTime(to) && { until: `${to}~` }) }
        : undefined;
    case 'words': {
      const pattern = namePattern(value);
      return pattern === undefined ? undefined : { name, pattern, typed: value };
    }
  }
};

const optionsOf = (field: Field): ReadonlyMap<string, unknown> =>
  'options' in field && field.options instanceof Map ? field.options : new Map();

export const answerConditions = (
  service: Service | undefined,
  looking: Looking,
  asked: { readonly where: string; readonly kept: string },
  territory: Territory,
): readonly AnswerCondition[] => {
  const values = valuesOf(asked);
  return filterFields(service, looking).flatMap((each) => {
    const condition = conditionOf(each, values, territory);
    if (!service || !condition) return [];
    const { closed, readers } = closedIn(service.id, condition.name, looking);
    return [closed.length > 0 ? { ...condition, closed, readers } : condition];
  });
};

const isRange = ({ kind }: FilterField): boolean => kind === 'number' || kind === 'day' || kind === 'time';

export interface SaidCondition {
  readonly words: string;
  /** What is asked without it. */
  readonly without: { readonly where: string; readonly kept: string };
  readonly isPrivate: boolean;
}

/** The conditions that hold, in words. */
export const sayConditions = (
  service: Service | undefined,
  looking: Looking,
  asked: { readonly where: string; readonly kept: string },
  territory: Territory,
  locale: Locale,
): readonly SaidCondition[] => {
  const values = valuesOf(asked);
  return filterFields(service, looking).flatMap((each) => {
    if (!conditionOf(each, values, territory)) return [];
    const { name, label } = each.field;
    const [value = '', from = '', to = ''] = suffixes.map((suffix) => values[name + suffix] ?? '');
    const words = isRange(each)
      ? [
          ...(from === '' ? [] : [say(locale, texts.fromWhen, { value: from })]),
          ...(to === '' ? [] : [say(locale, texts.untilWhen, { value: to })]),
        ].join(' ')
      : sayValue(each, value, territory, locale);
    return [
      {
        words: `${label[locale]}: ${words}`,
        without: chosenAnswers(service, looking, (input) =>
          suffixes.some((suffix) => input === name + suffix) ? '' : (values[input] ?? ''),
        ),
        isPrivate: isPrivate(each),
      },
    ];
  });
};

const sayValue = ({ field, kind }: FilterField, value: string, territory: Territory, locale: Locale): string => {
  switch (kind) {
    case 'place':
      return territory.findPlace(value)?.name[locale] ?? value;
    case 'institution':
      return territory.findInstitution(value)?.name[locale] ?? value;
    case 'yes-no':
      return say(locale, value === 'true' ? texts.yes : texts.no);
    case 'one-of':
      return (optionsOf(field).get(value) as Readonly<Record<Locale, string>> | undefined)?.[locale] ?? value;
    default:
      return value;
  }
};

export const choicesOf = (field: Field, locale: Locale) =>
  [...optionsOf(field)].map(([value, words]) => ({
    value,
    label: (words as Readonly<Record<Locale, string>>)[locale],
  }));
