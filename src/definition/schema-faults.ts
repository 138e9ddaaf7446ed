import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { suggest } from './suggest.ts';
import type { Fault } from './fault.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** Turns the validator's errors below `at` into faults with positions: one per place, in words, with the key that was meant. */
export const schemaFaults = (
  yaml: YamlSource,
  schema: TSchema,
  errors: readonly TLocalizedValidationError[],
  at: Path = [],
): readonly Fault[] => {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath);
  const said = new Set<string>();
  return errors.flatMap((error) => {
    // The alternatives of a union complain one by one; the union's own words say enough.
    const withinUnion =
      error.keyword !== 'anyOf' &&
      unions.some((path) => error.instancePath === path || error.instancePath.startsWith(`${path}/`));
    if (error.keyword === 'boolean' || withinUnion) return [];
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return wordsFor(error, schemaAt(schema, error.schemaPath)).flatMap(({ key, message }) => {
      const fault =
        key === undefined ? yaml.faultAt([...at, ...path], message) : yaml.faultAtKey([...at, ...path, key], message);
      const place = `${fault.line}:${fault.column}:${message}`;
      if (said.has(place)) return [];
      said.add(place);
      return [fault];
    });
  });
};

interface Words {
  /** The key that is wrong, where the value itself is not. */
  readonly key?: string;
  readonly message: string;
}

const wordsFor = (error: TLocalizedValidationError, schema: Record<string, unknown>): readonly Words[] => {
  const description = typeof schema['description'] === 'string' ? `: ${schema['description']}` : '';
  const params = error.params as Record<string, readonly string[] | undefined>;
  switch (error.keyword) {
    case 'additionalProperties':
      return (params['additionalProperties'] ?? []).map((key) => ({
        key,
        message: `there is no key "${key}" ${schema['title'] ? `in ${String(schema['title'])}` : 'here'}${suggest(key, Object.keys((schema['properties'] as object | undefined) ?? {}))}`,
      }));
    case 'required':
      return (params['requiredProperties'] ?? []).map((key) => ({ message: `"${key}" is missing: add it` }));
    case 'type':
      return [{ message: `write ${wordsForType(error.params as { readonly type?: unknown })}${description}` }];
    case 'minItems':
      return [{ message: `the list is too short${description}` }];
    case 'maxItems':
    case 'maxLength':
    case 'maxProperties':
      return [
        {
          message: `this is too long, ${String((error.params as { readonly limit?: unknown }).limit)} at most${description}`,
        },
      ];
    case 'uniqueItems':
      return [{ message: `something stands in the list twice: keep one${description}` }];
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return [{ message: `write ${error.message.replace('must be', 'a number')}${description}` }];
    case 'pattern': {
      const form = patternWords[String(schema['pattern'])];
      return [{ message: `${form ? `write ${form}` : 'this cannot stand here'}${description}` }];
    }
    case 'anyOf':
      return [{ message: `this cannot stand here${description}` }];
    case 'enum':
      return [{ message: `write one of ${(schema['enum'] as readonly string[]).join(', ')}${description}` }];
    default:
      return [{ message: `${error.message}${description}` }];
  }
};

/** What names may be made of, said in words. */
const patternWords: Readonly<Record<string, string>> = {
  '^[a-z][a-z0-9_]*$': 'small letters, digits and _, beginning with a letter',
  '^[a-z][a-z0-9-]*$': 'small letters, digits and -, beginning with a letter',
  '^[a-z0-9][a-z0-9_-]*$': 'small letters, digits, - and _',
  '^(?!PR$)[A-Z]{1,4}$': 'one to four capital letters, but not PR',
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with their values',
  null: 'nothing',
};

const wordsForType = ({ type }: { readonly type?: unknown }): string =>
  [type]
    .flat()
    .map((each) => typeWords[String(each)] ?? String(each))
    .join(' or ');

/** The schema at a JSON pointer such as `#/properties/form/items`. */
const schemaAt = (schema: TSchema, pointer: string): Record<string, unknown> =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Record<string, unknown>>(
      (at, part) => (at[part] ?? {}) as Record<string, unknown>,
      schema as Record<string, unknown>,
    );
