import type { FieldError } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { formWords } from '../form-texts.ts';
import { groupValues, sentOfGroup, validateGroup } from '../group.ts';
import type { Answers, BehaviourOf, FieldType, Inputs } from './field-type.ts';

/** Nobody reads a thousand faults; whoever sends ten thousand rows puts these right and sends them again. */
const mostErrors = 100;
/** How many rows are said in a line. */
const mostSaid = 20;

/**
 * A list of answered groups. Inputs are named `employees.0.full_name`. A row in which nothing was typed is none; sent
 * rows keep their places in the paths of errors.
 */
export const rowsOf = (behaviourOf: BehaviourOf): FieldType<'rows', readonly Answers[]> => ({
  missing: 'required-rows',
  owns: (suffix, field) => {
    if (suffix === '') return true;
    const at = rowOfSuffix(suffix);
    const inner = at && innerField(at.rest, field);
    return inner !== undefined && behaviourOf(inner).owns(at!.rest.slice(inner.name.length), inner);
  },
  read: (sent, field, world, given) => {
    if (!Array.isArray(sent)) return { fault: 'not-rows' };
    if (sent.length > field.max) return { fault: 'too-many-rows', values: { max: field.max } };
    const rows: Answers[] = [];
    const errors: FieldError[] = [];
    for (const [index, row] of (sent as readonly unknown[]).entries()) {
      if (row === null) continue;
      if (typeof row !== 'object' || Array.isArray(row)) return { fault: 'not-rows' };
      const reading = validateGroup(behaviourOf, field.fields, row as Answers, world, given);
      for (const error of reading.errors) errors.push({ ...error, path: `${index}.${error.path}` });
      if (errors.length >= mostErrors) break;
      if (field.fields.some((each) => reading.answers[each.name] !== undefined && !behaviourOf(each).compute))
        rows.push(reading.answers);
    }
    if (errors.length > 0) return { value: rows, errors: errors.slice(0, mostErrors) };
    if (rows.length > 0 && rows.length < field.min) return { fault: 'too-few-rows', values: { min: field.min } };
    return { value: rows };
  },
  fromInputs: (inputs, field, world) => {
    const typed = typedRows(inputs, field);
    const last = Math.max(-1, ...typed.keys());
    if (last < 0) return undefined;
    return Array.from({ length: last + 1 }, (_none, index) => {
      const row = typed.get(index);
      return row === undefined ? null : sentOfGroup(behaviourOf, field.fields, row, world);
    });
  },
  toInputs: (rows, field, world) => {
    const inputs: Record<string, string> = {};
    for (const [index, row] of rows.entries()) {
      for (const each of field.fields) {
        const answer = row[each.name];
        if (answer === undefined) continue;
        for (const [name, text] of Object.entries(behaviourOf(each).toInputs(answer, each, world)))
          inputs[`${field.name}.${index}.${name}`] = text;
      }
    }
    return inputs;
  },
  // Without the answers that are missing, so that expressions can ask `has(row.answer)`.
  toExpression: (rows, field) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(groupValues(behaviourOf, field.fields, row)).filter(([, value]) => value !== undefined),
      ),
    ),
  say: (rows, field, locale, world) => {
    const said = rows.slice(0, mostSaid).map((row) =>
      field.fields
        .flatMap((each) => {
          const answer = row[each.name];
          return answer === undefined ? [] : [behaviourOf(each).say(answer, each, locale, world)];
        })
        .join(locale === 'ar' ? '، ' : ', '),
    );
    const more = rows.length - said.length;
    return [...said, ...(more > 0 ? [say(locale, formWords.moreRows, { count: more })] : [])].join(
      locale === 'ar' ? '؛ ' : '; ',
    );
  },
  searched: (rows, field) => {
    const found = rows.flatMap((row) =>
      field.fields.flatMap((each) => {
        const answer = row[each.name];
        return answer === undefined ? [] : (behaviourOf(each).searched?.(answer, each) ?? []);
      }),
    );
    return {
      texts: found.flatMap(({ texts }) => texts ?? []),
      phones: found.flatMap(({ phones }) => phones ?? []),
      identities: found.flatMap(({ identities }) => identities ?? []),
    };
  },
  jsonSchema: (field, locale) => ({
    type: 'array',
    minItems: field.required ? field.min : 0,
    maxItems: field.max,
    items: {
      title: field.row[locale],
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        field.fields.map((each) => [
          each.name,
          { title: each.label[locale], ...behaviourOf(each).jsonSchema(each, locale) },
        ]),
      ),
      required: field.fields.filter(({ required, show }) => required && !show).map(({ name }) => name),
    },
  }),
});

/** `.3.full_name` → the row and what stands there. */
export const rowOfSuffix = (suffix: string): { readonly index: number; readonly rest: string } | undefined => {
  const match = /^\.(\d{1,5})\.(.+)$/su.exec(suffix);
  return match ? { index: Number(match[1]), rest: match[2] ?? '' } : undefined;
};

/** The question of a row that an input belongs to. */
export const innerField = (rest: string, { fields }: FieldOf<'rows'>): Field | undefined =>
  fields.find(({ name }) => rest === name || rest.startsWith(`${name}.`));

/** What was typed, by row, with the names that the inputs of a single group would have; rows that are empty are left out. */
export const typedRows = (inputs: Inputs, { name }: Pick<FieldOf<'rows'>, 'name'>): ReadonlyMap<number, Inputs> => {
  const rows = new Map<number, Record<string, string>>();
  for (const [input, text] of Object.entries(inputs)) {
    if (!input.startsWith(`${name}.`)) continue;
    const at = rowOfSuffix(input.slice(name.length));
    if (at === undefined) continue;
    const row = rows.get(at.index) ?? {};
    rows.set(at.index, row);
    row[at.rest] = text;
  }
  for (const [index, row] of rows) if (Object.values(row).every((text) => text.trim() === '')) rows.delete(index);
  return rows;
};
