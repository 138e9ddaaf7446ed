import { type Static, Type } from 'typebox';
import type { Noun } from '../noun.ts';
import { name } from '../schema-words.ts';

const to = (description: string) =>
  Type.Record(Type.String({ minLength: 1, maxLength: 60 }), Type.String(), { description });
const schema = Type.Optional(
  Type.Object(
    {
      renamed: Type.Optional(to('Fields that are called differently now: the old name, and the new one.')),
      retyped: Type.Optional(
        Type.Array(name('A field.'), {
          description: 'Fields that ask for another type of answer than before; what was answered is asked again.',
        }),
      ),
      options: Type.Optional(
        Type.Record(Type.String(), to('The old option, and the one that takes its place.'), {
          description: 'By field as it is called now: options that are called differently or were merged into another.',
        }),
      ),
      dropped: Type.Optional(
        Type.Array(name('A field.'), { description: 'Fields that are no longer asked; their answers are not read.' }),
      ),
      states: Type.Optional(to('States that are called differently now: the old name, and the new one.')),
    },
    {
      additionalProperties: false,
      description: 'How data given under the version before read under this one.',
    },
  ),
);

/** How data given under the version before read under this one. */
export interface Reads {
  /** Old name of a field → its name now. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly retyped: ReadonlySet<string>;
  /** Field, by its name now → old option → option now. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly dropped: ReadonlySet<string>;
  readonly states: ReadonlyMap<string, string>;
}

export interface ReadsPart {
  readonly reads: Reads;
}

const mapOf = (source: Readonly<Record<string, string>> = {}) => new Map(Object.entries(source));

export const reads: Noun<Static<typeof schema>, ReadsPart> = {
  schema,
  compile: (context, source = {}, { fields, states }) => {
    const { renamed = {}, retyped = [], options = {}, dropped = [], states: statesNow = {} } = source;
    const at = (...path: readonly string[]) => ['reads', ...path];
    for (const [old, now] of Object.entries(renamed)) {
      context.names(at('renamed', old), 'field', [now], fields.keys());
      if (Object.values(renamed).filter((other) => other === now).length > 1)
        context.fault(at('renamed', old), `two fields cannot both become "${now}": put one of them under "dropped"`);
    }
    context.names(at('retyped'), 'field', retyped, fields.keys());
    const still = dropped.find((field) => fields.has(field) && !Object.hasOwn(renamed, field));
    if (still !== undefined)
      context.fault(at('dropped'), `"${still}" is still asked: remove it from "dropped", or from the form`);
    for (const [field, now] of Object.entries(options)) {
      context.names(at('options', field), 'field', [field], fields.keys());
      const declared = fields.get(field);
      if (declared && 'options' in declared && declared.options instanceof Map) {
        for (const [old, option] of Object.entries(now))
          context.names(
            at('options', field, old),
            'option',
            [option],
            (declared.options as ReadonlyMap<string, unknown>).keys(),
          );
      } else if (declared) context.fault(at('options', field), `"${field}" has no options: remove it here`);
    }
    for (const [old, now] of Object.entries(statesNow)) context.names(at('states', old), 'state', [now], states.keys());
    return {
      reads: {
        renamed: mapOf(renamed),
        retyped: new Set(retyped),
        options: new Map(Object.entries(options).map(([field, now]) => [field, mapOf(now)])),
        dropped: new Set(dropped),
        states: mapOf(statesNow),
      },
    };
  },
};
