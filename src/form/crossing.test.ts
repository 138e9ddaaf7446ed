import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formOf, withTexts } from '../../test/world/declared.ts';
import { edited, inTexts, permitDeclaration, plateRenamed } from '../../test/world/versions.ts';
import { checkSuccessor } from '../definition/check-successor.ts';
import { compileService, type ServiceFiles } from '../definition/compile-service.ts';
import { crossAnswers, crossInputs, crossingBetween, formChanges } from './crossing.ts';

const compile = (files: ServiceFiles, digest: string) => compileService(files, digest, 'Asia/Beirut');
/** Travel and work became one reason, and nobody asks for the plate any more. */
const merged = edited(
  plateRenamed(),
  ['service.yaml', 'options: [medical, food, work, travel,', 'options: [medical, food, away,'],
  [
    'service.yaml',
    'reads: { renamed: { plate: car } }',
    'reads: { dropped: [car], options: { reason: { work: away, travel: away } } }',
  ],
  ['service.yaml', /\n.*name: car,.*/, ''],
  ['service.yaml', 'full_name, car,', 'full_name,'],
  ...inTexts(/^  car:.*\n/m, ''),
  ...inTexts(/^( +)work: .*\n( +)travel: .*$/m, '      away: away'),
);
const versions = new Map([
  [1, compile(permitDeclaration, '1')],
  [2, compile(plateRenamed(), '2')],
  [3, compile(merged, '3')],
]);
const after = new Map([
  [1, undefined],
  [2, 1],
  [3, 2],
]);
const crossing = (from: number, to: number) => crossingBetween(from, to, after, async (id) => versions.get(id)!);

describe('answers given under one version', () => {
  test('read under the next one as it says', async () => {
    expect(crossAnswers(await crossing(1, 2), { plate: 'B 1', reason: 'work' })).toEqual({
      car: 'B 1',
      reason: 'work',
    });
    expect(crossAnswers(await crossing(1, 3), { plate: 'B 1', reason: 'work' })).toEqual({ reason: 'away' });
  });

  test('read under an earlier one, where that can be said', async () => {
    expect(crossAnswers(await crossing(2, 1), { car: 'B 1' })).toEqual({ plate: 'B 1' });
    // Two options became one: which it was nobody knows.
    expect(crossAnswers(await crossing(3, 1), { reason: 'away' })).toEqual({ reason: 'away' });
  });

  test('under the same version are what they are', async () => {
    expect(crossAnswers(await crossing(2, 2), { car: 'B 1' })).toEqual({ car: 'B 1' });
  });
});

describe('a question with a box for each option', () => {
  const boxes = (options: string, reads = '') =>
    compile(
      edited(
        permitDeclaration,
        ['service.yaml', '{ name: plate, type: text, max: 20,', `{ name: plate, type: choices, options: [${options}],`],
        ['service.yaml', 'claims: [full_name, plate,', 'claims: [full_name,'],
        ['service.yaml', /^states:/m, `${reads}\n\nstates:`],
        ...inTexts(
          /^  plate:.*$/m,
          `  plate: { label: With, options: { ${options
            .split(', ')
            .map((each) => `${each}: ${each}`)
            .join(', ')} } }`,
        ),
      ),
      options,
    );
  const both = new Map([
    [1, boxes('bus, tram, train')],
    [2, boxes('bus, rail', 'reads: { options: { plate: { tram: rail } } }')],
  ]);
  const across = () =>
    crossingBetween(
      1,
      2,
      new Map([
        [1, undefined],
        [2, 1],
      ]),
      async (id) => both.get(id)!,
    );

  test('keeps what was ticked under its new name, and asks again where an option is gone', async () => {
    const crossing = await across();
    const inputs = crossInputs(crossing, { 'plate.is.bus': '1', 'plate.is.tram': '1' });
    expect(inputs).toEqual({ 'plate.is.bus': '1', 'plate.is.rail': '1' });
    expect(formChanges(crossing, inputs).toChooseAgain).toEqual([]);
    const gone = crossInputs(crossing, { 'plate.is.train': '1' });
    expect(formChanges(crossing, gone).toChooseAgain.map(({ name }) => name)).toEqual(['plate']);
  });
});

describe('a form that is being filled in when a new version comes', () => {
  test('keeps what was typed, also what is no longer asked', async () => {
    const typed = { plate: 'B 1', reason: 'travel', leave_at_date: '2026-11-22' };
    expect(crossInputs(await crossing(1, 3), typed)).toEqual({
      car: 'B 1',
      reason: 'away',
      leave_at_date: '2026-11-22',
    });
    expect(crossInputs(await crossing(1, 2), {})).toEqual({});
  });

  test('is said to have changed where it concerns what was answered', async () => {
    const changes = formChanges(await crossing(1, 3), { car: 'B 1', reason: 'away' });
    expect(changes.gone.map(({ name }) => name)).toEqual(['plate']);
    expect(changes.toChooseAgain).toEqual([]);
    expect(changes.added).toEqual([]);
    expect(formChanges(await crossing(1, 3), { reason: 'moon' }).toChooseAgain.map(({ name }) => name)).toEqual([
      'reason',
    ]);
    expect(formChanges(await crossing(1, 2), { car: 'B 1' })).toEqual({
      gone: [],
      toChooseAgain: [],
      added: [],
      toAnswerAgain: [],
    });
    expect(formChanges(await crossing(3, 1), {}).added.map(({ name }) => name)).toEqual(['plate']);
  });
});

describe('what stands within rows', () => {
  const people = (rows: string, reads = '') => compile(withTexts(rowsDeclaration(rows, reads)), rows);
  const then = people('people: [name, position, { result: [negative, positive] }, tested_on]');
  const now = people(
    'staff: [name, { outcome: [clear, positive] }, tested_on, town]',
    `reads:
  renamed: { people: staff, people.result: outcome }
  options: { staff.outcome: { negative: clear } }
  dropped: [people.position]
  retyped: [staff.tested_on]`,
  );
  const between = (from: number, to: number) =>
    crossingBetween(
      from,
      to,
      new Map([
        [1, undefined],
        [2, 1],
      ]),
      async (id) => (id === 1 ? then : now),
    );

  test('is read under the next version and back', async () => {
    const rows = [
      { name: 'A', position: 'cook', result: 'negative', tested_on: 'x' },
      { name: 'B', result: 'positive' },
    ];
    const crossed = crossAnswers(await between(1, 2), { people: rows });
    expect(crossed).toEqual({
      staff: [
        { name: 'A', outcome: 'clear' },
        { name: 'B', outcome: 'positive' },
      ],
    });
    expect(crossAnswers(await between(2, 1), crossed)).toEqual({
      people: [
        { name: 'A', result: 'negative' },
        { name: 'B', result: 'positive' },
      ],
    });
  });

  test('is read in a draft as it was typed', async () => {
    const typed = { 'people.0.name': 'A', 'people.0.result': 'negative', 'people.1.result': 'positive', other: 'x' };
    expect(crossInputs(await between(1, 2), typed)).toEqual({
      'staff.0.name': 'A',
      'staff.0.outcome': 'clear',
      'staff.1.outcome': 'positive',
      other: 'x',
    });
  });

  test('is asked about before it is published', () => {
    const silent = people('people: [name, { result: [clear, positive] }, tested_on]');
    const { warnings } = checkSuccessor(then, silent, '{}');
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'asks for "people.position", this one does not: write under "reads" either renamed: { people.position',
      ),
      expect.stringContaining('"people.result" no longer offers "negative"'),
    ]);
    expect(checkSuccessor(then, now, '{}')).toEqual({ refusals: [], warnings: [] });
  });

  test('must exist', () => {
    expect(() => people('people: [name]', 'reads: { renamed: { people.nom: nmae } }')).toThrow('no field "nmae"');
    expect(() => people('people: [name]', 'reads: { dropped: [persons.nom] }')).toThrow('is in no rows of the form');
  });
});

/** A service that asks for rows: `rows: [column, { choice: [options] }]`. */
const rowsDeclaration = (rows: string, reads: string): string => {
  const [[name, columns] = ['', []]] = Object.entries(
    parse(rows) as Record<string, readonly (string | Record<string, readonly string[]>)[]>,
  );
  const fields = columns.map((column) =>
    typeof column === 'string'
      ? `{ name: ${column}, type: text }`
      : Object.entries(column).map(
          ([choice, options]) => `{ name: ${choice}, type: choice, options: [${options.join(', ')}] }`,
        )[0],
  );
  return `${formOf([`{ name: ${name}, type: rows, max: 9, fields: [${fields.join(', ')}] }`])}${reads}\n`;
};
