import { type Static, Type } from 'typebox';
import type { CompileContext } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import type { Field } from '../service.ts';

const to = (description: string) =>
  Type.Record(Type.String({ minLength: 1, maxLength: 60 }), Type.String(), { description });
/** The name of a field, or of one within rows. */
const fieldPath = () =>
  Type.String({
    pattern: '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?$',
    description: 'A field; one within rows after the name of the rows and a dot.',
  });
const schema = Type.Optional(
  Type.Object(
    {
      renamed: Type.Optional(
        to(
          'Fields that are called differently now: the old name, and the new one. Within rows: `rows.old`, and the new name alone.',
        ),
      ),
      retyped: Type.Optional(
        Type.Array(fieldPath(), {
          description: 'Fields that ask for another type of answer than before; what was answered is asked again.',
        }),
      ),
      options: Type.Optional(
        Type.Record(Type.String(), to('The old option, and the one that takes its place.'), {
          description: 'By field as it is called now: options that are called differently or were merged into another.',
        }),
      ),
      dropped: Type.Optional(
        Type.Array(fieldPath(), { description: 'Fields that are no longer asked; their answers are not read.' }),
      ),
      states: Type.Optional(to('States that are called differently now: the old name, and the new one.')),
    },
    {
      additionalProperties: false,
      description: 'How data given under the version before read under this one.',
    },
  ),
);

/** How the answers of one group of questions read. */
export interface ReadsOfGroup {
  /** Old name of a field → its name now. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly retyped: ReadonlySet<string>;
  /** Field, by its name now → old option → option now. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly dropped: ReadonlySet<string>;
}

/** How data given under the version before read under this one. */
export interface Reads extends ReadsOfGroup {
  readonly states: ReadonlyMap<string, string>;
  /** Rows, by their name now → how what stands in each of them reads. */
  readonly rows: ReadonlyMap<string, ReadsOfGroup>;
}

export interface ReadsPart {
  readonly reads: Reads;
}

const mapOf = (source: Readonly<Record<string, string>> = {}) => new Map(Object.entries(source));

type Source = NonNullable<Static<typeof schema>>;
type GroupSource = Omit<Source, 'states'>;

const isWithin = (key: string, rows: string): boolean => key.startsWith(`${rows}.`);

/** What is said of the fields within one list of rows, by their own names. `was`: what the rows were called. */
const withinRows = ({ renamed, retyped, options, dropped }: GroupSource, rows: string, was: string): GroupSource => {
  const own = (key: string, name: string) => (isWithin(key, name) ? [key.slice(name.length + 1)] : []);
  const entriesOf = <Value>(source: Readonly<Record<string, Value>> = {}, name: string) =>
    Object.fromEntries(Object.entries(source).flatMap(([key, value]) => own(key, name).map((each) => [each, value])));
  return {
    renamed: entriesOf(renamed, was),
    retyped: (retyped ?? []).flatMap((key) => own(key, rows)),
    options: entriesOf(options, rows),
    dropped: (dropped ?? []).flatMap((key) => own(key, was)),
  };
};

/** What is said of the questions of the form themselves. */
const ofForm = ({ renamed = {}, retyped = [], options = {}, dropped = [] }: GroupSource): GroupSource => {
  const isPlain = (key: string) => !key.includes('.');
  const plain = <Value>(source: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(source).filter(([key]) => isPlain(key)));
  return {
    renamed: plain(renamed),
    retyped: retyped.filter(isPlain),
    options: plain(options),
    dropped: dropped.filter(isPlain),
  };
};

/** Judges and compiles what is said of one group; `said` gives a name as the declaration writes it. */
const compileGroup = (
  context: CompileContext,
  { renamed = {}, retyped = [], options = {}, dropped = [] }: GroupSource,
  fields: ReadonlyMap<string, Field>,
  said: (name: string, isOld: boolean) => string,
): ReadsOfGroup => {
  const at = (...path: readonly string[]) => ['reads', ...path];
  for (const [old, now] of Object.entries(renamed)) {
    context.names(at('renamed', said(old, true)), 'field', [now], fields.keys());
    if (Object.values(renamed).filter((other) => other === now).length > 1)
      context.fault(
        at('renamed', said(old, true)),
        `two fields cannot both become "${now}": put one of them under "dropped"`,
      );
  }
  context.names(at('retyped'), 'field', retyped, fields.keys());
  const still = dropped.find((field) => fields.has(field) && !Object.hasOwn(renamed, field));
  if (still !== undefined)
    context.fault(at('dropped'), `"${said(still, true)}" is still asked: remove it from "dropped", or from the form`);
  for (const [field, now] of Object.entries(options)) {
    const path = at('options', said(field, false));
    context.names(path, 'field', [field], fields.keys());
    const declared = fields.get(field);
    if (declared && 'options' in declared && declared.options instanceof Map) {
      const offered = declared.options as ReadonlyMap<string, unknown>;
      for (const [old, option] of Object.entries(now))
        context.names([...path, old], 'option', [option], offered.keys());
    } else if (declared) context.fault(path, `"${field}" has no options: remove it here`);
  }
  return {
    renamed: mapOf(renamed),
    retyped: new Set(retyped),
    options: new Map(Object.entries(options).map(([field, now]) => [field, mapOf(now)])),
    dropped: new Set(dropped),
  };
};

/** Fields with a dot whose rows the form does not have. */
const judgeRows = (context: CompileContext, source: GroupSource, rows: ReadonlySet<string>): void => {
  const { renamed = {}, retyped = [], options = {}, dropped = [] } = source;
  const keys = { renamed: Object.keys(renamed), retyped, options: Object.keys(options), dropped };
  for (const [part, names] of Object.entries(keys)) {
    const lost = names.filter((key) => key.includes('.')).find((key) => !rows.has(key.split('.')[0] ?? ''));
    if (lost !== undefined)
      context.fault(['reads', part], `"${lost}" is in no rows of the form: write the name of the rows before the dot`);
  }
};

export const reads: Noun<Static<typeof schema>, ReadsPart> = {
  schema,
  compile: (context, source = {}, { fields, states }) => {
    const { states: statesNow = {} } = source;
    const plain = ofForm(source);
    const rows = new Map<string, ReadsOfGroup>();
    const known = new Set<string>();
    for (const field of fields.values()) {
      if (field.type !== 'rows') continue;
      const { name: now } = field;
      const was = Object.entries(plain.renamed ?? {}).find(([, name]) => name === now)?.[0] ?? now;
      known.add(now).add(was);
      const within = compileGroup(
        context,
        withinRows(source, now, was),
        // Rows that are declared wrongly may have no fields here; that is said elsewhere.
        new Map(((field.fields as readonly Field[] | undefined) ?? []).map((each) => [each.name, each])),
        (name, isOld) => `${isOld ? was : now}.${name}`,
      );
      if ([within.renamed, within.retyped, within.options, within.dropped].some(({ size }) => size > 0))
        rows.set(now, within);
    }
    judgeRows(context, source, known);
    for (const [old, now] of Object.entries(statesNow))
      context.names(['reads', 'states', old], 'state', [now], states.keys());
    return {
      reads: { ...compileGroup(context, plain, fields, (name) => name), rows, states: mapOf(statesNow) },
    };
  },
};
