import type { CompileContext } from './compile-context.ts';
import type { CelType, ExpressionScope } from './expressions.ts';
import { type FieldSource, fieldTypes } from './fields/field-types.ts';
import type { ServiceSource } from './service-schema.ts';
import type { Field, FormPage } from './service.ts';
import type { Path } from './yaml-source.ts';

export const celTypesOf = (fields: readonly FieldSource[]): Readonly<Record<string, CelType>> =>
  Object.fromEntries(fields.map(({ name, type }) => [name, fieldTypes[type].celType]));

/** Compiles the pages of a form. A condition may look at the fields before its own; a check also at its own. */
export const compileForm = (
  context: CompileContext,
  scope: ExpressionScope,
  form: ServiceSource['form'],
): readonly FormPage[] => {
  const names = new Set<string>();
  let before = scope;
  return form.map(({ page, fields }, pageIndex) => ({
    name: page,
    title: context.text(`pages.${page}.title`),
    fields: fields.map((field, index) => {
      const path = ['form', pageIndex, 'fields', index];
      if (names.has(field.name))
        context.fault([...path, 'name'], `there is already a field "${field.name}": choose another name`);
      names.add(field.name);
      const withItself = before.with({ [field.name]: fieldTypes[field.type].celType });
      const compiled = compileField(context, { before, withItself }, field, path, `fields.${field.name}`);
      before = withItself;
      return compiled;
    }),
  }));
};

/** Compiles one question; its texts stand under `textKey`. */
export const compileField = (
  context: CompileContext,
  scopes: { readonly before: ExpressionScope; readonly withItself: ExpressionScope },
  field: FieldSource,
  path: Path,
  textKey: string,
): Field => {
  const allowedKeys: Readonly<Record<string, unknown>> = fieldTypes[field.type].keys;
  for (const key of ['max', 'options', 'level', 'default'] as const) {
    if (field[key] !== undefined && !(key in allowedKeys))
      context.fault([...path, key], `a ${field.type} field takes no "${key}": remove it`);
  }
  if (field.type === 'choice' && !field.options)
    context.fault(path, `a choice needs its options: add "options: [...]"`);
  if (field.type === 'place' && !field.level)
    context.fault(path, `a place needs its level: add "level: municipality", for example`);
  return {
    name: field.name,
    type: field.type,
    label: context.text(`${textKey}.label`),
    hint: context.optionalText(`${textKey}.hint`),
    required: field.required ?? false,
    protect: field.protect ?? 'internal',
    show:
      field.show === undefined ? undefined : context.expression(scopes.before, [...path, 'show'], field.show, 'bool'),
    checks: Object.entries(field.check ?? {}).map(([name, source]) => ({
      name,
      holds: context.expression(scopes.withItself, [...path, 'check', name], source, 'bool'),
      message: context.text(`${textKey}.checks.${name}`),
    })),
    max: field.max ?? (field.type === 'long-text' ? 4_000 : 200),
    options: new Map((field.options ?? []).map((option) => [option, context.text(`${textKey}.options.${option}`)])),
    level: field.level,
    offer: field.default,
  };
};
