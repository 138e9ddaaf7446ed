import type { Fault } from './fault.ts';
import type { ReadsOfGroup } from './nouns/reads.ts';
import type { Field, Service } from './service.ts';
import { suggest } from './suggest.ts';
import { type Path, readYaml } from './yaml-source.ts';

/** What a new version must say of the one before it. */
export interface SuccessorFaults {
  /** It must not be published like this. */
  readonly refusals: readonly Fault[];
  /** It may be; somebody should know. */
  readonly warnings: readonly Fault[];
}

/** Types whose answers are kept in the same form. */
const alike: readonly ReadonlySet<string>[] = [new Set(['text', 'long-text'])];
const isSameKind = (one: string, other: string): boolean =>
  one === other || alike.some((types) => types.has(one) && types.has(other));

/**
 * Compares a version with the one that it is to replace: data that were given before must still mean something, or the
 * declaration must say under `reads` what became of them.
 * @param source text of its `service.yaml`, for the positions.
 */
export const checkSuccessor = (before: Service, after: Service, source: string): SuccessorFaults => {
  const yaml = readYaml('service.yaml', source);
  const refusals: Fault[] = [];
  const warnings: Fault[] = [];
  const refuse = (path: Path, message: string) => void refusals.push(yaml.faultAt(path, message));
  const warn = (path: Path, message: string) => void warnings.push(yaml.faultAt(path, message));
  const { reads } = after;

  if (before.referencePrefix !== after.referencePrefix)
    refuse(
      ['reference'],
      `references that people keep begin with "${before.referencePrefix}", which cannot change: write reference: ${before.referencePrefix}`,
    );
  compareGroup(before.fields, after.fields, reads, { refuse, warn });
  for (const field of before.fields.values()) {
    const now = after.fields.get(reads.renamed.get(field.name) ?? field.name);
    if (field.type !== 'rows' || now?.type !== 'rows' || reads.retyped.has(now.name)) continue;
    const within = reads.rows.get(now.name) ?? nothingSaid;
    compareGroup(byName(field.fields), byName(now.fields), within, { refuse, warn }, `${now.name}.`, `${field.name}.`);
  }
  for (const state of before.states.keys()) {
    if (!after.states.has(reads.states.get(state) ?? state))
      warn(
        ['states'],
        `the state "${state}" of the version in force is gone: requests made before stay in it; if it is called differently now, write reads: { states: { ${state}: its-new-name } }`,
      );
  }
  return { refusals, warnings };
};

interface Say {
  readonly refuse: (path: Path, message: string) => void;
  readonly warn: (path: Path, message: string) => void;
}

const byName = (fields: readonly Field[]): ReadonlyMap<string, Field> =>
  new Map(fields.map((field) => [field.name, field]));
const nothingSaid: ReadsOfGroup = { renamed: new Map(), retyped: new Set(), options: new Map(), dropped: new Set() };

/** @param prefix of the names within rows, as these are called now; `prefixWas`: as they were called. */
const compareGroup = (
  before: ReadonlyMap<string, Field>,
  after: ReadonlyMap<string, Field>,
  reads: ReadsOfGroup,
  say: Say,
  prefix = '',
  prefixWas = '',
): void => {
  for (const name of [...reads.renamed.keys(), ...reads.dropped]) {
    if (!before.has(name) && !reads.retyped.has(name))
      say.warn(['reads'], `the version in force has no field "${prefixWas}${name}"${suggest(name, before.keys())}`);
  }
  for (const field of before.values()) {
    const now = after.get(reads.renamed.get(field.name) ?? field.name);
    const was = `${prefixWas}${field.name}`;
    if (now) compareField(field, now, reads, say, prefix);
    else if (!reads.dropped.has(field.name))
      say.warn(
        ['reads'],
        `the version in force asks for "${was}", this one does not: write under "reads" either renamed: { ${was}: its-new-name } or dropped: [${was}]`,
      );
  }
};

const compareField = (before: Field, now: Field, reads: ReadsOfGroup, { refuse, warn }: Say, prefix: string): void => {
  if (reads.retyped.has(now.name)) return;
  const name = `${prefix}${now.name}`;
  if (!isSameKind(before.type, now.type)) {
    refuse(
      ['reads'],
      `"${name}" is ${now.type} and was ${before.type}: what was answered cannot be read any more. Give the new question another name, or write reads: { retyped: [${name}] } to have it answered again`,
    );
    return;
  }
  const [old, offered] = [optionsOf(before), optionsOf(now)];
  if (!old || !offered) return;
  const gone = [...old.keys()].filter((option) => !offered.has(reads.options.get(now.name)?.get(option) ?? option));
  if (gone.length > 0)
    warn(
      ['reads'],
      `"${name}" no longer offers ${someOf(gone)}: who chose it in a form that is not sent yet chooses again. If another option takes its place, write reads: { options: { ${name}: { ${gone[0]}: its-new-name } } }`,
    );
};

const mostNamed = 5;

/** Of a list that lost thousands, a few are enough to know which. */
const someOf = (options: readonly string[]): string =>
  [
    ...options.slice(0, mostNamed).map((option) => `"${option}"`),
    ...(options.length > mostNamed ? [`and ${options.length - mostNamed} more`] : []),
  ].join(', ');

const optionsOf = (field: Field): ReadonlyMap<string, unknown> | undefined =>
  'options' in field && field.options instanceof Map ? (field.options as ReadonlyMap<string, unknown>) : undefined;
