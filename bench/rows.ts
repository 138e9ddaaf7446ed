import { readFileSync } from 'node:fs';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';

const service = 'municipal-measure';
const person = 'clerk.saida@demo.diwan';
const password = 'diwan-demo-2026';
const headings =
  'title,kind,municipality,decision_number,decided_on,taken_by,words,in_force_from,has_fine,contact_name,contact_phone';
const towns = ['Saida', 'صيدا', 'Sayda', 'LB-JA-SAI-001'];

/** Rows that differ, as a municipality writes them: invented. */
const fileOf = (rows: number): Blob => {
  const lines = [headings];
  for (let row = 0; row < rows; row++)
    lines.push(
      `Measure ${row},traffic,${towns[row % towns.length]},D-${row},1/11/2026,council,The street is closed to lorries from eight to ten,2/11/2026,no,Leila Haddad,03 ${String(100_000 + (row % 900_000))}`,
    );
  return new Blob([lines.join('\n')]);
};

/** Seconds that a process has worked; Linux counts hundredths. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const megabytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

interface Standing {
  readonly id: string;
  readonly status: string;
  readonly rows: { readonly read: number; readonly made: number; readonly wrong: number };
}

const openApi = async (port: number) => {
  const url = `http://localhost:${port}/api/v1`;
  const answer = await fetch(`${url}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person, password }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { url, headers: { authorization: `Bearer ${token}` } };
};

const rest = 200;

/** Imports rows and exports what is there then: rows a second, work of the program for each, and its memory. */
export const benchRows = async (rows: number): Promise<void> => {
  const program = await startBenchProgram();
  try {
    const [pid = 0] = program.pids;
    const { url, headers } = await openApi(program.port);
    const form = new FormData();
    form.set('start', 'yes');
    form.set('file', fileOf(rows), 'rows.csv');
    const began = { at: performance.now(), cpu: cpuOf(pid), memory: megabytesOf(pid) };
    const sent = await fetch(`${url}/services/${service}/imports`, { method: 'POST', headers, body: form });
    let standing = (await sent.json()) as Standing;
    if (!sent.ok) throw new Error(JSON.stringify(standing));
    let most = began.memory;
    while (standing.status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, rest));
      most = Math.max(most, megabytesOf(pid));
      standing = (await (await fetch(`${url}/imports/${standing.id}`, { headers })).json()) as Standing;
    }
    const seconds = (performance.now() - began.at) / 1_000;
    const work = (1_000_000 * (cpuOf(pid) - began.cpu)) / rows;
    const lines = [
      `Import of ${rows.toLocaleString('en')} rows of ${service}: ${standing.status}, ${standing.rows.made} records, ${standing.rows.wrong} wrong.`,
      `${Math.round(rows / seconds).toLocaleString('en')} rows a second; ${work.toFixed(0)} µs of the program for a row; memory ${began.memory.toFixed(0)} MB before, ${most.toFixed(0)} MB at most.`,
    ];
    for (const format of ['csv', 'xlsx']) {
      const start = { at: performance.now(), cpu: cpuOf(pid) };
      const answer = await fetch(`${url}/exports/${format}?service=${service}&view=all`, { headers });
      let [bytes, top] = [0, 0];
      for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
        bytes += piece.length;
        top = Math.max(top, megabytesOf(pid));
      }
      const took = (performance.now() - start.at) / 1_000;
      lines.push(
        `Export of them as ${format}: ${(bytes / 1_048_576).toFixed(1)} MB, ${Math.round(rows / took).toLocaleString('en')} rows a second; ${((1_000_000 * (cpuOf(pid) - start.cpu)) / rows).toFixed(0)} µs of the program for a row; ${top.toFixed(0)} MB at most.`,
      );
    }
    lines.push('', 'To reach on a quiet machine: 5,000 rows a second in, 50,000 out, in constant memory.');
    report('rows', lines);
  } finally {
    await program.stop();
  }
};
