import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inProject } from '../../base/paths.ts';
import { readServiceFiles } from '../../../test/world/service.ts';
import { checkService } from '../check-service.ts';
import { compileService } from '../compile-service.ts';
import { createExpressionScope } from '../expressions.ts';
import { judge } from './verdict.ts';

const files = readServiceFiles(inProject('test', 'fixtures', 'declarations', 'stall-licence'));

/** The right declaration with three questions that depend on each other and one condition on a last one. */
const declared = (condition: string) => ({
  ...files,
  'service.yaml': (files['service.yaml'] ?? '').replace(
    '      - name: opens_at',
    () => `      - { name: one, type: choice, options: [a, b], required: true }
      - { name: two, type: choice, options: [c, d, e], show: "one == 'a'" }
      - { name: three, type: yes-no, required: true, show: "two != 'c'" }
      - { name: words, type: text }
      - { name: last, type: text, show: ${JSON.stringify(condition)} }
      - name: opens_at`,
  ),
  ...Object.fromEntries(
    ['ar', 'fr', 'en'].map((locale) => [
      `texts.${locale}.yaml`,
      `${files[`texts.${locale}.yaml`] ?? ''}
fields.one: { label: x, options: { a: x, b: x } }
fields.two: { label: x, options: { c: x, d: x, e: x } }
fields.three.label: x
fields.words.label: x
fields.last.label: x
`,
    ]),
  ),
});
const { fields } = compileService(declared('true'), 'test', 'Asia/Beirut');
const scope = createExpressionScope('Asia/Beirut').with({
  one: 'string',
  two: 'string',
  three: 'bool',
  words: 'string',
});

/** Every way in which the three questions can be answered, worked out by hand. */
const worlds = ['a', 'b'].flatMap((one) =>
  (one === 'a' ? ['', 'c', 'd', 'e'] : ['']).flatMap((two) =>
    (two === 'c' ? [undefined] : [true, false]).map((three) => ({ one, two, three })),
  ),
);

const leaf = fc.constantFrom(
  "one == 'a'",
  "one != 'a'",
  "one in ['a', 'b']",
  "two == ''",
  "two == 'd'",
  "two in ['c', 'e']",
  'three',
  'true',
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => `(${left} && ${right})`),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => `(${left} || ${right})`),
    tie('condition').map((inner) => `!(${inner})`),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'))
      .map(([when, then, or]) => `(${when} ? ${then} : ${or})`),
  ),
}));

const compiled = (source: string) => {
  const expression = scope.compile(source, 'bool');
  if ('fault' in expression) throw new Error(expression.fault);
  return expression;
};

test('a condition over choices never holds, always holds or sometimes does, as trying every answer shows', () => {
  fc.assert(
    fc.property(condition, (source) => {
      const { uses, evaluate } = compiled(source);
      const outcomes = new Set(
        worlds.map((world) =>
          uses.every((name) => world[name as keyof typeof world] !== undefined)
            ? evaluate(world, new Date(0)) === true
            : false,
        ),
      );
      const expected = outcomes.size > 1 ? 'sometimes' : outcomes.has(true) ? 'always' : 'never';
      expect(judge({ source, uses, scope, fields, others: {} }), source).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test('what depends on words is never said to be certain, unless the rest decides', () => {
  const verdict = (source: string) => judge({ source, uses: compiled(source).uses, scope, fields, others: {} });
  expect(verdict("words == 'x'")).toBe('sometimes');
  expect(verdict("words == 'x' && one == 'a' && one == 'b'")).toBe('never');
  expect(verdict("words == 'x' || one == 'a' || one == 'b'")).toBe('always');
  expect(verdict("two == 'c' && one == 'b'")).toBe('never');
});

test('a question that no answer leads to is found by the check', () => {
  const said = (source: string) =>
    checkService(declared(source), 'test', 'Asia/Beirut').errors.map(({ message }) => message);
  expect(said("two == 'c' && one == 'b'")).toEqual([
    `"two == 'c' && one == 'b'" never holds, so it is never asked: correct it`,
  ]);
  expect(said("two == 'c' && one == 'a'")).toEqual([]);
});
