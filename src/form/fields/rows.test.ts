import { describe, expect, test } from 'vitest';
import { declareForm, faultsOfForm } from '../../../test/world/declared.ts';
import { noon, worldAt } from '../../../test/world/service.ts';
import type { FieldOf } from '../../definition/service.ts';
import { sentOf } from '../read-form.ts';
import { expressionValues, validate } from '../validate.ts';
import { behaviourOf } from './all.ts';

const world = worldAt(noon);
const employees = (more = '', rowFields = '') =>
  `{ name: employees, type: rows, ${more} fields: [{ name: full_name, type: text, required: true, max: 20 }, { name: result, type: choice, options: [positive, negative], required: true }, { name: remark, type: text, show: "result == 'positive' && kind == 'factory'", required: true, max: 50 }${rowFields}] }`;
const form = (more?: string, rowFields?: string) =>
  declareForm([
    '{ name: kind, type: choice, options: [factory, shop], required: true }',
    employees(more, rowFields),
    `{ name: plan, type: text, show: "employees.exists(e, e.result == 'positive')", required: true }`,
  ]);
const service = form();
const field = service.fields.get('employees') as FieldOf<'rows'>;
const read = (sent: Record<string, unknown>, of = service) => validate(of.fields.values(), sent, world);
const faults = (sent: Record<string, unknown>, of = service) =>
  read(sent, of).errors.map(({ path, code }) => `${path}: ${code}`);
const ali = { full_name: ' علي ', result: 'negative' };

describe('rows of answers', () => {
  test('keep each answer in its normal form, and none of a question that its row does not ask', () => {
    expect(read({ kind: 'factory', employees: [{ ...ali, remark: 'x' }, null, {}] }).errors).toHaveLength(2);
    expect(read({ kind: 'factory', employees: [{ ...ali, remark: 'hidden' }] })).toEqual({
      errors: [],
      answers: { kind: 'factory', employees: [{ full_name: 'علي', result: 'negative' }] },
    });
  });

  test('ask by the answers of their own row and by those before', () => {
    const rania = { full_name: 'رانيا', result: 'positive' };
    expect(faults({ kind: 'factory', employees: [ali, rania], plan: 'x' })).toEqual(['employees.1.remark: required']);
    expect(faults({ kind: 'shop', employees: [ali, rania], plan: 'x' })).toEqual([]);
  });

  test('say where something is wrong, in the place that the row was sent in', () => {
    expect(faults({ kind: 'shop', employees: [null, ali, { full_name: 'x', result: 'perhaps' }, { age: 3 }] })).toEqual(
      [
        'employees.2.result: not-an-option',
        'employees.3.full_name: required',
        'employees.3.result: required-choice',
        'employees.3.age: unknown-field',
      ],
    );
  });

  test('are looked at by later questions', () => {
    expect(faults({ kind: 'shop', employees: [ali] })).toEqual([]);
    expect(faults({ kind: 'shop', employees: [ali, { full_name: 'x', result: 'positive' }] })).toEqual([
      'plan: required',
    ]);
    expect(faults({ kind: 'shop' })).toEqual([]);
  });

  test.each([
    ['no list', 'x', 'not-rows'],
    ['a group that is no list', { 0: ali }, 'not-rows'],
    ['a list of texts', ['x'], 'not-rows'],
    ['a list of lists', [[]], 'not-rows'],
    ['more rows than are accepted', Array(51).fill(ali), 'too-many-rows'],
  ])('refuse %s with one clear error', (_what, sent, code) => {
    expect(faults({ kind: 'shop', employees: sent })).toEqual([`employees: ${code}`]);
  });

  test('are asked for where they must be, and as many as must be', () => {
    const strict = form('required: true, min: 2,');
    expect(faults({ kind: 'shop' }, strict)).toEqual(['employees: required-rows']);
    expect(faults({ kind: 'shop', employees: [] }, strict)).toEqual(['employees: required-rows']);
    expect(faults({ kind: 'shop', employees: [ali] }, strict)).toEqual(['employees: too-few-rows']);
    expect(faults({ kind: 'shop', employees: [ali, ali] }, strict)).toEqual([]);
  });

  test('are checked as a whole', () => {
    const checked = form(`check: { one: "employees.filter(e, e.result == 'positive').size() <= 1" },`);
    const ill = { full_name: 'x', result: 'positive' };
    expect(faults({ kind: 'shop', plan: 'x', employees: [ill, ali] }, checked)).toEqual([]);
    expect(faults({ kind: 'shop', plan: 'x', employees: [ill, ill] }, checked)).toEqual(['employees: one']);
  });

  test('can be looked at one by one, and for answers that are missing', () => {
    const first = form(
      `check: { first: "at(employees.map(e, e.result), 0, 'negative') == 'negative'", dated: "employees.all(e, has(e.at) || e.result == 'negative')" },`,
      ', { name: at, type: datetime }',
    );
    expect(faults({ kind: 'shop', employees: [ali] }, first)).toEqual([]);
    expect(faults({ kind: 'shop', plan: 'x', employees: [{ full_name: 'x', result: 'positive' }] }, first)).toEqual([
      'employees: first',
    ]);
    const second = { full_name: 'x', result: 'positive' };
    expect(faults({ kind: 'shop', plan: 'x', employees: [ali, second] }, first)).toEqual(['employees: dated']);
  });

  test('ten thousand of them are read in no time that grows with their square, right or wrong', () => {
    const many = form('max: 10000,');
    const rows = Array.from({ length: 10_000 }, (_none, index) => ({ ...ali, full_name: `علي ${index}` }));
    const started = performance.now();
    expect(read({ kind: 'shop', employees: rows }, many).errors).toEqual([]);
    expect(faults({ kind: 'shop', employees: rows.map(() => ({})) }, many)).toHaveLength(100);
    expect(faults({ kind: 'shop', employees: [...rows, ali] }, many)).toEqual(['employees: too-many-rows']);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('come back from the inputs of a page as they were, a row without anything typed being none', () => {
    const { answers } = read({
      kind: 'factory',
      employees: [ali, { full_name: 'x', result: 'positive', remark: 'y' }],
      plan: 'p',
    });
    const rows = answers['employees'] as never;
    const inputs = behaviourOf(field).toInputs(rows, field, world);
    expect(inputs).toMatchObject({ 'employees.0.full_name': 'علي', 'employees.1.remark': 'y' });
    expect(sentOf([field], inputs, world)).toEqual({ employees: rows });
    expect(sentOf([field], { 'employees.0.full_name': '', 'employees.0.result': ' ' }, world)).toEqual({});
    expect(sentOf([field], { 'employees.1.full_name': 'x' }, world)).toEqual({
      employees: [null, { full_name: 'x' }],
    });
  });

  test('are said in a line, and described to those who send them', () => {
    const { answers } = read({ kind: 'shop', employees: [ali, ali] });
    expect(behaviourOf(field).say(answers['employees'] as never, field, 'fr', world)).toBe(
      'علي, fields.employees.fields.result.options.negative fr; علي, fields.employees.fields.result.options.negative fr',
    );
    expect(behaviourOf(field).jsonSchema(field, 'en')).toMatchObject({
      type: 'array',
      maxItems: 50,
      items: { required: ['full_name', 'result'], properties: { full_name: { type: 'string', maxLength: 20 } } },
    });
  });

  test('of an unanswered form are an empty list in expressions', () => {
    expect(expressionValues([field], {})).toEqual({ employees: [] });
  });
});

describe('a declaration of rows', () => {
  const kind = '{ name: kind, type: choice, options: [factory, shop] }';
  test.each([
    [
      'rows within rows',
      [employees('', ', { name: more, type: rows, fields: [{ name: a, type: text }] }')],
      'rows within rows',
    ],
    ['a name that the form has', [kind, employees('', ', { name: kind, type: text }')], 'already a field "kind"'],
    [
      'a name that the form has later',
      [employees('', ', { name: late, type: text }'), '{ name: late, type: text }'],
      'already a field "late" around',
    ],
    [
      'a column that is not there',
      [kind, employees(), `{ name: x, type: text, show: "employees.exists(e, e.reslt == 'a')" }`],
      'reslt',
    ],
    [
      'a later answer',
      [employees('', `, { name: x, type: text, show: "late == ''" }`), '{ name: late, type: text }'],
      'not asked before',
    ],
    [
      'its own list',
      [kind, employees('', ', { name: x, type: text, show: "size(employees) > 1" }')],
      'not asked before',
    ],
    ['more at least than at most', [kind, employees('min: 3, max: 2,')], 'at least 3 rows'],
    ['a million rows', [kind, employees('max: 1000000,')], '10000'],
    [
      'personal answers in rows that are not',
      [employees('', ', { name: x, type: text, protect: personal }')],
      'say "protect: personal" on the rows',
    ],
    ['nothing to answer', ['{ name: x, type: rows, fields: [{ name: y, type: note }] }'], 'nothing is asked in a row'],
    ['no fields', ['{ name: x, type: rows }'], 'fields'],
    ['fields that are none', ['{ name: x, type: rows, fields: [7, { name: 3 }] }'], '"type" is missing'],
  ])('is refused for %s', (_what, fields, words) => {
    const found = faultsOfForm(fields);
    expect(
      found.some((fault) => fault.includes(words) && /^service\.yaml:\d+: /.test(fault)),
      found.join('\n'),
    ).toBe(true);
  });
});
