import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import type { ExpressionScope } from '../expressions.ts';
import type { Analysis } from './analysis.ts';
import { astOf, partsOf } from './verdict.ts';

/** Expressions that cannot be computed, or not for every answer: then they do not hold, and nobody sees why. */
export const failing: Analysis = ({ context, error, warning }) => {
  for (const { path, expression, scope } of context.expressions) {
    const tree = astOf(expression.source);
    const compared = comparedIn(tree);
    const walk = (node: ASTNode, loops: number): void => {
      const within = isLoop(node) ? loops + 1 : loops;
      if (within > 2 && within > loops)
        error(path, `"${serialize(node)}" goes through lists within lists within lists: two at most`);
      const words = alwaysFails(node, scope);
      if (words) error(path, words);
      else {
        const guarded = divisorOf(node);
        if (guarded && guarded.op !== 'value' && !compared.has(serialize(guarded)))
          warning(
            path,
            `"${serialize(node)}" cannot be computed when ${serialize(guarded)} is 0: write "${serialize(guarded)} != 0 && …" before it`,
          );
        for (const part of partsOf(node)) walk(part, within);
      }
    };
    walk(tree, 0);
  }
};

const isLoop = (node: ASTNode): boolean =>
  node.op === 'rcall' && ['all', 'exists', 'exists_one', 'map', 'filter'].includes(node.args[0]);

const divisorOf = (node: ASTNode): ASTNode | undefined =>
  node.op === '/' || node.op === '%' ? node.args[1] : undefined;

/** What stands in a comparison with a number somewhere: whoever wrote it has thought of nought. */
const comparedIn = (node: ASTNode): ReadonlySet<string> => {
  const found = new Set<string>();
  const walk = (each: ASTNode): void => {
    if (['==', '!=', '<', '<=', '>', '>='].includes(each.op))
      for (const part of partsOf(each)) found.add(serialize(part));
    for (const part of partsOf(each)) walk(part);
  };
  walk(node);
  return found;
};

/** Words for a piece that fails whatever is answered: a duration that is none, a division by nought. */
const alwaysFails = (node: ASTNode, scope: ExpressionScope): string | undefined => {
  const text = serialize(node);
  const divisor = divisorOf(node);
  if (divisor?.op === 'value' && Number(divisor.args) === 0) return `"${text}" divides by 0`;
  if (node.op !== 'call' || !node.args[1].every(({ op }) => op === 'value') || node.args[1].length === 0)
    return undefined;
  const compiled = scope.compile(`${text} == ${text}`, 'bool');
  if ('fault' in compiled || compiled.evaluate({}, new Date(0)) !== undefined) return undefined;
  const hint = { duration: '"90m", "2h"; a day is "24h"', timestamp: '"2026-01-31T00:00:00Z"' }[node.args[0]];
  return `${text} cannot be computed${hint ? `: write ${node.args[0]}(…) with ${hint}` : ''}`;
};
