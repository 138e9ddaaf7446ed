import { type ASTNode, parse, serialize } from '@marcbachmann/cel-js';
import type { ExpressionScope } from '../expressions.ts';
import { fieldTypes } from '../fields/all.ts';
import type { FieldTypeDeclaration } from '../fields/field-type.ts';
import type { Field } from '../service.ts';

/**
 * Whether a condition can hold at all. Choices, yes-no questions and states have few values: all of them are tried. What
 * cannot be enumerated (texts, numbers, times) is taken for "perhaps", in Kleene's three-valued logic, so that a verdict
 * of "never" or "always" is certain.
 */
export type Verdict = 'never' | 'always' | 'sometimes';
type Truth = boolean | undefined;
type Assignment = Readonly<Record<string, unknown>>;

export interface Condition {
  readonly source: string;
  readonly uses: readonly string[];
  readonly scope: ExpressionScope;
  /** The questions that its names mean. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Names that are no questions, with all they can be. */
  readonly others: Readonly<Record<string, readonly unknown[]>>;
}

const mostAssignments = 4_096;

const declarationOf = (field: Field) => fieldTypes[field.type] as FieldTypeDeclaration<object, Field> | undefined;

/** All that a question can be in an expression when it is answered; undefined where that is not few. */
export const valuesOf = (field: Field): readonly unknown[] | undefined => declarationOf(field)?.values?.(field);

/** Whether what `valuesOf` gives are the members of lists. */
const isList = (field: Field): boolean => {
  const type = declarationOf(field)?.celType;
  return typeof type !== 'string' || type.startsWith('list<');
};

export const astOf = (source: string): ASTNode => parse(source).ast;

/** The direct parts of a node. */
export const partsOf = ({ args }: ASTNode): readonly ASTNode[] => [args].flat(3).filter(isNode);
const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value;

const namesIn = (node: ASTNode): readonly string[] =>
  node.op === 'id' ? [node.args] : partsOf(node).flatMap((part) => namesIn(part));

export const judge = (condition: Condition): Verdict => {
  const { variables, constraints } = choosable(condition);
  const reading = createReading(condition.scope);
  const seen = new Set<Truth>();
  for (const assignment of assignments(variables)) {
    if (!constraints.every((constraint) => constraint(assignment, reading))) continue;
    const unanswered = condition.uses.some((name) => name in assignment && assignment[name] === undefined);
    seen.add(unanswered ? false : reading(condition.source, assignment));
    if (seen.has(undefined) || seen.size > 1) return 'sometimes';
  }
  if (seen.size !== 1) return 'sometimes';
  return seen.has(true) ? 'always' : 'never';
};

type Reading = (source: string, assignment: Assignment) => Truth;

/** Reads expressions under assignments; each piece is compiled once. */
const createReading = (scope: ExpressionScope): Reading => {
  const trees = new Map<string, ASTNode>();
  const leaves = new Map<ASTNode, (assignment: Assignment) => Truth>();
  const readLeaf = (node: ASTNode): ((assignment: Assignment) => Truth) => {
    const names = namesIn(node);
    const text = serialize(node);
    const compiled = text.includes('now()') ? { fault: '' } : scope.compile(text, 'bool');
    if ('fault' in compiled) return () => undefined;
    return (assignment) => {
      if (!names.every((name) => name in assignment)) return undefined;
      const value = compiled.evaluate(assignment, new Date(0));
      return typeof value === 'boolean' ? value : false;
    };
  };
  const read = (node: ASTNode, assignment: Assignment): Truth => {
    switch (node.op) {
      case '&&': {
        const [one, other] = [read(node.args[0], assignment), read(node.args[1], assignment)];
        return one === false || other === false ? false : one === true && other === true ? true : undefined;
      }
      case '||': {
        const [one, other] = [read(node.args[0], assignment), read(node.args[1], assignment)];
        return one === true || other === true ? true : one === false && other === false ? false : undefined;
      }
      case '!_': {
        const inner = read(node.args, assignment);
        return inner === undefined ? undefined : !inner;
      }
      case '?:': {
        const [when, then, otherwise] = node.args.map((part) => read(part, assignment));
        if (when !== undefined) return when ? then : otherwise;
        return then === otherwise ? then : undefined;
      }
      default: {
        const leaf = leaves.get(node) ?? readLeaf(node);
        leaves.set(node, leaf);
        return leaf(assignment);
      }
    }
  };
  return (source, assignment) => {
    const tree = trees.get(source) ?? astOf(source);
    trees.set(source, tree);
    return read(tree, assignment);
  };
};

type Constraint = (assignment: Assignment, reading: Reading) => boolean;

/** The names with few values that decide, and which of their values can stand together. */
const choosable = ({
  uses,
  fields,
  others,
}: Condition): { variables: ReadonlyMap<string, readonly unknown[]>; constraints: readonly Constraint[] } => {
  const variables = new Map<string, readonly unknown[]>();
  const constraints: Constraint[] = [];
  let count = 1;
  const add = (name: string): void => {
    if (variables.has(name)) return;
    const field = fields.get(name);
    const answered = field ? (isList(field) ? undefined : valuesOf(field)) : others[name];
    const values = field && answered ? [declarationOf(field)?.empty, ...answered] : answered;
    if (!values || count * values.length > mostAssignments) return;
    count *= values.length;
    variables.set(name, values);
    if (!field) return;
    const { show, required } = field;
    // A question that is not asked has no answer; one that must be answered has one.
    constraints.push((assignment, reading) => {
      const asked = show ? reading(show.source, assignment) : true;
      const isEmpty = assignment[name] === declarationOf(field)?.empty;
      return isEmpty ? asked !== true || !required : asked !== false;
    });
    for (const other of show?.uses ?? []) add(other);
  };
  for (const name of uses) add(name);
  return { variables, constraints };
};

function* assignments(variables: ReadonlyMap<string, readonly unknown[]>): Generator<Assignment> {
  const all = [...variables];
  const next = function* (index: number, sofar: Assignment): Generator<Assignment> {
    const entry = all[index];
    if (!entry) {
      yield sofar;
      return;
    }
    for (const value of entry[1]) yield* next(index + 1, { ...sofar, [entry[0]]: value });
  };
  yield* next(0, {});
}
