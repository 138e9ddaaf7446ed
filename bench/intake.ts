import pg from 'pg';
import { readReference } from '../src/events/reference.ts';
import { generate } from './generate.ts';
import type { Figures } from './measure.ts';
import { startBenchProgram } from './program.ts';
import { report, row, tableHead } from './report.ts';

const seconds = 3;
const rounds = 1;

const median = (all: readonly Figures[]): Figures => all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)] as Figures;

/**
 * Permits that are decided, signed and durable over HTTP, against the ceiling: one transaction per submission (record and
 * event) straight through the driver, in the same run on the same database. The two take turns, so that a machine whose
 * speed drifts treats them alike; medians are reported.
 */
export const benchIntake = async (): Promise<void> => {
  const program = await startBenchProgram();
  const lines = [...tableHead(' of ceiling |', ' ---: |')];
  const acknowledged: string[] = [];
  try {
    await generate({ kind: 'permits', port: program.port, connections: 64, seconds: 4 });
    for (const connections of [1, 16, 64]) {
      const permits: Figures[] = [];
      const ceilings: Figures[] = [];
      for (let round = 0; round < rounds; round++) {
        const { figures, references } = await generate({ kind: 'permits', port: program.port, connections, seconds });
        permits.push(figures);
        acknowledged.push(...references);
        ceilings.push((await generate({ kind: 'ceiling', login: program.login, connections, seconds })).figures);
      }
      const ratio = median(permits).perSecond / median(ceilings).perSecond;
      lines.push(row('ceiling: record + event, driver only', median(ceilings), ' 1.00 |'), row('permit over HTTP: decided, signed, durable', median(permits), ` ${ratio.toFixed(2)} |`));
    }
    const missing = await countMissing(program.login, acknowledged);
    lines.push('', `${acknowledged.length.toLocaleString('en')} acknowledged references looked up in the database afterwards: ${missing} missing.`);
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
