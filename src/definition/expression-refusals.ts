import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import { isIsoDay } from '../base/calendar-day.ts';
import { functionNames } from './expression-functions.ts';

/**
 * What CEL offers and declarations do not: whatever can fail for some answer, gives the hours of Greenwich, or grows
 * without bounds. Each has a sentence with what to write instead.
 */
const offered: ReadonlySet<string> = new Set(
  `size has all exists exists_one map filter contains startsWith endsWith lowerAscii upperAscii trim join
  string double int bool timestamp duration`.split(/\s+/),
);

const durationParts: ReadonlySet<string> = new Set(['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds']);

const instead: Readonly<Record<string, string>> = {
  matches: 'declare a field of type "identity" with a "pattern"',
  substring: 'write left(text, 3) for the first characters',
  indexOf: 'write text.contains("…")',
  lastIndexOf: 'write text.contains("…")',
  split: 'ask for the parts in fields of their own',
  getFullYear: 'write year(…)',
  getMonth: 'write month(…)',
  getDate: 'write day_of_month(…)',
  getDayOfMonth: 'write day_of_month(…)',
  getDayOfWeek: 'write weekday(…)',
  getDayOfYear: 'write days_between(…, …)',
  getHours: 'write hour(…)',
  bind: 'write the piece out where it is used, or calculate it in a field of its own',
  uint: 'write whole numbers as they are',
  dyn: 'write the piece inside it alone',
  type: 'the types of answers are known when the declaration is checked',
  bytes: 'write text as it is',
};

/** Conversions that fail for some texts, and what never does. */
const safely: Readonly<Record<string, string>> = {
  int: 'to_integer(…, 0)',
  double: 'to_number(…, 0.0)',
  bool: '… == "true"',
};

const literalOf = (node: ASTNode | undefined): unknown => (node?.op === 'value' ? node.args : undefined);

/** The number that a piece is, where it is written out. */
const numberOf = (node: ASTNode): number | undefined => {
  if (node.op === '-_') {
    const positive = numberOf(node.args);
    return positive === undefined ? undefined : -positive;
  }
  const value = literalOf(node);
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
};

const typeOf = (node: ASTNode | undefined): string =>
  (node as { readonly checkedType?: { readonly name: string } } | undefined)?.checkedType?.name ?? '';

/**
 * Words for the first piece that is refused. The tree has been checked, so that its pieces know their types.
 */
export const refusalIn = (node: ASTNode): string | undefined => {
  const words = refusalOf(node);
  if (words !== undefined) return words;
  for (const part of partsOf(node)) {
    const within = refusalIn(part);
    if (within !== undefined) return within;
  }
  return undefined;
};

const partsOf = ({ args }: ASTNode): readonly ASTNode[] => [args].flat(3).filter(isNode);
const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value;

const refusalOf = (node: ASTNode): string | undefined => {
  switch (node.op) {
    case '/':
    case '%':
      return refusalOfDivision(node.op, ...node.args, serialize(node));
    case '[]': {
      const [list, index] = node.args;
      return `"${serialize(node)}" cannot be computed where the list is shorter: write at(${serialize(list)}, ${serialize(index)}, …) with what holds then`;
    }
    case 'map':
      return `"${serialize(node)}": tables of values are not offered: write the cases with ? and :`;
    case '+':
      return typeOf(node).startsWith('list')
        ? `"${serialize(node)}": lists are not joined: look at each by itself`
        : undefined;
    case 'call':
      return refusalOfCall(node.args[0], undefined, node.args[1], serialize(node));
    case 'rcall':
      return refusalOfCall(node.args[0], node.args[1], node.args[2], serialize(node));
    default:
      return undefined;
  }
};

const refusalOfDivision = (op: '/' | '%', left: ASTNode, right: ASTNode, text: string): string | undefined => {
  const divisor = numberOf(right);
  const [a, b] = [serialize(left), serialize(right)];
  if (divisor === 0) return `"${text}" divides by 0`;
  if (divisor === undefined)
    return op === '/'
      ? `"${text}" cannot be computed where "${b}" is 0: write ratio(${a}, ${b}), which is 0 then`
      : `"${text}" cannot be computed where "${b}" is 0: divide by a number that is written out`;
  return op === '/' && typeOf(left) === 'int' && typeOf(right) === 'int'
    ? `"${text}" would drop what is left over: write ratio(${a}, ${b}), or floor(ratio(${a}, ${b})) for whole steps`
    : undefined;
};

const refusalOfCall = (
  name: string,
  receiver: ASTNode | undefined,
  args: readonly ASTNode[],
  text: string,
): string | undefined => {
  if (receiver && durationParts.has(name) && typeOf(receiver) === 'google.protobuf.Duration') return undefined;
  if (!functionNames.has(name) && !offered.has(name))
    return `"${name}" is not offered: ${instead[name] ?? 'write one of the functions of the reference'}`;
  const [first] = args;
  const literal = literalOf(first);
  if (name === 'date' && (typeof literal !== 'string' || !isIsoDay(literal)))
    return `"${text}" is no day: write a day of the calendar between quotes, as in date("2026-03-12")`;
  if ((name === 'duration' || name === 'timestamp') && typeof literal !== 'string')
    return `"${text}" cannot be computed for every text: write it out, as in ${name === 'duration' ? 'duration("90m")' : 'timestamp("2026-01-31T00:00:00Z")'}`;
  const safe = safely[name];
  return safe && !receiver && typeOf(first) === 'string'
    ? `"${text}" cannot be computed for every text: write ${safe}`
    : undefined;
};

const loops: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** How many lists are gone through within one another: each multiplies what an expression costs by the length of a list. */
export const loopsIn = (node: ASTNode): number => {
  if (node.op !== 'rcall' || !loops.has(node.args[0])) return Math.max(0, ...partsOf(node).map(loopsIn));
  const [, list, inner] = node.args;
  return Math.max(loopsIn(list), 1 + Math.max(0, ...inner.map(loopsIn)));
};

const longestText = 100_000;

/**
 * Keeps texts that an expression puts together from growing: each "+" can double what the one before made, and forty of
 * them stand for a terabyte. What goes past the limit cannot be computed.
 */
export const boundTexts = (node: ASTNode): void => {
  for (const part of partsOf(node)) boundTexts(part);
  if (node.op !== '+' || typeOf(node) !== 'string') return;
  const computed = node as unknown as { handle: (a: string, b: string, ...rest: unknown[]) => unknown };
  const { handle } = computed;
  computed.handle = (a, b, ...rest) => {
    if (a.length + b.length > longestText) throw new RangeError('the text is too long');
    return handle(a, b, ...rest);
  };
};
