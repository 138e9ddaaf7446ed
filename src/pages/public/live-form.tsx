import type { VNode } from 'preact';
import type { Locale } from '../../base/texts.ts';
import type { Field } from '../../definition/service.ts';
import type { Given } from '../../form/fields/field-type.ts';
import { calculatedFrom } from '../../definition/fields/calculated.ts';
import { isLive, leftOutOf } from '../../form/live/live-fields.ts';
import { packField, packValue } from '../../form/live/pack.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { findReveal } from './reveal.ts';

/** Name of the script that follows what is typed, and id of the data that it reads. */
export const liveForm = 'live-form';

/** The names that an expression of the question looks at. */
const looksAt = (field: Field): readonly string[] => [
  ...(field.show?.uses ?? []),
  ...(field.type === 'calculated' ? calculatedFrom(field) : []),
];

/** Whether a rule of the question names something within rows that the browser is not told of. */
const looksAtLeftOut = (field: Field, fields: readonly Field[]): boolean => {
  const left = fields.flatMap(leftOutOf);
  const rules = [
    field.show,
    field.type === 'calculated' ? field.of : undefined,
    ...field.checks.map(({ holds }) => holds),
  ];
  return left.some((name) => rules.some((rule) => rule?.source.includes(name)));
};

/**
 * The questions of a page that a browser can follow by itself: their answers it can read, and so those that they hang on.
 */
export const liveFields = (fields: readonly Field[]): readonly Field[] => {
  const live = new Map<string, Field>();
  const own = new Set(fields.map(({ name }) => name));
  for (const field of fields) {
    const isKnown = looksAt(field).every((name) => !own.has(name) || live.has(name));
    if (isLive(field) && isKnown && !looksAtLeftOut(field, fields)) live.set(field.name, field);
  }
  return [...live.values()];
};

/** Whether a question follows from others of its page in a way that the page cannot say by a few answers. */
const follows = (field: Field, fields: readonly Field[], before: Given, now: Date): boolean => {
  const onPage = looksAt(field).some((name) => fields.some((each) => each.name === name));
  if (!onPage) return false;
  return field.type === 'calculated' || findReveal(field, fields, before, now) === undefined;
};

/** Whether a row has a check, or a question that hangs on more than one answer: of many rows none is sent in vain. */
const checksRows = (field: Field, before: Given, now: Date): boolean =>
  field.type === 'rows' &&
  field.fields.some((each) => each.checks.length > 0 || follows(each, field.fields, before, now));

/** The questions whose page has to be followed as it is typed; none: the script stays away. */
export const followedFields = (fields: readonly Field[], before: Given, now: Date): readonly Field[] => {
  const live = liveFields(fields);
  return live.some((field) => follows(field, fields, before, now) || checksRows(field, before, now)) ? live : [];
};

interface LiveDataProps {
  readonly fields: readonly Field[];
  readonly before: Given;
  readonly tools: Pick<FieldTools, 'locale' | 'world'>;
}

/** What the script works with: the questions with their rules, and the earlier answers that these look at. */
export const liveData = ({ fields, before, tools }: LiveDataProps): VNode | false => {
  if (fields.length === 0) return false;
  const { locale, world } = tools;
  const { timeZone, currency } = world;
  const used = new Set(fields.flatMap(usedBy));
  const given = Object.fromEntries(
    Object.entries(before).filter(([name, value]) => used.has(name) && value !== undefined),
  );
  const data = {
    locale,
    timeZone,
    currency,
    given: packValue(given),
    fields: fields.map((field) => packField(field, (text) => text[locale as Locale])),
  };
  // Nothing in the data ends the element that it stands in.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/json" id={liveForm} dangerouslySetInnerHTML={{ __html: json }} />;
};

const usedBy = (field: Field): readonly string[] => [
  ...looksAt(field),
  ...field.checks.flatMap(({ holds }) => holds.uses),
  ...(field.type === 'rows' ? field.fields.flatMap(usedBy) : []),
];
