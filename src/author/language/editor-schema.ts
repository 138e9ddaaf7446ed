import type { TSchema } from 'typebox';
import { fieldSchemaOf } from '../../definition/compile-fields.ts';
import { type FieldTypeName, fieldTypeNames, fieldTypes } from '../../definition/fields/all.ts';
import { serviceSchema } from '../../definition/service-schema.ts';
import { storySchemas } from '../../definition/stories.ts';

/**
 * The language as JSON Schema (draft 7, which editors know best), made from the schemas that declarations are checked
 * with: an editor then completes keys and shows what each means.
 */
export type Json = Readonly<Record<string, unknown>>;

/** Where a field of any type may stand: the checks know no more than its name and its type. */
export const isAnyField = (schema: unknown): boolean => {
  const { type, properties, additionalProperties } = (schema ?? {}) as Json & { readonly properties?: object };
  const keys = Object.keys(properties ?? {});
  return type === 'object' && additionalProperties === undefined && keys.join() === 'name,type';
};

/** A copy without what JSON cannot say, in which fields of any type refer to their definition. */
const withFields = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withFields);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (isAnyField(schema)) return { $ref: '#/definitions/field' };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withFields(value)]));
};

const definitionName = (type: FieldTypeName): string => `${type}-field`;

const fieldDefinitions = (): Json => {
  const common = withFields(fieldSchemaOf('text')) as { readonly properties: Json };
  const { name, required, show, check, protect } = common.properties;
  const kinds = {
    type: 'string',
    enum: fieldTypeNames,
    description: 'What kind of answer is asked for.',
    enumDescriptions: fieldTypeNames.map((each) => fieldTypes[each].description),
  };
  return {
    field: {
      type: 'object',
      description: 'A question.',
      required: ['name', 'type'],
      properties: { name, type: kinds, required, show, check, protect },
      allOf: fieldTypeNames.map((each) => ({
        if: { properties: { type: { const: each } }, required: ['type'] },
        then: { $ref: `#/definitions/${definitionName(each)}` },
      })),
    },
    ...Object.fromEntries(
      fieldTypeNames.map((each) => [definitionName(each), withFields(fieldSchemaOf(each) as TSchema)]),
    ),
  };
};

const draft = 'http://json-schema.org/draft-07/schema#';

/** File name below `docs/schemas/` → its schema. */
export const editorSchemas = (): Readonly<Record<string, Json>> => ({
  'service.json': {
    $schema: draft,
    title: 'A public service (service.yaml)',
    ...(withFields(serviceSchema) as Json),
    definitions: fieldDefinitions(),
  },
  'samples.json': {
    $schema: draft,
    title: 'Sample records (samples.yaml)',
    ...(withFields(storySchemas.samples) as Json),
  },
  'journeys.json': {
    $schema: draft,
    title: 'Journeys (journeys.yaml)',
    ...(withFields(storySchemas.journeys) as Json),
  },
});
