import pg from 'pg';
import { readReference } from '../src/events/reference.ts';
import { generate } from './generate.ts';
import type { Figures } from './measure.ts';
import { startBenchProgram } from './program.ts';
import { report, row, tableHead } from './report.ts';

const seconds = 8;
const rounds = 3;

const median = (all: readonly Figures[]): Figures =>
  all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)] as Figures;

/** Until the compiler of Node has seen enough of the program, whose speed doubles meanwhile. Seconds. */
const warmUp = 12;

const forms = {
  statement: 'ceiling: record + event in one statement, driver only',
  transaction: 'ceiling: begin, record, event, commit, driver only',
} as const;

/**
 * Permits that are decided, signed and durable over HTTP, against the ceiling: one transaction per submission (record and
 * event) straight through the driver, in the same run on the same database, in both ways in which that can be written.
 * They take turns, so that a machine whose speed drifts treats them alike; medians are reported.
 */
export const benchIntake = async (): Promise<void> => {
  const program = await startBenchProgram();
  const lines = [...tableHead(' ours of it |', ' ---: |')];
  const acknowledged: string[] = [];
  try {
    await generate({ kind: 'permits', port: program.port, connections: 64, seconds: warmUp });
    for (const connections of [1, 16, 64]) {
      const permits: Figures[] = [];
      const ceilings = { statement: [] as Figures[], transaction: [] as Figures[] };
      for (let round = 0; round < rounds; round++) {
        const { figures, references } = await generate({ kind: 'permits', port: program.port, connections, seconds });
        permits.push(figures);
        acknowledged.push(...references);
        for (const form of ['statement', 'transaction'] as const) {
          ceilings[form].push(
            (await generate({ kind: 'ceiling', form, login: program.login, connections, seconds })).figures,
          );
        }
      }
      lines.push(row('permit over HTTP: decided, signed, durable', median(permits), ' |'));
      for (const form of ['statement', 'transaction'] as const) {
        lines.push(
          row(
            forms[form],
            median(ceilings[form]),
            ` ${(median(permits).perSecond / median(ceilings[form]).perSecond).toFixed(2)} |`,
          ),
        );
      }
    }
    const missing = await countMissing(program.login, acknowledged);
    lines.push(
      '',
      `${acknowledged.length.toLocaleString('en')} acknowledged references looked up in the database afterwards: ${missing} missing.`,
    );
    if (missing > 0) process.exitCode = 1;
  } finally {
    await program.stop();
  }
  report('intake', lines);
};

const countMissing = async (login: pg.ClientConfig, references: readonly string[]): Promise<number> => {
  const client = new pg.Client(login);
  await client.connect();
  const { rows } = await client.query<{ missing: number }>(
    `select count(*) filter (where record.id is null)::int as missing
     from unnest($1::bigint[]) as acknowledged(id) left join record on record.id = acknowledged.id and record.state = 'approved'`,
    [references.map((reference) => readReference(reference)?.id ?? -1)],
  );
  await client.end();
  return rows[0]?.missing ?? references.length;
};
