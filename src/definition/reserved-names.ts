import type { Path, YamlSource } from './yaml-source.ts';
import type { Fault } from './fault.ts';

/** Words of the expression language, which no answer can be called in an expression. */
const wordsOfExpressions = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' ',
  ),
);

/** Names of types in expressions: nothing that a value is looked up by can be called so. */
const typesOfExpressions = new Set(
  'bool bytes double google int list map null_type optional string type uint'.split(' '),
);

/**
 * Names that mean something else already: words of expressions, what nouns give to rules, and what every object of the
 * program's own language has.
 * @param ofRules what rules look at besides the answers of the form: the state, and what nouns add.
 * @param ofForms what every question may look at besides answers.
 */
export const reservedNames = (
  yaml: YamlSource,
  ofRules: Iterable<string>,
  ofForms: Iterable<string>,
): readonly Fault[] => {
  const faults: Fault[] = [];
  const taken = new Set(ofRules);
  const everywhere = new Set(ofForms);
  const judge = (path: Path, name: string, isField: boolean, ofForm: boolean): void => {
    const why = wordsOfExpressions.has(name)
      ? 'is a word of expressions'
      : isField && typesOfExpressions.has(name)
        ? 'is a type in expressions'
        : name === 'constructor'
          ? 'is taken by the program'
          : ofForm && taken.has(name)
            ? 'is something that rules look at already'
            : isField && everywhere.has(name)
              ? 'is something that every question may look at already'
              : undefined;
    if (why !== undefined) faults.push(yaml.faultAt(path, `"${name}" ${why}: choose another name`));
  };
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) value.forEach((each, index) => walk(each, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      const { name, type } = value as { readonly name?: unknown; readonly type?: unknown };
      const isOfForm = path[0] === 'form' && path.length === 4;
      if (typeof name === 'string' && typeof type === 'string') judge([...path, 'name'], name, true, isOfForm);
      for (const [key, each] of Object.entries(value)) {
        if (path.length === 1) judge([...path, key], key, false, false);
        walk(each, [...path, key]);
      }
    }
  };
  walk(yaml.value, []);
  return faults;
};
