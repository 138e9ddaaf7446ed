import type { Field, FieldOf, Service } from '../definition/service.ts';
import type { Reads, ReadsOfGroup } from '../definition/nouns/reads.ts';
import { ownsInput } from './fields/all.ts';
import type { Answer, Answers, Inputs } from './fields/field-type.ts';

/**
 * How data given under one version of a service read under another one. Each version says it of the one that it came
 * after; between two that lie further apart the ways are walked one after the other, and backwards to an earlier one.
 */
export interface Crossing {
  readonly from: Service;
  readonly to: Service;
  readonly steps: readonly CrossingStep[];
}

export interface CrossingStep extends GroupStep {
  /** The version that the step leaves. */
  readonly from: Service;
  readonly states: ReadonlyMap<string, string>;
  /** What changes within rows, by their name after the step. */
  readonly rows: ReadonlyMap<string, GroupStep>;
}

/** What a step does to the answers of one group of questions. */
interface GroupStep {
  readonly renamed: ReadonlyMap<string, string>;
  /** By the name of the field after the step. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Fields whose answers cannot be read after the step. */
  readonly lost: ReadonlySet<string>;
}

/**
 * @param after the version that each version came after when it was published first.
 */
export const crossingBetween = async (
  from: number,
  to: number,
  after: ReadonlyMap<number, number | undefined>,
  getVersion: (id: number) => Promise<Service>,
): Promise<Crossing> => {
  const wayUp = ancestors(from, after);
  const wayDown = ancestors(to, after);
  const common = wayUp.find((id) => wayDown.includes(id));
  const up = common === undefined ? [] : wayUp.slice(0, wayUp.indexOf(common));
  const down = common === undefined ? [] : wayDown.slice(0, wayDown.indexOf(common)).toReversed();
  const steps: CrossingStep[] = [];
  const before = (id: number) => getVersion(after.get(id) ?? id);
  for (const id of up) steps.push(backStep(await before(id), await getVersion(id)));
  for (const id of down) steps.push(forwardStep(await before(id), await getVersion(id)));
  return { from: await getVersion(from), to: await getVersion(to), steps };
};

const ancestors = (id: number, after: ReadonlyMap<number, number | undefined>): readonly number[] => {
  const way: number[] = [];
  for (let at: number | undefined = id; at !== undefined && !way.includes(at); at = after.get(at)) way.push(at);
  return way;
};

/** From a version to the one that came after it. */
export const forwardStep = (before: Service, after: Service): CrossingStep => {
  const reads = readsOf(before, after);
  return { from: before, ...forwards(reads), states: reads.states, rows: mapValues(reads.rows, forwards) };
};

/** Back to the version before: what was renamed gets its old name, an option that replaced exactly one gets the old one. */
const backStep = (before: Service, after: Service): CrossingStep => {
  const reads = readsOf(before, after);
  const step = backwards(reads);
  const rows = [...reads.rows].map(([now, within]) => [step.renamed.get(now) ?? now, backwards(within)] as const);
  return { from: after, ...step, states: inverse(reads.states), rows: new Map(rows) };
};

const forwards = ({ renamed, options, dropped, retyped }: ReadsOfGroup): GroupStep => ({
  renamed,
  options,
  lost: new Set([...dropped, ...retyped]),
});

const backwards = ({ renamed, options, retyped }: ReadsOfGroup): GroupStep => {
  const names = inverse(renamed);
  return {
    renamed: names,
    options: new Map([...options].map(([field, each]) => [names.get(field) ?? field, inverse(each)])),
    lost: retyped,
  };
};

/** What a version says of the one before it. What it has kept saying of an earlier one concerns nobody any more. */
const readsOf = (before: Service, { reads }: Service): Reads => {
  const form = relevant(reads, before.fields);
  const names = inverse(form.renamed);
  return {
    ...form,
    states: new Map([...reads.states].filter(([old]) => before.states.has(old))),
    rows: new Map(
      [...reads.rows].map(([now, within]) => [
        now,
        relevant(within, columnsOf(before.fields.get(names.get(now) ?? now))),
      ]),
    ),
  };
};

const relevant = (reads: ReadsOfGroup, fields: Pick<ReadonlyMap<string, unknown>, 'has'>): ReadsOfGroup => {
  const isRenamed = (old: string, now: string) => fields.has(old) && (!fields.has(now) || reads.renamed.has(now));
  const renamed = new Map([...reads.renamed].filter(([old, now]) => isRenamed(old, now)));
  return {
    ...reads,
    renamed,
    dropped: new Set([...reads.dropped].filter((name) => fields.has(name) && !renamed.has(name))),
  };
};

const columnsOf = (field: Field | undefined): ReadonlySet<string> =>
  new Set(field?.type === 'rows' ? field.fields.map(({ name }) => name) : []);

const mapValues = <Value, Result>(map: ReadonlyMap<string, Value>, change: (value: Value) => Result) =>
  new Map([...map].map(([key, value]) => [key, change(value)] as const));

const inverse = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const all = [...map.values()];
  return new Map([...map].flatMap(([old, now]) => (all.indexOf(now) === all.lastIndexOf(now) ? [[now, old]] : [])));
};

/** Answers as they read under the other version; those that it does not ask for are left out. */
export const crossAnswers = ({ steps, to }: Crossing, answers: Answers): Answers => {
  const crossed = steps.reduce<Answers>((before, step) => crossGroup(step, before, step.rows), answers);
  return Object.fromEntries(
    Object.entries(crossed).flatMap(([name, answer]) => {
      const field = to.fields.get(name);
      return field ? [[name, field.type === 'rows' ? asColumns(field, answer) : answer]] : [];
    }),
  );
};

const crossGroup = (
  { renamed, options, lost }: GroupStep,
  answers: Answers,
  rows: CrossingStep['rows'] = new Map(),
): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => {
      if (lost.has(name)) return [];
      const now = renamed.get(name) ?? name;
      const within = rows.get(now);
      return [
        [now, within ? eachRow(answer, (row) => crossGroup(within, row)) : crossOption(answer, options.get(now))],
      ];
    }),
  );

const eachRow = (answer: Answer, change: (row: Answers) => Answers): Answer =>
  Array.isArray(answer) ? answer.map((row: Answer) => change(row as Answers)) : answer;

const asColumns = (field: FieldOf<'rows'>, answer: Answer): Answer => {
  const asked = columnsOf(field);
  return eachRow(answer, (row) => Object.fromEntries(Object.entries(row).filter(([name]) => asked.has(name))));
};

const crossOption = (answer: Answer, options: ReadonlyMap<string, string> | undefined): Answer => {
  if (!options) return answer;
  if (typeof answer === 'string') return options.get(answer) ?? answer;
  return Array.isArray(answer) ? answer.map((each: Answer) => crossOption(each, options)) : answer;
};

/** What a state of the one version is called in the other. */
export const crossState = ({ steps }: Crossing, state: string): string =>
  steps.reduce((before, { states }) => states.get(before) ?? before, state);

/** What was typed, as the other version's form asks for it. What nobody asks for any more stays, so that nothing is lost. */
export const crossInputs = ({ steps }: Crossing, inputs: Inputs): Inputs =>
  steps.reduce<Inputs>((before, step) => {
    const fields = [...step.from.fields.values()];
    return Object.fromEntries(
      Object.entries(before).map(([input, text]) => {
        const field = fields.find((each) => ownsInput(each, input));
        if (!field) return [input, text];
        const name = step.renamed.get(field.name) ?? field.name;
        const within = step.rows.get(name);
        if (within && field.type === 'rows') {
          const [suffix, typed] = crossColumn(within, field, input.slice(field.name.length), text);
          return [name + suffix, typed];
        }
        const options = step.options.get(name);
        return [name + suffixNow(input.slice(field.name.length), options), options?.get(text) ?? text];
      }),
    );
  }, inputs);

/** An input within rows: `.0.result` after the name of the rows. */
const crossColumn = (
  { renamed, options }: GroupStep,
  { fields }: FieldOf<'rows'>,
  suffix: string,
  text: string,
): readonly [suffix: string, text: string] => {
  const [, row = '', rest = ''] = /^(\.\d+\.)(.+)$/s.exec(suffix) ?? [];
  const field = fields.find((each) => ownsInput(each, rest));
  if (!field) return [suffix, text];
  const name = renamed.get(field.name) ?? field.name;
  const now = options.get(name);
  return [row + name + suffixNow(rest.slice(field.name.length), now), now?.get(text) ?? text];
};

/** Questions with a box or a number for each option name the option at the end of each input. */
const suffixNow = (suffix: string, options: ReadonlyMap<string, string> | undefined): string => {
  const at = suffix.lastIndexOf('.') + 1;
  const option = options?.get(suffix.slice(at));
  return option === undefined ? suffix : suffix.slice(0, at) + option;
};

/** What a person who began a form under one version has to look at under the other. */
export interface FormChanges {
  /** Questions that were answered and are gone. */
  readonly gone: readonly Field[];
  /** Questions whose answer is no longer offered, as they are asked now. */
  readonly toChooseAgain: readonly Field[];
  /** Questions that the form did not have. */
  readonly added: readonly Field[];
  /** Questions that were answered and ask for another type of answer now. */
  readonly toAnswerAgain: readonly Field[];
}

/** @param inputs what the draft holds now, after crossing. */
export const formChanges = (crossing: Crossing, inputs: Inputs): FormChanges => {
  const { from, to, steps } = crossing;
  const nameNow = (name: string) => steps.reduce((before, { renamed }) => renamed.get(before) ?? before, name);
  const answersOf = (field: Field): readonly string[] =>
    Object.keys(inputs).filter((input) => inputs[input] !== '' && ownsInput(field, input));
  const isAnswered = (field: Field): boolean => answersOf(field).length > 0;
  const before = new Map([...from.fields.values()].map((field) => [nameNow(field.name), field]));
  const asked = [...to.fields.values()];
  const optionsOf = (field: Field): ReadonlyMap<string, unknown> | undefined =>
    'options' in field && field.options instanceof Map ? (field.options as ReadonlyMap<string, unknown>) : undefined;
  const lost = new Set(steps.flatMap((step) => [...step.lost]));
  return {
    gone: [...before].flatMap(([name, field]) =>
      !to.fields.has(name) && isAnswered({ ...field, name }) ? [field] : [],
    ),
    toChooseAgain: asked.filter((field) => {
      const [options, typed, old] = [optionsOf(field), inputs[field.name], before.get(field.name)];
      if (!options || !old) return false;
      const isGone = typed !== undefined && typed !== '' && !options.has(typed);
      return isGone || answersOf({ ...old, name: field.name }).some((input) => !ownsInput(field, input));
    }),
    added: asked.filter(({ name }) => !before.has(name)),
    toAnswerAgain: asked.filter(
      (field) => before.get(field.name)?.type !== field.type && before.has(field.name) && lost.has(field.name),
    ),
  };
};
