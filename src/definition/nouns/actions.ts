import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import { type CompileContext, listOf } from '../compile-context.ts';
import { celTypesOf, compileFields } from '../compile-fields.ts';
import type { Expression } from '../expressions.ts';
import type { FieldSource } from '../fields/field-type.ts';
import type { Noun } from '../noun.ts';
import { expression, name, oneOrMore } from '../schema-words.ts';
import type { Action, Field, Service } from '../service.ts';

/** What every action may say; nouns add keys of their own. */
export const actionKeys = {
  from: oneOrMore('The states in which the action may be done.'),
  to: Type.Optional(
    Type.String({
      description:
        'The state that it leads to; `previous` returns to the one before the last; without it the state stays.',
    }),
  ),
  by: oneOrMore('Who may do it: roles, or `applicant`.'),
  when: Type.Optional(expression('It may be done only when this holds.')),
  automatic: Type.Optional(
    expression('The platform does it by itself, as soon as the record enters one of the states, when this holds.'),
  ),
  fields: Type.Optional(
    Type.Array(Type.Unsafe<FieldSource>(Type.Object({ name: name('The name of the answer.'), type: Type.String() })), {
      description: 'What must be said with it.',
    }),
  ),
  other_than: Type.Optional(
    oneOrMore('Actions that another person must have done: who did one of them may not do this.'),
  ),
};
const baseSource = Type.Object(actionKeys);
export type ActionSource = Static<typeof baseSource> & Readonly<Record<string, unknown>>;

export interface ActionBase {
  readonly name: string;
  readonly label: Text;
  readonly from: readonly string[];
  /** A state, or `previous`; undefined: the state stays. */
  readonly to: string | undefined;
  readonly by: readonly string[];
  /** It may be done only when this holds; the words say why not. */
  readonly when: { readonly holds: Expression; readonly unless: Text } | undefined;
  readonly automatic: { readonly when: Expression; readonly because: Text } | undefined;
  readonly fields: readonly Field[];
  readonly otherThan: readonly string[];
  /** Questions whose answers nouns tell in words of their own. */
  readonly saidByNouns: ReadonlySet<string>;
}

export interface ActionsPart {
  readonly actions: ReadonlyMap<string, Action>;
}

/** Compiles the actions, with what the other nouns have to say in each. */
export const compileActions = (
  context: CompileContext,
  source: Readonly<Record<string, ActionSource>>,
  soFar: Service,
  others: readonly Noun[],
): ActionsPart => {
  const compileAction = (action: string, declared: ActionSource, path: readonly string[]): [string, Action] => {
    const textKey = path.join('.');
    context.names([...path, 'from'], 'state', listOf(declared.from), soFar.states.keys());
    if (declared.to !== undefined && declared.to !== 'previous')
      context.names([...path, 'to'], 'state', [declared.to], soFar.states.keys());
    context.names([...path, 'other_than'], 'action', listOf(declared.other_than), Object.keys(source));
    const fields = declared.fields ?? [];
    const parts = others.flatMap((noun) => noun.compileAction?.(context, declared, path, soFar) ?? []);
    const first = parts.flatMap((part) => part.asksFirst ?? []);
    const own = new Set([...first, ...fields].map((field) => field.name));
    const rule = (key: 'when' | 'automatic') => {
      const text = declared[key];
      return text === undefined ? undefined : context.expression(context.scopes.rules, [...path, key], text, 'bool');
    };
    const [when, automatic] = [rule('when'), rule('automatic')];
    const counted = soFar.counts.find(({ name: count }) => when?.uses.includes(count));
    if (counted)
      context.fault(
        [...path, 'when'],
        `"${counted.name}" is a count, which only "automatic" may look at: others may change it before the action is done`,
      );
    const base: ActionBase = {
      name: action,
      label: context.text(`${textKey}.label`),
      from: listOf(declared.from),
      to: declared.to,
      by: context.roles(declared.by),
      when: when && { holds: when, unless: context.text(`${textKey}.unless`) },
      automatic: automatic && {
        when: automatic,
        because: context.text(`${textKey}.because`, [
          ...soFar.fields.keys(),
          ...soFar.counts.map(({ name: count }) => count),
        ]),
      },
      fields: [
        ...first,
        ...compileFields(context, fields, {
          scope: context.scopes.withFields(celTypesOf([...(first as readonly object[] as FieldSource[]), ...fields])),
          before: new Map([
            ...[...soFar.fields].filter(([known]) => !own.has(known)),
            ...first.map((field) => [field.name, field] as const),
          ]),
          names: new Set([...soFar.fields.keys(), ...own]),
          path: [...path, 'fields'],
          textKeyOf: (field) => `${textKey}.fields.${field}`,
        }),
        ...parts.flatMap((part) => part.fields ?? []),
      ],
      otherThan: listOf(declared.other_than),
      saidByNouns: new Set(parts.flatMap((part) => part.saidByNoun ?? [])),
    };
    return [action, Object.assign({}, base, ...parts.map(({ own }) => own)) as Action];
  };
  const derived = others.flatMap((noun) => noun.moreActions?.(soFar) ?? []);
  return {
    actions: new Map([
      ...Object.entries(source).map(([action, declared]) => compileAction(action, declared, ['actions', action])),
      ...derived.map(({ name: action, source: declared, path }) => compileAction(action, declared, path)),
    ]),
  };
};
