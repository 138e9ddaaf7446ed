import { describe, expect, test } from 'vitest';
import { begin, engine, now, parts, readAll, take, takeRight } from '../../../test/world/trial-imports.ts';
import { Problem } from '../../base/problem.ts';
import { cancelImport } from './imports.ts';
import { createImports, type RunParts } from './run-imports.ts';

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

describe('it is stopped and goes on', () => {
  /** Ends at the n-th batch as a power cut does: the transaction under way is lost. */
  const cutAt = (count: number): RunParts => {
    let batches = 0;
    return {
      ...parts,
      intake: {
        ...engine.intake,
        write: (judged, also, turn) =>
          engine.intake.write(
            judged,
            async (transaction, outcomes) => {
              await also(transaction, outcomes);
              batches += 1;
              if (batches === count) throw new Problem('overloaded');
            },
            turn,
          ),
      },
    };
  };

  test('where the power went away', async () => {
    const before = await records();
    const row = await take(file(...lines(1_100, 10_000)));
    await begin(row);
    await expect(createImports(cutAt(3)).readNext()).rejects.toMatchObject({ code: 'overloaded' });
    const halfway = await now(row);
    expect(halfway.status).toBe('running');
    expect(halfway.last_row).toBeGreaterThan(200);
    expect(halfway.last_row).toBeLessThan(1_000);
    await rowsOf(`update import_file set claimed_until = now() - interval '1 second'`);
    await readAll();
    expect(await now(row)).toMatchObject({ status: 'done', last_row: 1_101 });
    expect(await records()).toBe(before + 1_100);
  });

  test('where the program is asked to stop', async () => {
    const row = await take(file(...lines(900, 20_000)));
    await begin(row);
    const imports: ReturnType<typeof createImports> = createImports({
      ...parts,
      mayStill: () => {
        imports.stop();
        return Promise.resolve(true);
      },
    });
    expect(await imports.readNext()).toBe(true);
    expect((await now(row)).last_row).toBeLessThan(901);
    await readAll();
    expect(await now(row)).toMatchObject({ status: 'done', made: 900, repeated: 0 });
  });

  test('two programs do not read the same file', async () => {
    const row = await take(file(...lines(700, 30_000)));
    await begin(row);
    await Promise.all([readAll(), readAll(), readAll()]);
    expect(await now(row)).toMatchObject({ status: 'done', made: 700, repeated: 0, wrong: 0 });
  });

  test('where its sender cancels: what was made stays, nothing more is', async () => {
    const row = await take(file(...lines(2_000, 40_000)));
    await begin(row);
    let batches = 0;
    await createImports({
      ...parts,
      intake: {
        ...engine.intake,
        write: async (judged, also, turn) => {
          batches += 1;
          if (batches === 4) await cancelImport(parts.database, row.id);
          return engine.intake.write(judged, also, turn);
        },
      },
    }).readNext();
    const after = await now(row);
    expect(after.status).toBe('cancelled');
    expect(after.made).toBe(after.last_row - 1);
    expect(after.made).toBeLessThan(1_000);
  });

  test('where its sender may no more', async () => {
    const row = await take(file(...lines(3, 50_000)));
    await begin(row);
    takeRight();
    const before = await records();
    await readAll();
    expect(await now(row)).toMatchObject({ status: 'failed', fault: { code: 'not-allowed' }, made: 0 });
    expect(await records()).toBe(before);
  });
});
