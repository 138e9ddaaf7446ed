import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { CompileContext } from './compile-context.ts';
import type { CelScalar, CelType, ExpressionScope } from './expressions.ts';
import { type FieldTypeName, fieldTypeNames, fieldTypes } from './fields/all.ts';
import { commonFieldKeys, type FieldSource, type FieldTypeDeclaration } from './fields/field-type.ts';
import { checkPrefill, checkPrefillFrom } from './prefill.ts';
import type { Field } from './service.ts';
import { suggest } from './suggest.ts';
import type { Path } from './yaml-source.ts';

// Each type takes the keys of its own declaration only; the registry gives up which source belongs to which.
const declarationOf = (type: FieldTypeName) => fieldTypes[type] as FieldTypeDeclaration<FieldSource>;
const isFieldType = (type: string): type is FieldTypeName => Object.hasOwn(fieldTypes, type);

/** What may stand in a field of a type. */
export const fieldSchemaOf = (type: FieldTypeName): TSchema => {
  const { keys, description, appearances } = declarationOf(type);
  const { appearance: _, ...common } = commonFieldKeys;
  return Type.Object(
    {
      ...common,
      type: Type.Literal(type, { description }),
      ...(appearances && {
        appearance: Type.Optional(Type.Enum([...appearances], { description: 'Another way of asking.' })),
      }),
      ...keys,
    },
    { additionalProperties: false, title: `a ${type} field`, description },
  );
};

const checks = new Map(
  fieldTypeNames.map((type) => {
    const schema = fieldSchemaOf(type);
    return [type, { schema, check: Compile(schema) }] as const;
  }),
);

/** What each of these fields is in an expression; fields of unknown types are left out. */
export const celTypesOf = (fields: readonly FieldSource[]): Readonly<Record<string, CelType>> =>
  Object.fromEntries(
    fields.flatMap((source) => {
      if (!isFieldType(source.type)) return [];
      const { celType } = declarationOf(source.type);
      if (celType === undefined) return [];
      return [[source.name, typeof celType === 'function' ? celType(source, celTypesOf) : celType] as const];
    }),
  );

export interface FieldGroup {
  /** Knows every field of the group and of those around it. */
  readonly scope: ExpressionScope;
  /** The fields before the group, by name. */
  readonly before: ReadonlyMap<string, Field>;
  /** The names of all fields around and in the group: those that come later may not be looked at. */
  readonly names: ReadonlySet<string>;
  readonly path: Path;
  readonly textKeyOf: (name: string) => string;
  /** Expression that must hold for any of the group to be asked. */
  readonly show?: string | undefined;
  /** The fields stand inside another one, which alone says who reads and who changes it. */
  readonly isWithin?: boolean;
}

/** Compiles the fields of a group in order: a condition looks at the answers before its own, a check also at its own. */
export const compileFields = (
  context: CompileContext,
  sources: readonly FieldSource[],
  group: FieldGroup,
): readonly Field[] => {
  const before = new Map(group.before);
  return sources.map((source, index) => {
    const path = [...group.path, index];
    if (before.has(source.name))
      context.fault([...path, 'name'], `there is already a field "${source.name}": choose another name`);
    const field = compileField(context, source, { ...group, before, path });
    before.set(field.name, field);
    return field;
  });
};

/** Takes the place of a field that is wrong, so that nothing else is reported because of it. */
const standIn = (context: CompileContext, { name, type }: FieldSource, { textKeyOf }: FieldGroup): Field => {
  context.useTextsBelow(textKeyOf(name));
  return { name, type, checks: [], label: { ar: name, fr: name, en: name } } as unknown as Field;
};

/** Nobody consents in somebody else's place. */
const changedByPerson = ({ type, purpose }: FieldSource): readonly string[] | undefined =>
  type === 'consent' && purpose !== undefined ? ['applicant'] : undefined;

const compileField = (context: CompileContext, source: FieldSource, group: FieldGroup): Field => {
  const { path, scope, before, names } = group;
  const { type } = source;
  if (!isFieldType(type)) {
    context.fault([...path, 'type'], `there is no type of field "${type}"${suggest(type, fieldTypeNames)}`);
    return standIn(context, source, group);
  }
  const own = checks.get(type);
  if (!own?.check.Check(source)) {
    context.schemaFaults(own?.schema ?? {}, own?.check.Errors(source) ?? [], path);
    return standIn(context, source, group);
  }
  const textKey = group.textKeyOf(source.name);
  const expression = (at: Path, text: string, celType: CelScalar, itself = false) => {
    const compiled = context.expression(scope, [...path, ...at], text, celType, before);
    for (const used of compiled.uses) {
      if (!names.has(used) || before.has(used) || (itself && used === source.name)) continue;
      context.fault(
        [...path, ...at],
        `the expression "${text}" looks at "${used}", which is not asked before: look at earlier answers only`,
      );
    }
    return compiled;
  };
  if (group.isWithin && source['purpose'] !== undefined)
    context.fault([...path, 'purpose'], 'a consent that can be withdrawn stands in the form itself: move it out');
  for (const key of ['seen_by', 'changed_by', 'needs_consent'] as const) {
    if (group.isWithin && source[key] !== undefined)
      context.fault([...path, key], `"${key}" holds for the whole answer: say it on the field around this one`);
  }
  if (source.seen_by !== undefined && source.protect === 'public')
    context.fault(
      [...path, 'seen_by'],
      'a public answer is read by everybody: take out "seen_by", or "protect: public"',
    );
  const conditions = [group.show, source.show].filter((condition) => condition !== undefined);
  const place = {
    fault: (at: Path, message: string) => context.fault([...path, ...at], message),
    faultIn: context.faultIn,
    among: (at: Path, judge: Parameters<CompileContext['among']>[1]) => context.among([...path, ...at], judge),
    text: (key: string) => context.text(`${textKey}.${key}`),
    optionalText: (key: string) => context.optionalText(`${textKey}.${key}`),
    expression,
    before,
    fields: (sources: readonly FieldSource[], at: Path) => {
      for (const [index, { name }] of sources.entries()) {
        if (names.has(name) && !before.has(name))
          context.fault(
            [...path, ...at, index, 'name'],
            `there is already a field "${name}" around this one: choose another name`,
          );
      }
      return compileFields(context, sources, {
        scope: scope.with(celTypesOf(sources)),
        before,
        names: new Set([...names, ...sources.map(({ name }) => name)]),
        path: [...path, ...at],
        textKeyOf: (name) => `${textKey}.fields.${name}`,
        isWithin: true,
      });
    },
    file: context.file,
    timeZone: scope.timeZone,
  };
  return {
    ...declarationOf(type).compile(source, place),
    name: source.name,
    type,
    label: context.text(`${textKey}.label`),
    hint: context.optionalText(`${textKey}.hint`),
    guidance: context.optionalText(`${textKey}.guidance`),
    required: source.required ?? false,
    protect: source.protect ?? 'internal',
    appearance: source.appearance,
    prefill: checkPrefill(source, place),
    prefillFrom: checkPrefillFrom(source, place),
    empty: declarationOf(type).empty,
    seenBy: source.seen_by === undefined ? undefined : context.roles(source.seen_by),
    changedBy: source.changed_by === undefined ? changedByPerson(source) : context.roles(source.changed_by),
    needsConsent: source.needs_consent,
    show:
      conditions.length === 0
        ? undefined
        : expression(
            ['show'],
            conditions.length === 1 ? String(conditions[0]) : conditions.map((each) => `(${each})`).join(' && '),
            'bool',
          ),
    checks: Object.entries(source.check ?? {}).map(([name, text]) => ({
      name,
      holds: expression(['check', name], text, 'bool', true),
      message: context.text(`${textKey}.checks.${name}`),
    })),
  } as Field;
};
