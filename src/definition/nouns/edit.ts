import { calculatedFrom } from '../fields/calculated.ts';
import { Type } from 'typebox';
import type { CompileContext } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import type { Field, Service } from '../service.ts';
import type { ActionSource } from './actions.ts';
import type { Path } from '../yaml-source.ts';

/** What an action changes of what the record says: a correction, with the earlier answers kept in its history. */
export interface EditOfAction {
  /** Names of the form's fields that it asks for again. */
  readonly edit: readonly string[];
}

export const fieldNames = (description: string) =>
  Type.Optional(
    Type.Union(
      [
        Type.Literal('all'),
        Type.Literal('survey'),
        Type.Array(Type.String(), { minItems: 1, uniqueItems: true }),
        Type.Object(
          {
            pages: Type.Array(Type.String(), {
              minItems: 1,
              uniqueItems: true,
              description: 'Pages of the form: all that they ask.',
            }),
          },
          { additionalProperties: false },
        ),
      ],
      { description },
    ),
  );

export const edit: Noun = {
  actionKeys: {
    edit: fieldNames(
      'The answers of the form that it asks for or corrects: their names, `pages` by name, `survey` (its sections) or `all`; what they were stays in the history.',
    ),
  },
  compile: () => ({}),
  compileAction: (context, source, path, soFar) => {
    const corrected = correctedFields(context, source, path, soFar, 'edit');
    return { own: { edit: corrected.map(({ name }) => name) }, fields: corrected };
  },
};

type Corrected = 'all' | 'survey' | readonly string[] | { readonly pages: readonly string[] };

const namesOf = (
  context: CompileContext,
  declared: Corrected,
  path: Path,
  { fields, pages, laterPages, survey }: Service,
): readonly string[] => {
  if (declared === 'all') return [...fields.keys()];
  if (declared === 'survey') {
    if (!survey) context.fault(path, 'there is no survey: name the answers, or say under "survey" what is assessed');
    return (survey?.sections ?? []).flatMap((section) => section.fields.map(({ name }) => name));
  }
  if (!('pages' in declared)) return declared;
  const all = [...pages, ...laterPages];
  context.names(
    [...path, 'pages'],
    'page',
    declared.pages,
    all.map(({ name }) => name),
  );
  return all.filter(({ name }) => declared.pages.includes(name)).flatMap((page) => page.fields.map(({ name }) => name));
};

/** With what follows from them: answers that are calculated from others change with these. */
const withCalculated = (names: readonly string[], fields: Service['fields']): readonly string[] => {
  const all = [...names];
  for (const field of fields.values()) {
    if (
      field.type === 'calculated' &&
      !all.includes(field.name) &&
      calculatedFrom(field).some((used) => all.includes(used))
    )
      all.push(field.name);
  }
  return all;
};

/** The fields that an action asks for again under `key`, with faults for what would leave the answers at odds. */
export const correctedFields = (
  context: CompileContext,
  source: ActionSource,
  path: Path,
  soFar: Service,
  key: 'edit' | 'propose',
): readonly Field[] => {
  const declared = source[key] as Corrected | undefined;
  if (declared === undefined) return [];
  const { fields } = soFar;
  const names = withCalculated(namesOf(context, declared, [...path, key], soFar), fields);
  const fault = (message: string) => context.fault([...path, key], message);
  context.names([...path, key], 'field', names, fields.keys());
  for (const field of fields.values()) {
    const decides = names.flatMap((name) => (field.show?.uses.includes(name) ? (fields.get(name) ?? []) : []));
    const [first] = decides;
    if (first && !names.includes(field.name))
      fault(`"${first.name}" decides whether "${field.name}" is asked: add "${field.name}" to what is corrected`);
    const [bolder] = decides.filter((each) => mayChangeMore(context, source, each, field));
    if (bolder && names.includes(field.name))
      fault(
        `"${bolder.name}" decides whether "${field.name}" is asked, and roles that may not change "${field.name}" would change it: give both the same "seen_by" and "changed_by"`,
      );
  }
  if (soFar.survey && names.includes(soFar.survey.subject))
    fault(`"${soFar.survey.subject}" says who is assessed and stays as it was entered: take it out`);
  const twice = names.find((name) => (source.fields ?? []).some((field) => field.name === name));
  if (twice) fault(`the action asks for "${twice}" itself: give its own field another name`);
  if (source.automatic !== undefined) fault(`an automatic action has nobody to ask: take out "${key}" or "automatic"`);
  return names.flatMap((name) => fields.get(name) ?? []);
};

/** Whether one of the roles of the action may change the first of two fields and not the second. */
const mayChangeMore = (context: CompileContext, { by }: ActionSource, one: Field, other: Field): boolean => {
  const allows = ({ seenBy, changedBy }: Field, role: string) =>
    (seenBy === undefined || role === 'applicant' || seenBy.includes(role)) &&
    (changedBy === undefined || changedBy.includes(role));
  return context.roles(by).some((role) => allows(one, role) && !allows(other, role));
};
