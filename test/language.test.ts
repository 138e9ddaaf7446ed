import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { editorSchemas, isAnyField } from '../src/author/language/editor-schema.ts';
import { keysOf, undescribed } from '../src/author/language/keys.ts';
import { serviceKeys } from '../src/author/language/reference.ts';
import { madeFromLanguage } from '../src/author/reference.ts';
import { inProject } from '../src/base/paths.ts';
import { fieldSchemaOf } from '../src/definition/compile-fields.ts';
import { fieldTypeNames } from '../src/definition/fields/all.ts';
import { serviceSchema } from '../src/definition/service-schema.ts';
import { storySchemas } from '../src/definition/stories.ts';

test('every key of the language says in a sentence what it is', () => {
  expect(serviceKeys().length).toBeGreaterThan(10);
  expect(fieldTypeNames.length).toBeGreaterThan(5);
  const lacking = [
    ...undescribed(serviceKeys()),
    ...fieldTypeNames.flatMap((type) => undescribed(keysOf(fieldSchemaOf(type)), `${type} field: `)),
    ...Object.entries(storySchemas).flatMap(([name, schema]) => undescribed(keysOf(schema), `${name}: `)),
  ];
  expect(lacking).toEqual([]);
});

test('the reference and the schemas for editors are what the language is now', () => {
  const stale = Object.entries(madeFromLanguage())
    .filter(([path, text]) => !existsSync(inProject(path)) || readFileSync(inProject(path), 'utf8') !== text)
    .map(([path]) => path);
  expect(stale, 'run: npm run diwan -- reference --write').toEqual([]);
});

test('wherever a list of fields is declared, editors know the keys of each type', () => {
  const lists: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { items } = value as { items?: unknown };
    if (path.endsWith('.fields') && items !== undefined && JSON.stringify(items).includes('"type"')) {
      lists.push(path);
      expect(isAnyField(items), path).toBe(true);
    }
    for (const [key, each] of Object.entries(value)) walk(each, `${path}.${key}`);
  };
  walk(serviceSchema, '');
  for (const type of fieldTypeNames) walk(fieldSchemaOf(type), type);
  expect(lists.length).toBeGreaterThan(1);
});

const schema = editorSchemas()['service.json'] ?? {};
const check = Compile(schema);

test('the schema for editors accepts the services that there are', () => {
  const services = readdirSync(inProject('services'));
  expect(services.length).toBeGreaterThan(0);
  for (const service of services) {
    const declared: unknown = parse(readFileSync(inProject('services', service, 'service.yaml'), 'utf8'));
    expect(check.Errors(declared), service).toEqual([]);
  }
});

test('the schema for editors tells the keys of a field by its type', () => {
  const declared = parse(readFileSync(inProject('test/fixtures/declarations/stall-licence/service.yaml'), 'utf8')) as {
    form: { fields: Record<string, unknown>[] }[];
  };
  expect(check.Check(declared)).toBe(true);
  const [field] = declared.form[0]?.fields ?? [];
  if (!field) throw new Error('there is no field');
  field['level'] = 'municipality';
  expect(check.Check(declared)).toBe(false);
  field['type'] = 'place';
  delete field['max'];
  expect(check.Check(declared)).toBe(true);
});
