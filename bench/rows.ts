import pg from 'pg';
import { type Database, openDatabase } from '../src/base/database.ts';
import type { Login } from '../src/base/embedded-postgres.ts';
import { megabytesOf, watchWork } from './processes.ts';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';

const service = 'covid-case';
const laboratory = 'lab@demo.diwan';
const reader = 'surveillance@demo.diwan';
const password = 'diwan-demo-2026';
const headings =
  'full_name,sex,birth_date,identity_number,phone,residence,street,test_type,result,sampled_on,reason,laboratory,laboratory_number';
const names = ['فاطمة السعودي', 'Nathalie Khoury', 'عبد الرحمن حبلي', 'Georges Maalouf', 'ميرا الأسعد'];
const towns = ['Saida', 'صيدا', 'Sayda', 'LB-JA-SAI-001', 'Beirut', 'بيروت', 'Bourj Hammoud', 'الحازمية', 'Hazmiyeh'];
const exported = Number(process.env['EXPORTED'] ?? 1_000_000);

/** Results as a laboratory sends them, of every hundred 84 negative, 14 positive, 2 in doubt; every second with an identity number: invented. */
const fileOf = (rows: number): Blob => {
  const today = new Date().toISOString().slice(0, 10);
  const lines = [headings];
  for (let row = 0; row < rows; row++) {
    const result = row % 100 < 84 ? 'negative' : row % 100 < 98 ? 'positive' : 'inconclusive';
    const identity = row % 2 === 0 ? String(100_000_000_000 + row).slice(0, 12) : '';
    lines.push(
      `${names[row % names.length]},${row % 3 === 0 ? 'female' : 'ذكر'},${1 + (row % 28)}/${1 + (row % 12)}/${1930 + (row % 90)},${identity},03 ${100_000 + (row % 900_000)},${towns[row % towns.length]},شارع الأوقاف,pcr,${result},${today},symptoms,laboratory-qalaa,Q-${row}`,
    );
  }
  return new Blob([lines.join('\n')]);
};

interface Standing {
  readonly id: string;
  readonly status: string;
  readonly rows: { readonly read: number; readonly made: number; readonly wrong: number };
}

const openApi = async (port: number, email: string) => {
  const url = `http://localhost:${port}/api/v1`;
  const answer = await fetch(`${url}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { url, headers: { authorization: `Bearer ${token}` } };
};

interface Side {
  readonly port: number;
  readonly pid: number;
  readonly database: Database;
}

/** How fast, how much work of program and database for a row, and how much memory: before, until a fifth is done, and at most. */
const watch = async ({ pid, database }: Side) => {
  const [start, before] = [performance.now(), megabytesOf(pid)];
  let most = before;
  let fifth: number | undefined;
  const timer = setInterval(() => (most = Math.max(most, megabytesOf(pid))), 100);
  const work = await watchWork(database, pid);
  const atFifth = () => void (fifth ??= most);
  const end = async (rows: number) => {
    clearInterval(timer);
    const seconds = (performance.now() - start) / 1_000;
    const worked = await work();
    const of = (cpu: number) => ((1_000_000 * cpu) / rows).toFixed(1);
    return {
      perSecond: rows / seconds,
      cells: `${numberOf(rows / seconds)} | ${of(worked.program)} | ${of(worked.database)} | ${before.toFixed(0)} | ${fifth?.toFixed(0) ?? ''} | ${most.toFixed(0)} |`,
    };
  };
  return { atFifth, end };
};

const numberOf = (value: number): string => Math.round(value).toLocaleString('en');

const importRows = async (side: Side, rows: number) => {
  const { url, headers } = await openApi(side.port, laboratory);
  const form = new FormData();
  form.set('start', 'yes');
  form.set('file', fileOf(rows), 'results.csv');
  const { atFifth, end } = await watch(side);
  const sent = await fetch(`${url}/services/${service}/imports`, { method: 'POST', headers, body: form });
  let standing = (await sent.json()) as Standing;
  if (!sent.ok) throw new Error(JSON.stringify(standing));
  while (standing.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 200));
    standing = (await (await fetch(`${url}/imports/${standing.id}`, { headers })).json()) as Standing;
    if (standing.rows.read >= rows / 5) atFifth();
  }
  if (standing.status !== 'done' || standing.rows.made !== rows) throw new Error(JSON.stringify(standing));
  return end(rows);
};

const written = ['record', 'event', 'event_content', 'data_key', 'task', 'outbox'];

/** What the import wrote, written once more by the database alone into tables with the same indices, 1,000 records at a time. */
const copyAgain = async (owner: Database, rows: number): Promise<number> => {
  const run = (text: string) => owner.pool.query(text);
  for (const table of written) await run(`create table again_${table} (like ${table} including all)`);
  await run(`create table again_batch as
    select id, (row_number() over (order by id) - 1) / 1000 as batch from record where service = '${service}' and channel = 'import'`);
  await run('create index on again_batch (batch)');
  await run('analyze');
  const start = performance.now();
  for (let batch = 0; batch < rows / 1_000; batch++) {
    await run('begin');
    for (const table of written) {
      const key = table === 'record' ? 'kept.id' : table === 'data_key' ? `kept.owner` : 'kept.record_id';
      const of = table === 'data_key' ? `'record ' || again_batch.id` : 'again_batch.id';
      await run(`insert into again_${table} overriding system value
        select kept.* from again_batch join ${table} kept on ${key} = ${of} where again_batch.batch = ${batch}`);
    }
    await run('commit');
  }
  const seconds = (performance.now() - start) / 1_000;
  for (const table of [...written.map((each) => `again_${each}`), 'again_batch']) await run(`drop table ${table}`);
  return rows / seconds;
};

/** Makes as many records of the imported ones as are to be exported. */
const multiply = async (owner: Database, wanted: number): Promise<void> => {
  const { rows } = await owner.pool.query<{ id: number }>(
    `select id from record where service = '${service}' and channel = 'import' order by id`,
  );
  const columns = await owner.pool.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_name = 'record' and column_name not in ('id', 'key', 'key_mac', 'key_state', 'contact')`,
  );
  const list = columns.rows[0]?.names ?? '';
  for (let round = 1; round * rows.length < wanted; round++)
    await owner.pool.query(
      `insert into record (id, ${list}) select id + ${round}::bigint * 10000000, ${list} from record
       where service = '${service}' and channel = 'import' and id between $1 and $2`,
      [rows[0]?.id, rows.at(-1)?.id],
    );
  await owner.pool.query('vacuum analyze record');
};

const exportRows = async (side: Side, format: string) => {
  const { url, headers } = await openApi(side.port, reader);
  const { atFifth, end } = await watch(side);
  const answer = await fetch(`${url}/exports/${format}?service=${service}&view=all`, { headers });
  if (!answer.ok) throw new Error(await answer.text());
  let [bytes, lines] = [0, -1];
  for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (format === 'csv') for (const byte of piece) if (byte === 10) lines++;
    if (lines >= exported / 5) atFifth();
  }
  return { bytes, lines, end };
};

/** `copy … to stdout` of the same records as the database gives them, without anybody who asks who may see them. */
const copyOut = (login: Login, rows: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const client = new pg.Client({ ...login });
    const start = performance.now();
    const nothing = () => undefined;
    client.connect().then(
      () =>
        client.query({
          submit: (connection: { query: (text: string) => void }) =>
            connection.query(
              `copy (select * from record where service = '${service}' order by id desc limit ${rows}) to stdout (format csv)`,
            ),
          handleRowDescription: nothing,
          handleCopyData: nothing,
          handleCommandComplete: nothing,
          handleError: reject,
          handleReadyForQuery: () => {
            resolve((1_000 * rows) / (performance.now() - start));
            void client.end();
          },
        } as unknown as pg.Submittable),
      reject,
    );
  });

const toReach = (what: string, perSecond: number, least: number): string =>
  `To reach: ${what} at ${numberOf(least)} rows a second in constant memory: ${perSecond >= least ? 'yes' : 'NO'}.`;

/** Imports rows, and exports a million: rows a second beside what the database alone can do, work for each, and memory. */
export const benchRows = async (rows: number): Promise<void> => {
  const program = await startBenchProgram();
  const database = openDatabase({ ...program.login, max: 1 }, () => undefined);
  const owner = openDatabase({ ...program.owner, max: 1, statement_timeout: 600_000 }, () => undefined);
  const side = { port: program.port, pid: program.pid, database };
  try {
    const imported = await importRows(side, rows);
    const ceilingIn = await copyAgain(owner, rows);
    await multiply(owner, exported);
    const lines = [
      '| what | rows a second | µs of the program for a row | µs of the database for a row | MB before | MB until a fifth was done | MB at most |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      `| import of ${numberOf(rows)} rows of ${service} (CSV) | ${imported.cells}`,
      `| the database alone writes the same again | ${numberOf(ceilingIn)} | | | | | |`,
    ];
    const out = await exportRows(side, 'csv');
    const csv = await out.end(out.lines);
    lines.push(
      `| export of ${numberOf(out.lines)} records (CSV, ${(out.bytes / 2 ** 20).toFixed(0)} MB) | ${csv.cells}`,
    );
    const ceilingOut = await copyOut(program.login, out.lines);
    lines.push(`| \`copy … to stdout\` of the same records | ${numberOf(ceilingOut)} | | | | | |`);
    if (process.env['XLSX'] === 'yes') {
      const book = await exportRows(side, 'xlsx');
      const xlsx = await book.end(out.lines);
      lines.push(`| export of them as XLSX (${(book.bytes / 2 ** 20).toFixed(0)} MB) | ${xlsx.cells}`);
    }
    report('rows', [
      ...lines,
      '',
      `Import: ${(100 * (imported.perSecond / ceilingIn)).toFixed(0)} % of what the database alone does; export: ${(100 * (csv.perSecond / ceilingOut)).toFixed(0)} %.`,
      toReach(`import of ${numberOf(rows)} rows`, imported.perSecond, 5_000),
      toReach(`export of ${numberOf(out.lines)} rows`, csv.perSecond, 50_000),
    ]);
  } finally {
    await database.close();
    await owner.close();
    await program.stop();
  }
};
