/** One value compared with fixed ones, as most conditions are: `reason in ['medical', 'food']`, `people > 3`, `!urgent`. */
export interface Comparison {
  /** What is compared: an answer, the state, a count. */
  readonly name: string;
  readonly operator: Operator;
  readonly values: readonly (string | number | boolean)[];
}

export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';

interface Node {
  readonly op: string;
  readonly args: unknown;
}

const opposites: Readonly<Record<Operator, Operator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not in',
  'not in': 'in',
};
const mirrored: Readonly<Record<string, Operator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'op' in value;

/** The comparison that a piece of a rule is, or undefined when it is something else. */
export const comparisonOf = (node: unknown): Comparison | undefined => {
  if (!isNode(node)) return undefined;
  if (node.op === 'id') return { name: String(node.args), operator: '==', values: [true] };
  if (node.op === '!_') {
    const inner = comparisonOf(node.args);
    return inner && { ...inner, operator: opposites[inner.operator] };
  }
  if (!Array.isArray(node.args) || node.args.length !== 2) return undefined;
  const [left, right] = node.args as readonly unknown[];
  if (node.op === 'in') return compared(left, 'in', listOf(right));
  const operator = mirrored[node.op];
  if (operator === undefined) return undefined;
  return compared(left, node.op as Operator, valuesOf(right)) ?? compared(right, operator, valuesOf(left));
};

const compared = (
  named: unknown,
  operator: Operator,
  values: Comparison['values'] | undefined,
): Comparison | undefined =>
  isNode(named) && named.op === 'id' && values ? { name: String(named.args), operator, values } : undefined;

const valuesOf = (node: unknown): Comparison['values'] | undefined => {
  if (!isNode(node) || node.op !== 'value') return undefined;
  const { args } = node;
  if (typeof args === 'bigint') return [Number(args)];
  return typeof args === 'string' || typeof args === 'number' || typeof args === 'boolean' ? [args] : undefined;
};

const listOf = (node: unknown): Comparison['values'] | undefined => {
  if (!isNode(node) || node.op !== 'list' || !Array.isArray(node.args)) return undefined;
  const values = node.args.map(valuesOf);
  return values.every((each) => each !== undefined) ? values.flat() : undefined;
};
