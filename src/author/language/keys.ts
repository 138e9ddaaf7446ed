import type { Json } from './editor-schema.ts';
import { isAnyField } from './editor-schema.ts';

/** A key of the language as the reference shows it. */
export interface Key {
  /** Its own name, or words in < > where authors choose it. */
  readonly name: string;
  readonly required: boolean;
  readonly description: string | undefined;
  /** What may stand behind it, in a few words. */
  readonly takes: string;
  readonly keys: readonly Key[];
}

interface Schema extends Json {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** The keys that may stand in what a schema describes. */
export const keysOf = (given: unknown): readonly Key[] => {
  const schema = given as Schema;
  if (isAnyField(schema)) return [];
  const own = Object.entries(schema.properties ?? {}).map(([name, each]) =>
    keyOf(name, each, schema.required?.includes(name) ?? false),
  );
  const chosen = Object.values(schema.patternProperties ?? {}).map((each) => keyOf('<name>', each, false));
  const within = [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(keysOf);
  return unique([...own, ...chosen.flatMap((key) => (key.keys.length > 0 ? [key] : [])), ...within]);
};

const unique = (keys: readonly Key[]): readonly Key[] => [...new Map(keys.map((key) => [key.name, key])).values()];

const keyOf = (name: string, schema: Schema, required: boolean): Key => ({
  name,
  required,
  description: schema.description ?? (name === '<name>' ? 'One for each; authors choose the name.' : undefined),
  takes: takesOf(schema),
  keys: keysOf(schema),
});

const code = (value: unknown): string => `\`${String(value)}\``;

const takesOf = (schema: Schema): string => {
  if (isAnyField(schema)) return 'a [field](fields.md)';
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.anyOf) return [...new Set(schema.anyOf.map(takesOf))].join(', or ');
  const range = rangeOf(schema);
  if (schema['minLength'] === 1 && schema['maxLength'] === 2_000) return 'expression';
  switch (schema.type) {
    case 'string':
      return `text${range}`;
    case 'integer':
      return `whole number${range}`;
    case 'number':
      return `number${range}`;
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return `list of: ${schema.items ? takesOf(schema.items) : 'anything'}`;
    case 'object':
      return schema.patternProperties
        ? `names, each with: ${Object.values(schema.patternProperties).map(takesOf).join(', or ')}`
        : 'keys';
    default:
      return 'anything';
  }
};

const rangeOf = (schema: Schema): string => {
  const { minimum, maximum } = schema as { readonly minimum?: number; readonly maximum?: number };
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  return maximum === undefined ? '' : `, at most ${maximum}`;
};

/** Every key that lacks its sentence, as a dotted path. */
export const undescribed = (keys: readonly Key[], above = ''): readonly string[] =>
  keys.flatMap((key) => [
    ...(key.description === undefined ? [`${above}${key.name}`] : []),
    ...undescribed(key.keys, `${above}${key.name}.`),
  ]);
