import { describe, expect, test } from 'vitest';
import { places, institutions } from '../../../test/world/random-form.ts';
import { declareForm } from '../../../test/world/declared.ts';
import { lebanon, noon, worldAt } from '../../../test/world/service.ts';
import type { FieldOf } from '../../definition/service.ts';
import { sentOf } from '../../form/read-form.ts';
import { validate } from '../../form/validate.ts';
import { createFindByName } from '../../intake/import/find-by-name.ts';
import { createTerritory } from '../../territory/territory.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { takeTables } from './take-tables.ts';
import { readTyped } from './typed.ts';

const world = worldAt(noon);
const territory = createTerritory(places, institutions);
const tools: FieldTools = { locale: 'en', world, territory, calendar: lebanon };
const parts = {
  engine: { referred: {} },
  cellWorld: () => ({ world, findByName: createFindByName(territory) }),
} as unknown as Parts;
const columns = [
  '{ name: full_name, type: text, required: true, max: 40 }',
  '{ name: job, type: text, max: 40 }',
  '{ name: result, type: choice, options: [negative, positive], required: true }',
  '{ name: tested_on, type: date, max: today, required: true }',
  '{ name: sheet, type: files }',
];
const service = declareForm([`{ name: people, type: rows, required: true, max: 40, fields: [${columns.join(', ')}] }`]);
const field = service.fields.get('people') as FieldOf<'rows'>;
const fields = [field];

/** What the page holds after the box was sent, with what was on it before. */
const send = async (pasted: string, more: Readonly<Record<string, string>> = {}) => {
  const sent = { 'people.table': pasted, 'people.take': '1', ...more };
  const { body, problems } = await takeTables(parts, {} as Request, fields, sent, tools);
  const { inputs, wantsMore } = readTyped(fields, body, tools);
  return {
    inputs,
    wantsMore,
    rows: validate(fields, sentOf(fields, inputs, world), world).answers['people'] as readonly unknown[] | undefined,
    box: inputs['people.table'],
    said: inputs['people.said'],
    problems: problems.map(({ name, message }) => `${name}: ${message}`),
  };
};
const ali = { full_name: 'علي حمود', job: 'سائق', result: 'negative', tested_on: '2026-03-09' };
const rana = { full_name: 'Rana Bizri', result: 'positive', tested_on: '2026-03-10' };
const rowInputs = (inputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => /^people\.\d/.test(name)));

describe('a table pasted into a question of rows', () => {
  test.each([
    [
      'copied cells under headings',
      'full_name\tjob\tresult\ttested_on\nعلي حمود\tسائق\tnegative\t٩/٣/٢٠٢٦\nRana Bizri\t\tPositive\t2026-03-10\n',
    ],
    [
      'copied cells in the order of the questions',
      'علي حمود\tسائق\tnegative\t9/3/2026\r\nRana Bizri\t\tpositive\t10/03/2026',
    ],
    ['text with semicolons', 'علي حمود;سائق;negative;9/3/2026\nRana Bizri;;positive;2026-03-10'],
    [
      'columns in another order, one of them numbering',
      'No,tested_on,result,full_name,job\n1,9/3/2026,negative,علي حمود,سائق\n2,10/3/2026,positive,Rana Bizri,',
    ],
    [
      'headings that say more',
      'full_name (x)\tjob\tresult (negative / positive)\ttested_on (day/month/year)\nعلي حمود\tسائق\tnegative\t9/3/2026\nRana Bizri\t\tpositive\t10/3/2026',
    ],
  ])('%s', async (_what, text) => {
    const { rows, problems, box, said, wantsMore } = await send(text);
    expect(rows).toEqual([ali, rana]);
    expect({ problems, box, said, wantsMore }).toEqual({ problems: [], box: '', said: '2 0 0 0\n', wantsMore: true });
  });

  test('gives the rows that are right, and keeps the others with what is wrong with each', async () => {
    const head = 'full_name\tjob\tresult\ttested_on';
    const { rows, problems, box, said } = await send(
      [head, 'علي حمود\tسائق\tnegative\t9/3/2026', 'Hani\t"a\tb"\tperhaps\t31/2/2026', '\t\tpositive\t9/3/2026'].join(
        '\n',
      ),
    );
    expect(rows).toEqual([ali]);
    expect(said).toBe('1 0 0 2\n');
    expect(box).toBe([head, 'Hani\t"a\tb"\tperhaps\t31/2/2026', '\t\tpositive\t9/3/2026'].join('\n'));
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^people\.table: 2 rows/);
    expect(problems[1]).toMatch(/^people\.table\.0: Line 2 of the box \(Hani\): .+ • .+/);
    const again = await send(
      box!.replace('perhaps', 'positive').replace('31/2', '1/3').replace('\n\t', '\nOmar\t'),
      rowInputs((await send(`${head}\nعلي حمود\tسائق\tnegative\t9/3/2026`)).inputs),
    );
    expect(again.rows).toHaveLength(3);
    expect(again.box).toBe('');
  });

  test('is recognised when it comes again, as far as it was there', async () => {
    const text = 'علي حمود;سائق;negative;9/3/2026\nعلي حمود;سائق;negative;9/3/2026';
    const first = await send(text);
    expect(first.rows).toEqual([ali, ali]);
    const second = await send(`${text}\nRana Bizri;;positive;10/3/2026`, rowInputs(first.inputs));
    expect(second.rows).toEqual([ali, ali, rana]);
    expect(second.said).toBe('1 2 0 0\n');
  });

  test('completes rows that lack what it says, and leaves complete ones alone', async () => {
    const names = await send('علي حمود\nعلي حمود\nHani Qasim');
    const { rows, said } = await send(
      'علي حمود;سائق;negative;9/3/2026\nعلي حمود;;positive;9/3/2026\nعلي حمود;;positive;10/3/2026',
      { ...rowInputs(names.inputs), 'people.2.result': 'negative' },
    );
    expect(said).toBe('1 0 2 0\n');
    expect(rows).toHaveLength(4);
    expect(rows?.[0]).toEqual(ali);
    const complete = await send(
      'Hani Qasim;;negative;8/3/2026',
      rowInputs((await send('Hani Qasim;;positive;8/3/2026')).inputs),
    );
    expect(complete.rows).toHaveLength(2);
  });

  test('takes the place of the rows where that is asked for, and of none when nothing in it is right', async () => {
    const before = rowInputs((await send('علي حمود;سائق;negative;9/3/2026')).inputs);
    expect((await send('Rana Bizri;;positive;10/3/2026', { ...before, 'people.replace': '1' })).rows).toEqual([rana]);
    expect((await send('Rana Bizri;;perhaps;10/3/2026', { ...before, 'people.replace': '1' })).rows).toEqual([ali]);
  });

  test('asks in the form what it has no column for', async () => {
    const { inputs, problems } = await send('Rana Bizri\nعلي حمود');
    expect(problems).toEqual([]);
    expect(inputs).toMatchObject({ 'people.0.full_name': 'Rana Bizri', 'people.1.full_name': 'علي حمود' });
  });

  test('leaves in the box what there is no room for', async () => {
    const lines = (from: number) =>
      Array.from({ length: 30 }, (_none, index) => `P${from + index};;negative;9/3/2026`).join('\n');
    const first = await send(lines(0));
    const { rows, box, problems } = await send(lines(30), rowInputs(first.inputs));
    expect(rows).toHaveLength(40);
    expect(box?.split('\n')).toHaveLength(20);
    expect(problems[1]).toContain('40 rows at most');
  });

  test.each([
    ['more rows than are accepted', `${'a;;negative;9/3/2026\n'.repeat(41)}`, /accepted here \(40\)/],
    ['headings only', 'full_name;result', /nothing but headings/],
    ['columns that nobody knows', 'full_name;outcome;day\na;negative;9/3/2026', /outcome, day/],
    ['too few columns without headings', 'a;negative', /there are 2 instead of 4/],
    ['a quotation mark that is left open', '"a;;negative;9/3/2026\nb;;negative;9/3/2026', /quotation mark/],
  ])('%s: nothing is taken, and nothing is lost', async (_what, text, words) => {
    const { rows, box, problems } = await send(text);
    expect(rows).toBeUndefined();
    expect(box?.replaceAll('\t', ';')).toContain(text.trim().split('\n').at(-1));
    expect(problems.join()).toMatch(words);
  });

  test('says which columns it left out', async () => {
    const { rows, said } = await send('full_name;job;shoe size;result;tested_on\nعلي حمود;سائق;43;negative;9/3/2026');
    expect(rows).toEqual([ali]);
    expect(said).toBe('1 0 0 0\nshoe size');
  });

  test('stays in the box, untouched, while another button is pressed, and goes when it is given up', async () => {
    const unsaid = { 'people.take': '', 'people.table': 'Rana;;negative;9/3/2026' };
    const other = await send('', { ...unsaid, 'people.add': '1' });
    expect(other).toMatchObject({ rows: undefined, box: 'Rana;;negative;9/3/2026', problems: [] });
    expect(await send('', { ...unsaid, 'people.drop': '1' })).toMatchObject({ rows: undefined, box: '' });
    expect((await send('', unsaid)).rows).toHaveLength(1);
  });
});
