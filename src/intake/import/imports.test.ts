import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { actor, begin, engine, now, parts, readAll, service, take } from '../../../test/world/trial-imports.ts';
import { Problem } from '../../base/problem.ts';
import { referenceOf } from '../../events/reference.ts';
import { cancelImport, findHead, getImport, mappingFor, readWrongRows, type WrongRow } from './imports.ts';
import type { ImportRow, Repeats } from './import-queries.ts';

const wrongRows = async (row: ImportRow): Promise<readonly WrongRow[]> => {
  const all: WrongRow[] = [];
  for await (const rows of readWrongRows(parts, row.id)) all.push(...rows);
  return all;
};
const play = async (text: string | Buffer, repeats: Repeats = 'skip') => {
  const row = await take(text);
  await begin(row, repeats);
  await readAll();
  return now(row);
};
/** As whoever owns the database sees it. */
const rowsOf = async <Row extends object>(text: string, values: unknown[] = []): Promise<readonly Row[]> =>
  (await engine.owner.pool.query<Row>(text, values)).rows;
const records = async () => (await rowsOf<{ n: number }>('select count(*) as n from record'))[0]?.n ?? 0;

const heading = 'full_name,phone,town,result,tested_on,taken_at,urgent,dose';
const lines = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_none, index) => `Person ${index + from},03 ${String(100_000 + from + index)},,negative,,,,`,
  );
const file = (...rows: readonly string[]) => `${[heading, ...rows].join('\n')}\n`;

describe('rows become records', () => {
  test('each is a submission like any other, and what is wrong with others is told', async () => {
    const before = await records();
    const row = await play(
      file(
        'ليلى حدّاد,70 123 456,Saida,positive,12/3/2026,12/03/2026 14:30,نعم,"1,5"',
        'No phone,,LB-JA-SAI-001,positive,,,,',
        'Wrong day,03 123 457,,negative,31/2/2026,,,',
        'Tomorrow,03 123 458,,negative,2030-01-01,,maybe,',
      ),
    );
    expect(row).toMatchObject({ status: 'done', rows_read: 4, made: 1, wrong: 3, repeated: 0, last_row: 5, share: 1 });
    expect(await records()).toBe(before + 1);
    const [made] = await rowsOf<{ data: object; channel: string; locale: string }>(
      'select data, channel, locale from record order by id desc limit 1',
    );
    expect(made).toMatchObject({
      channel: 'import',
      locale: 'fr',
      data: {
        full_name: 'ليلى حدّاد',
        phone: '+96170123456',
        town: 'LB-JA-SAI-001',
        tested_on: '2026-03-12',
        taken_at: '2026-03-12T12:30:00.000Z',
        urgent: true,
        dose: 1.5,
      },
    });
    const [event] = await rowsOf<{ actor: object }>('select actor from event order by seq desc limit 1');
    expect(event?.actor).toEqual(actor);
    expect(
      (await wrongRows(row)).map(({ number, errors }) => [number, errors.map(({ path, code }) => `${path} ${code}`)]),
    ).toEqual([
      [3, ['phone required']],
      [4, ['tested_on not-a-date']],
      [5, ['tested_on in-the-future', 'urgent not-yes-or-no']],
    ]);
  });

  test('nothing of what the file said stays readable, and the file is gone when it has been read', async () => {
    const row = await take(file('Very secret name,03 200 000,,positive,,,,', 'Another secret,,,,,,,'));
    const kept = async () =>
      JSON.stringify(
        await rowsOf('select * from import_file join import_chunk on import_id = id where id = $1', [row.id]),
      );
    const all = await kept();
    expect(all).toContain(row.id);
    expect(Buffer.from(all).includes('secret')).toBe(false);
    const [chunk] = await rowsOf<{ content: Buffer }>('select content from import_chunk where import_id = $1', [
      row.id,
    ]);
    expect(chunk?.content.includes('secret')).toBe(false);
    await begin(row);
    await readAll();
    expect(await rowsOf('select 1 from import_chunk where import_id = $1', [row.id])).toEqual([]);
    expect((await now(row)).head).toBeNull();
    const [wrong] = await rowsOf<{ content: Buffer }>(
      'select content from import_wrong_row where import_id = $1 order by number desc',
      [row.id],
    );
    expect(wrong?.content.includes('secret')).toBe(false);
    expect((await wrongRows(row))[0]?.cells[0]).toBe('Another secret');
  });
});

describe('nothing is doubled', () => {
  test('the same file twice, and rows that say the same', async () => {
    const text = file(...lines(300, 1_000), ...lines(1, 1_000), ...lines(2, 1_000));
    const first = await play(text);
    expect(first).toMatchObject({ made: 300, repeated: 3, wrong: 0 });
    const before = await records();
    expect(await play(text)).toMatchObject({ made: 0, repeated: 303 });
    expect(await records()).toBe(before);
  });

  test('the whole file again with the wrong rows put right gives only those', async () => {
    await play(file(...lines(5, 2_000), 'Without,,,negative,,,,'));
    expect(await play(file(...lines(5, 2_000), 'Without,03 222 222,,negative,,,,'))).toMatchObject({
      made: 1,
      repeated: 5,
    });
  });

  test('rows that say the same are records of their own where the sender says so; the same file then still doubles nothing', async () => {
    const text = file(...lines(1, 3_000), ...lines(1, 3_000), ...lines(1, 3_000));
    expect(await play(text, 'take')).toMatchObject({ made: 3, repeated: 0 });
    expect(await play(text, 'take')).toMatchObject({ made: 0, repeated: 3 });
  });

  test('another institution may say the same', async () => {
    const text = file(...lines(1, 3_500));
    await play(text);
    const other = { ...actor, institution: 'lab' };
    const row = await take(text, other);
    await begin(row);
    await readAll();
    expect(await now(row)).toMatchObject({ made: 1, repeated: 0 });
  });
});

describe('columns', () => {
  const headings = async (row: ImportRow) => mappingFor(parts, service(), row, (await findHead(parts, row))!);

  test('are known by name or by label in any language, below a title, whatever their order', async () => {
    const row = await take('Résultats du jour;;;\n\nPHONE;form.full name fr;nonsense;result\n03 1;x;y;z\n');
    const labels = service().fields.get('full_name')!.label;
    const other = await take(`${labels.ar};${labels.fr}\na;b\n`);
    expect((await findHead(parts, row))!.row).toBe(3);
    expect((await headings(row)).at(0)).toBe('phone');
    expect((await headings(row)).at(3)).toBe('result');
    expect(await headings(other)).toEqual(['full_name', null]);
  });

  test('are remembered per sender', async () => {
    const text = 'Who,Number,Outcome,Notes\nLeila,03 610 000,negative,x\n';
    const row = await take(text);
    expect(await headings(row)).toEqual([null, null, null, null]);
    await begin(row, 'skip', ['full_name', 'phone', 'result', null]);
    expect(await headings(await take(text))).toEqual(['full_name', 'phone', 'result', null]);
    expect(await headings(await take(text, { ...actor, account: randomUUID() }))).toEqual([null, null, null, null]);
    await readAll();
  });

  test('that are lacking, double or no question at all start nothing', async () => {
    const row = await take(file('a,b,,,,,,'));
    for (const mapping of [
      ['full_name'],
      ['full_name', 'full_name', 'phone', 'result'],
      ['__proto__', 'full_name', 'phone', 'result'],
    ])
      await expect(begin(row, 'skip', mapping)).rejects.toBeInstanceOf(Problem);
    expect((await now(row)).status).toBe('waiting');
    await cancelImport(parts.database, row.id);
  });
});

test('places are found in any spelling; what may be several is told with the candidates', async () => {
  const row = await play(
    file(
      'A,03 620 001,صيدا,negative,,,,',
      'B,03 620 002,Saïda,negative,,,,',
      'C,03 620 003,Sayda,negative,,,,',
      'D,03 620 004,Beit,negative,,,,',
      'F,03 620 006,Sour,negative,,,,',
      'G,03 620 007,"Beit Mery, Metn",negative,,,,',
      'E,03 620 005,Nowhereville,negative,,,,',
    ),
  );
  expect(row).toMatchObject({ made: 5, wrong: 2 });
  const towns = await rowsOf<{ town: string }>(`select data ->> 'town' as town from record order by id desc limit 5`);
  expect(new Set(towns.map(({ town }) => town))).toEqual(new Set(['LB-JA-SAI-001', 'LB-JA-SOU-001', 'LB-JL-MET-012']));
  const wrong = await wrongRows(row);
  expect(wrong.map(({ errors }) => errors[0]?.code)).toEqual(['several-places', 'no-such-place']);
  expect(wrong[0]?.errors[0]?.message['en']).toMatch(/\[LB-/);
});

test('numbers that a spreadsheet shortened are told', async () => {
  const row = await play(file('A,9.61712E+10,,negative,,,,'));
  expect((await wrongRows(row))[0]?.errors[0]?.code).toBe('digits-lost');
});

test('somebody else has no such import, and nobody one of another name', async () => {
  const row = await take(file(...lines(1, 60_000)));
  await expect(getImport(parts.database, row.id, randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  await expect(getImport(parts.database, "x' or true --", actor.account)).rejects.toMatchObject({ code: 'not-found' });
  await cancelImport(parts.database, row.id);
});

test('what is no table is refused and not kept', async () => {
  await expect(take(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toMatchObject({ code: 'old-or-locked' });
  await expect(take('')).rejects.toMatchObject({ code: 'empty' });
  await expect(take('only,headings\n')).rejects.toMatchObject({ code: 'empty' });
  expect(await rowsOf(`select 1 from import_chunk join import_file on import_id = id where status = 'failed'`)).toEqual(
    [],
  );
});

test('an entry of a register is named by what is shown of it, in any spelling; where several bear the name they are listed', async () => {
  const published = parts.catalogue.find('lab')!;
  const references: string[] = [];
  for (const [title, quarter] of [
    ['مختبر الأرزة', 'north'],
    ['مختبر الميناء', 'north'],
    ['مختبر الميناء', 'south'],
  ]) {
    const sent = { title, quarter };
    const { recordId } = await engine.intake.submit({
      published,
      key: randomUUID(),
      sent,
      channel: 'api',
      locale: 'ar',
    });
    references.push(referenceOf('L', recordId));
  }
  const named = ['مختبر ارزه', 'مختبر الميناء', '"مختبر الميناء، south"', references[1], 'مختبر'];
  const row = await play(
    `full_name,phone,result,lab\n${named.map((name, index) => `P ${index},03 55544${index},negative,${name}`).join('\n')}\n`,
  );
  expect(row).toMatchObject({ made: 3, wrong: 2 });
  const made = await rowsOf<{ lab: string }>(`select data ->> 'lab' as lab from record order by id desc limit 3`);
  expect(made.map(({ lab }) => lab).toReversed()).toEqual([references[0], references[2], references[1]]);
  const [several, none] = (await wrongRows(row)).map(({ errors }) => errors[0]);
  expect(several).toMatchObject({ path: 'lab', code: 'several-records' });
  for (const reference of references.slice(1)) expect(several?.message.fr).toContain(reference);
  expect(none).toMatchObject({ path: 'lab', code: 'no-such-record' });
});
