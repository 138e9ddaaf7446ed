import { canonicalJson } from '../../base/canonical-json.ts';
import type { Field } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';

/** What a row of a table is to those that are in the form: one of them, what one of them lacks, or (undefined) new. */
export type RowMatch = 'there' | { readonly completes: number } | undefined;

/**
 * Finds for each row of a table the row of the form that says the same in the columns of the table. A row of the form that
 * lacks an answer is completed by the table's row that says all else as it does: a list of names by names with results.
 * Each row of the form is found once, so that namesakes stay two.
 * @param answered names of the questions that the table has columns for
 */
export const createRowMatch = (
  fields: readonly Field[],
  answered: ReadonlySet<string>,
  before: ReadonlyMap<number, Answers>,
): ((row: Answers) => RowMatch) => {
  const columns = fields.filter(({ name }) => answered.has(name));
  const same = new Map<string, number[]>();
  /** By the names of the questions that they answer. */
  const incomplete = new Map<string, Map<string, number[]>>();
  const note = (places: Map<string, number[]>, key: string, index: number) => {
    const indices = places.get(key);
    if (indices) indices.push(index);
    else places.set(key, [index]);
  };
  const namesIn = (answers: Answers) =>
    columns.filter(({ name }) => answers[name] !== undefined).map(({ name }) => name);
  const keyOf = (answers: Answers, names: readonly string[]) =>
    canonicalJson(names.map((name) => answers[name] ?? null));
  const everything = columns.map(({ name }) => name);
  const found = new Set<number>();
  for (const [index, answers] of before) {
    note(same, keyOf(answers, everything), index);
    const names = namesIn(answers);
    if (names.length === 0 || columns.every(({ name, required }) => !required || names.includes(name))) continue;
    const shape = names.join(' ');
    const known = incomplete.get(shape) ?? new Map<string, number[]>();
    incomplete.set(shape, known);
    note(known, keyOf(answers, names), index);
  }
  const takeFirst = (indices: number[] | undefined): number | undefined => {
    for (let index = indices?.shift(); index !== undefined; index = indices?.shift()) {
      if (found.has(index)) continue;
      found.add(index);
      return index;
    }
    return undefined;
  };
  return (row) => {
    if (takeFirst(same.get(keyOf(row, everything))) !== undefined) return 'there';
    for (const [shape, known] of incomplete) {
      const completes = takeFirst(known.get(keyOf(row, shape.split(' '))));
      if (completes !== undefined) return { completes };
    }
    return undefined;
  };
};
