import type { Text } from '../base/texts.ts';
import { type CompileContext, listOf, suggest } from './compile-context.ts';
import { compileField, celTypesOf } from './compile-form.ts';
import type { ExpressionScope } from './expressions.ts';
import type { ServiceSource } from './service-schema.ts';
import type { Action, Count, Deadline, DocumentKind, Field, Route, State } from './service.ts';
import type { Path } from './yaml-source.ts';

/** Compiles what happens to a record after it was sent in: each noun of the language, one function. */
export const compileStates = (context: CompileContext, states: ServiceSource['states']): ReadonlyMap<string, State> =>
  new Map(
    Object.entries(states).map(([name, meaning]) => {
      const label = context.text(`states.${name}`);
      return [name, { name, meaning, label, staffLabel: context.optionalText(`states_for_staff.${name}`) ?? label }];
    }),
  );

/** The names of all roles that the declaration mentions; the applicant is none. */
export const compileRoles = (context: CompileContext, source: ServiceSource): ReadonlyMap<string, Text> => {
  const mentioned = [
    ...Object.values(source.actions).flatMap(({ by }) => listOf(by)),
    ...Object.values(source.deadlines ?? {}).flatMap(({ escalate }) => listOf(escalate)),
    ...Object.values(source.documents ?? {}).flatMap(({ checked_by }) => listOf(checked_by)),
    ...listOf(source.oversight),
  ];
  return new Map(
    [...new Set(mentioned)].filter((role) => role !== 'applicant').map((role) => [role, context.text(`roles.${role}`)]),
  );
};

const checkNames = (
  context: CompileContext,
  path: Path,
  what: string,
  names: readonly string[],
  known: ReadonlyMap<string, unknown>,
) => {
  for (const name of names) {
    if (!known.has(name)) context.fault(path, `there is no ${what} "${name}"${suggest(name, known.keys())}`);
  }
};

export const compileActions = (
  context: CompileContext,
  scopes: { readonly rules: ExpressionScope; readonly inputs: ExpressionScope },
  actions: ServiceSource['actions'],
  states: ReadonlyMap<string, State>,
  documents: ReadonlyMap<string, DocumentKind>,
): ReadonlyMap<string, Action> => {
  const known = new Map(Object.entries(actions));
  return new Map(
    Object.entries(actions).map(([name, source]) => {
      const path = ['actions', name];
      const from = listOf(source.from);
      checkNames(context, [...path, 'from'], 'state', from, states);
      if (source.to !== 'previous') checkNames(context, [...path, 'to'], 'state', [source.to], states);
      checkNames(context, [...path, 'other_than'], 'action', listOf(source.other_than), known);
      for (const key of ['issue', 'revoke'] as const)
        checkNames(context, [...path, key], 'document', listOf(source[key]), documents);
      const fields = source.fields ?? [];
      const own = scopes.inputs.with(celTypesOf(fields));
      return [
        name,
        {
          name,
          label: context.text(`actions.${name}.label`),
          from,
          to: source.to,
          by: listOf(source.by),
          automatic:
            source.automatic === undefined
              ? undefined
              : {
                  when: context.expression(scopes.rules, [...path, 'automatic'], source.automatic, 'bool'),
                  because: context.text(`actions.${name}.because`),
                },
          fields: fields.map((field, index) =>
            compileField(
              context,
              { before: own, withItself: own },
              field,
              [...path, 'fields', index],
              `actions.${name}.fields.${field.name}`,
            ),
          ),
          otherThan: listOf(source.other_than),
          issue: source.issue,
          revoke: source.revoke,
        },
      ];
    }),
  );
};

export const compileCounts = (
  context: CompileContext,
  scope: ExpressionScope,
  counts: ServiceSource['counts'],
  states: ReadonlyMap<string, State>,
): readonly Count[] =>
  Object.entries(counts ?? {}).map(([name, { same, in: within }]) => {
    checkNames(context, ['counts', name, 'in'], 'state', listOf(within), states);
    return {
      name,
      label: context.text(`counts.${name}`),
      same: same.map((source, index) => context.expression(scope, ['counts', name, 'same', index], source, 'string')),
      in: new Set(listOf(within)),
    };
  });

export const compileRoutes = (
  context: CompileContext,
  scope: ExpressionScope,
  source: ServiceSource,
  fields: ReadonlyMap<string, Field>,
): readonly Route[] => {
  if (source.route.at(-1)?.when !== undefined) {
    context.fault(
      ['route', source.route.length - 1, 'when'],
      'the last rule must always hold, so that no record falls into nobody\'s basket: add "- { to: owner }"',
    );
  }
  return source.route.map(({ to, when }, index) => {
    if (typeof to === 'object' && fields.get(to.of)?.type !== 'place') {
      context.fault(['route', index, 'to', 'of'], `"${to.of}" is not a place field: name one whose territory decides`);
    }
    return {
      to: typeof to === 'string' ? { institution: to === 'owner' ? source.owner : to } : to,
      when: when === undefined ? undefined : context.expression(scope, ['route', index, 'when'], when, 'bool'),
    };
  });
};

const unitMilliseconds: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "2h" → milliseconds; the schema has made sure of the form. */
const durationMilliseconds = (text: string): number =>
  Number(text.slice(0, -1)) * (unitMilliseconds[text.slice(-1)] ?? Number.NaN);

export const compileDeadlines = (
  context: CompileContext,
  deadlines: ServiceSource['deadlines'],
  states: ReadonlyMap<string, State>,
): readonly Deadline[] =>
  Object.entries(deadlines ?? {}).map(([name, { in: within, within: length, escalate }]) => {
    checkNames(context, ['deadlines', name, 'in'], 'state', listOf(within), states);
    return {
      name,
      in: new Set(listOf(within)),
      milliseconds: durationMilliseconds(length),
      escalate: listOf(escalate),
    };
  });

export const compileDocuments = (
  context: CompileContext,
  documents: ServiceSource['documents'],
  fields: ReadonlyMap<string, Field>,
): ReadonlyMap<string, DocumentKind> =>
  new Map(
    Object.entries(documents ?? {}).map(([name, { claims, from, until, checked_by }]) => {
      const path = ['documents', name];
      checkNames(context, [...path, 'claims'], 'field', claims, fields);
      for (const [key, field] of Object.entries({ from, until })) {
        if (field !== undefined && fields.get(field)?.type !== 'datetime')
          context.fault([...path, key], `"${field}" is not a datetime field`);
      }
      for (const claim of claims) {
        if (fields.get(claim)?.protect === 'sensitive')
          context.fault(
            [...path, 'claims'],
            `"${claim}" is sensitive and cannot stand in a document that anyone may scan`,
          );
      }
      return [
        name,
        {
          name,
          title: context.text(`documents.${name}.title`),
          statement: context.text(`documents.${name}.statement`),
          claims: claims.flatMap((claim) => fields.get(claim) ?? []),
          from,
          until,
          checkedBy: listOf(checked_by),
        },
      ];
    }),
  );
