import { type ASTNode, Environment, serialize } from '@marcbachmann/cel-js';
import { comparisonOf, type Comparison } from './comparison.ts';
import { registerFunctions } from './expression-functions.ts';
import { boundTexts, loopsIn, refusalIn } from './expression-refusals.ts';
import { wrongExpression, wrongType } from './expression-words.ts';

/**
 * Expressions are CEL over the answers of a record, type-checked when the declaration is compiled and evaluated by the
 * same code in the server and in the browser. What can fail for some answer or run for ever is refused with what to write
 * instead (`expression-refusals.ts`); the language's own functions stand in `expression-functions.ts`.
 */
export interface Expression {
  readonly source: string;
  /** Names of the variables that it reads. */
  readonly uses: readonly string[];
  /** Gives undefined where it cannot be computed, such as a division by nought or a row without the answer. */
  readonly evaluate: (values: Readonly<Record<string, unknown>>, now: Date) => unknown;
  /** The conditions that all have to hold for it to hold, to say which did not; made when they are asked for. */
  readonly conditions?: () => readonly Condition[];
  /** What it is compiled from, so that another machine can compile it again to the same. */
  readonly declared?: () => Declared;
}

export interface Declared {
  readonly type: CelScalar;
  readonly timeZone: string;
  /** The types of the variables that it reads. */
  readonly variables: Readonly<Record<string, CelType>>;
}

/** One of the conditions that are joined by `&&`. */
export interface Condition extends Expression {
  /** What it asks for, where it compares one value with fixed ones. */
  readonly comparison: Comparison | undefined;
}

export type CelScalar = 'string' | 'bool' | 'int' | 'double' | 'timestamp';
/** A value, several of one kind, or rows of named values. */
export type CelType = CelScalar | `list<${CelScalar}>` | { readonly rows: Readonly<Record<string, CelType>> };

const celName = (type: Exclude<CelType, object>): string => type.replace('timestamp', 'google.protobuf.Timestamp');

/** Makes what an expression sees of one row. */
type RowMaker = (columns: object) => object;

/**
 * Gives rows a type of their own, so that a misspelt column is found when the declaration is checked. A row that is taken
 * out of its list, as by `rows.filter(…)`, must be of that type: what makes it is given back.
 */
const register = (environment: Environment, name: string, type: CelType): RowMaker | undefined => {
  if (typeof type === 'string') {
    environment.registerVariable(name, celName(type));
    return undefined;
  }
  const columns = Object.entries(type.rows).flatMap(([column, each]) =>
    typeof each === 'string' ? [[column, celName(each)] as const] : [],
  );
  class Row {}
  environment.registerType(`row_of_${name}`, { ctor: Row, fields: Object.fromEntries(columns) });
  environment.registerVariable(name, `list<row_of_${name}>`);
  return (columns) => Object.assign(new Row(), columns);
};

export interface ExpressionScope {
  /** IANA name of the zone in which days are counted. */
  readonly timeZone: string;
  /** Compiles `source`; returns words that say what is wrong when it is not an expression of that type. */
  readonly compile: (source: string, type: CelScalar) => Expression | { readonly fault: string };
  readonly with: (variables: Readonly<Record<string, CelType>>) => ExpressionScope;
}

const limits = { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 };

// CEL functions get their arguments only; evaluation is synchronous, so the instant of the running one is kept here.
let evaluationInstant = new Date(0);

const scopes = new Map<string, ExpressionScope>();

/** Functions and no variables: the same for all declarations of a country, and dear to make. */
export const createExpressionScope = (timeZone: string): ExpressionScope => {
  const make = () => ({
    environment: registerFunctions(new Environment({ limits }), { now: () => evaluationInstant, timeZone }),
    makers: new Map(),
  });
  const scope = scopes.get(timeZone) ?? scopeOf(make, {}, {}, timeZone);
  scopes.set(timeZone, scope);
  return scope;
};

/** Where expressions of a scope are compiled, and what makes the rows of its variables. */
interface Surroundings {
  readonly environment: Environment;
  readonly makers: ReadonlyMap<string, RowMaker | undefined>;
}

const scopeOf = (
  surrounding: () => Surroundings,
  variables: Readonly<Record<string, CelType>>,
  inherited: Readonly<Record<string, CelType>>,
  timeZone: string,
): ExpressionScope => {
  const types = { ...variables, ...inherited };
  let made: Surroundings | undefined;
  // Made for the first expression: an action asks about other fields than the form more often than it has rules for them.
  const own = (): Surroundings => {
    if (made) return made;
    const { environment: parent, makers: known } = surrounding();
    const environment = parent.clone();
    const makers = new Map(known);
    for (const [name, type] of Object.entries(variables)) {
      if (!known.has(name)) makers.set(name, register(environment, name, type));
    }
    made = { environment, makers };
    return made;
  };
  const compile: ExpressionScope['compile'] = (source, type) => {
    const { environment, makers } = own();
    const checked = check(environment, source);
    if ('error' in checked) return { fault: wrongExpression(source, checked.error, makers.keys()) };
    const { parsed, type: actual } = checked;
    // A whole number is as good where any number is wanted.
    const widens = type === 'double' && actual === 'int';
    if (actual !== celName(type) && !widens) return { fault: wrongType(source, actual, type) };
    const refusal = refusalIn(parsed.ast);
    if (refusal !== undefined) return { fault: refusal };
    const nested = loopsIn(parsed.ast);
    if (nested > mostNested)
      return { fault: `the expression "${source}" goes through lists within lists within lists: two at most` };
    boundTexts(parsed.ast);
    const names = new Set<string>();
    collectNames(parsed.ast, names);
    const uses = [...names].filter((name) => makers.has(name));
    const rows = uses.flatMap((name) => {
      const make = makers.get(name);
      return make ? [[name, make] as const] : [];
    });
    let conditions: readonly Condition[] | undefined;
    const conditionsOf = (): readonly Condition[] =>
      conjuncts(parsed.ast).flatMap((node) => {
        const compiled = compile(serialize(node), 'bool');
        return 'fault' in compiled ? [] : [{ ...compiled, comparison: comparisonOf(node) }];
      });
    return {
      source,
      uses,
      declared: () => ({
        type,
        timeZone,
        variables: Object.fromEntries(uses.flatMap((name) => (types[name] ? [[name, types[name]]] : []))),
      }),
      conditions: () => (conditions ??= type === 'bool' ? conditionsOf() : []),
      evaluate: (values, now) => {
        evaluationInstant = now;
        if (nested > 1 && uses.some((name) => isLongList(values[name]))) return undefined;
        try {
          const value = parsed(rows.length === 0 ? (values as Record<string, unknown>) : withRows(values, rows));
          return widens ? Number(value) : value;
        } catch {
          return undefined;
        }
      },
    };
  };
  return { timeZone, with: (more) => scopeOf(own, more, types, timeZone), compile };
};

const conjuncts = (node: ASTNode): readonly ASTNode[] => (node.op === '&&' ? node.args.flatMap(conjuncts) : [node]);

/** Two lists within one another cost the product of their lengths: a million steps take a third of a second. */
const mostNested = 2;
const longestNested = 1_000;
const isLongList = (value: unknown): boolean => Array.isArray(value) && value.length > longestNested;

type Checked =
  | { readonly parsed: ReturnType<Environment['parse']>; readonly type: string | undefined }
  | { readonly error: string };

/** An expression whose types fit together; its tree knows the types of its pieces then. */
const check = (environment: Environment, source: string): Checked => {
  try {
    const parsed = environment.parse(source);
    const { valid, type, error } = parsed.check();
    return valid ? { parsed, type } : { error: error?.message ?? '' };
  } catch (error) {
    return { error: error instanceof Error ? error.message : '' };
  }
};

/** The values, with rows that know their type. */
const withRows = (
  values: Readonly<Record<string, unknown>>,
  rows: readonly (readonly [name: string, make: RowMaker])[],
): Record<string, unknown> => {
  const typed = { ...values };
  for (const [name, make] of rows) {
    const list = values[name];
    if (Array.isArray(list)) typed[name] = list.map((row) => make(row as object));
  }
  return typed;
};

interface AstNode {
  readonly op: string;
  readonly args: unknown;
}

const isAstNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

/** Collects the identifiers under a node. */
const collectNames = (node: unknown, names: Set<string>): void => {
  if (Array.isArray(node)) for (const child of node) collectNames(child, names);
  else if (isAstNode(node)) {
    if (node.op === 'id') names.add(String(node.args));
    collectNames(node.args, names);
  }
};
