import type { ASTNode } from '@marcbachmann/cel-js';
import type { CompiledExpression } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { nouns } from '../nouns.ts';
import type { Field } from '../service.ts';
import { suggest } from '../suggest.ts';
import type { Path } from '../yaml-source.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';
import { astOf, type Condition, judge, partsOf, valuesOf } from './verdict.ts';

/** Conditions that can never hold for any choice, or that always do, and options that do not exist. */
export const conditions: Analysis = (context) => {
  const pages = neverAskedPages(context);
  for (const entry of context.context.expressions) {
    if (entry.type !== 'bool') continue;
    const condition = conditionOf(entry, context);
    const unknown = [...unknownOptions(condition)];
    for (const words of unknown) context.error(entry.path, words);
    if (unknown.length > 0 || pages.some((page) => startsWith(entry.path, page))) continue;
    say(context, entry.path, entry.expression.source, judge(condition));
  }
};

const startsWith = (path: Path, start: Path): boolean => start.every((part, index) => path[index] === part);

export const conditionOf = (
  { path, expression, scope, among }: CompiledExpression,
  { service }: Pick<AnalysisContext, 'service'>,
): Condition => ({
  source: expression.source,
  uses: expression.uses,
  scope,
  fields: among ?? service.fields,
  others: { ...ruleValuesOf(service), state: statesAt(path, service) },
});

/** All that what nouns give to rules can be, where that is few. */
export const ruleValuesOf = (service: AnalysisContext['service']): Readonly<Record<string, readonly unknown[]>> =>
  Object.assign({}, ...(Object.values(nouns) as readonly Noun[]).map(({ celValues }) => celValues?.(service)));

/** The states in which an expression is looked at: those of its action, or all. */
const statesAt = ([noun, name]: Path, service: AnalysisContext['service']): readonly string[] =>
  (noun === 'actions' && service.actions.get(String(name))?.from) || [...service.states.keys()];

/** Pages that no choice leads to: said once, not for each of their questions. */
const neverAskedPages = (context: AnalysisContext): readonly Path[] =>
  (context.source['form'] as readonly { readonly page: string; readonly show?: string }[]).flatMap(
    ({ page, show }, index) => {
      if (show === undefined) return [];
      const scope = context.context.scopes.answers;
      const compiled = scope.compile(show, 'bool');
      if ('fault' in compiled) return [];
      const { uses } = compiled;
      const { fields } = context.service;
      if (judge({ source: show, uses, scope, fields, others: ruleValuesOf(context.service) }) !== 'never') return [];
      context.error(['form', index, 'show'], `"${show}" never holds, so the page "${page}" is never asked: correct it`);
      return [['form', index]];
    },
  );

const say = (context: AnalysisContext, path: Path, source: string, verdict: ReturnType<typeof judge>): void => {
  if (verdict === 'sometimes') return;
  const key = path.includes('check') ? 'check' : path.at(-1);
  const never: Readonly<Record<string, string>> = {
    show: 'so it is never asked',
    check: 'so no answer is ever accepted',
    when: path[0] === 'actions' ? 'so the action can never be done' : 'so the rule never decides',
    automatic: 'so it is never done by itself',
  };
  if (verdict === 'never')
    context.error(path, `"${source}" never holds${never[String(key)] ? `, ${never[String(key)]}` : ''}: correct it`);
  // Of itself an automatic action may well be done always.
  else if (key !== 'automatic') context.warning(path, `"${source}" always holds: leave it out, or correct it`);
};

/** Words for each option that a comparison names and the question does not have. */
function* unknownOptions({ source, fields, others }: Condition): Generator<string> {
  const optionsOf = (node: ASTNode): readonly [string, readonly unknown[]] | undefined => {
    if (node.op !== 'id') return undefined;
    const field: Field | undefined = fields.get(node.args);
    const values = field ? valuesOf(field) : others[node.args];
    return values?.every((value) => typeof value === 'string') ? [node.args, values] : undefined;
  };
  const textsIn = (node: ASTNode): readonly string[] => {
    if (node.op === 'value') return typeof node.args === 'string' ? [node.args] : [];
    return node.op === 'list' ? node.args.flatMap((part) => textsIn(part)) : [];
  };
  function* walk(node: ASTNode): Generator<string> {
    if (node.op === '==' || node.op === '!=' || node.op === 'in') {
      const [left, right] = node.args;
      for (const [one, other] of [[left, right] as const, [right, left] as const]) {
        const known = optionsOf(one);
        if (!known) continue;
        const [name, options] = known;
        for (const text of textsIn(other)) {
          if (text !== '' && !options.includes(text))
            yield `"${name}" is never "${text}"${suggest(text, options as readonly string[])}`;
        }
      }
    }
    for (const part of partsOf(node)) yield* walk(part);
  }
  yield* walk(astOf(source));
}
