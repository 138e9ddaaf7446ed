import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.ts';
import { measure } from './measure.ts';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';

/** What of the program's work belongs to what; the first that a stack of calls goes through counts. */
const parts = {
  'limits of a client and of keys': /node_modules\/@fastify\/rate-limit|access\/(client|attempt)/,
  'who it is: session or key, and its grants': /access\/|pages\/api\/bearer/,
  'sealing of sensitive answers, keys, hashes of numbers':
    /base\/sealed-box|events\/(sealed-answers|data-key|contact)|outside\/local-keys/,
} as const;
type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];

const most = 10;
const warmUp = 8;
const seconds = 10;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
}

/** Shares of the work between two moments (microseconds of the monotonic clock) that go through each part. */
const sharesOf = (profile: Profile, from: number, until: number): Readonly<Record<Part, number>> => {
  const parents = new Map<number, number>();
  for (const { id, children = [] } of profile.nodes) for (const child of children) parents.set(child, id);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const partOf = (id: number | undefined): Part | 'rest' | 'none' => {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const { functionName = '', url = '' } = nodes.get(at)?.callFrame ?? {};
      if (/^\((idle|program|garbage collector)\)$/.test(functionName)) return 'none';
      const found = names.find((name) => parts[name].test(url));
      if (found) return found;
    }
    return 'rest';
  };
  const known = new Map<number, ReturnType<typeof partOf>>();
  const spent = new Map<string, number>();
  let [at, all] = [profile.startTime, 0];
  for (const [index, sample] of profile.samples.entries()) {
    const took = profile.timeDeltas[index] ?? 0;
    at += took;
    if (at < from || at > until) continue;
    const part = known.get(sample) ?? partOf(sample);
    known.set(sample, part);
    if (part === 'none') continue;
    all += took;
    spent.set(part, (spent.get(part) ?? 0) + took);
  }
  return Object.fromEntries(names.map((name) => [name, (spent.get(name) ?? 0) / all])) as Record<Part, number>;
};

const microseconds = () => Number(process.hrtime.bigint() / 1_000n);

const openEntries = async (port: number) => {
  const url = `http://localhost:${port}/api/v1`;
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/sessions`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'lab@demo.diwan', password: 'diwan-demo-2026' }),
  });
  const { token } = (await session.json()) as { token: string };
  const today = new Date().toISOString().slice(0, 10);
  let number = 0;
  return async () => {
    number += 1;
    const answer = await fetch(`${url}/services/covid-case/submissions`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify({
        key: randomUUID(),
        locale: 'ar',
        data: {
          full_name: 'فاطمة السعودي',
          sex: 'female',
          birth_date: '1962-03-14',
          identity_number: String(100_000_000_000 + number),
          phone: `03 ${100_000 + number}`,
          residence: 'LB-JA-SAI-001',
          test_type: 'pcr',
          result: 'negative',
          sampled_on: today,
          reason: 'symptoms',
          laboratory: 'laboratory-qalaa',
          laboratory_number: `Q-${number}`,
        },
      }),
    });
    if (answer.status !== 201) throw new Error(`an entry was refused: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
};

/**
 * Of the program's work for a submission, how much goes into who may send it and into protecting what it says: from profiles of
 * two programs under load, one that takes what applicants send, one what a laboratory with an account sends, with a sensitive answer.
 */
export const benchAccess = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-profiles-'));
  const program = await startBenchProgram(2, [], ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  const windows: (readonly [from: number, until: number])[] = [];
  try {
    const [permits = 0, entries = 0] = program.ports;
    await generate({ kind: 'permits', port: permits, connections: 32, seconds: warmUp });
    const first = microseconds();
    await generate({ kind: 'permits', port: permits, connections: 32, seconds });
    windows.push([first, microseconds()]);
    const enter = await openEntries(entries);
    await measure(16, warmUp, enter);
    const second = microseconds();
    await measure(16, seconds, enter);
    windows.push([second, microseconds()]);
  } finally {
    await program.stop();
  }
  const files = readdirSync(folder);
  const shares = program.pids.map((pid, index) => {
    const file = files.find((name) => name.includes(`.${pid}.0.`)) ?? '';
    const [from, until] = windows[index] ?? [0, 0];
    return sharesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile, from, until);
  });
  rmSync(folder, { recursive: true, force: true });
  const [byApplicants, byAccount] = shares;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  // What keeps answers from who may not read them is paid for by services with sensitive questions only.
  const [limits, who] = names;
  const predicate = (of: Readonly<Record<Part, number>> | undefined) => (of?.[limits!] ?? 0) + (of?.[who!] ?? 0);
  report('access', [
    'Of the work of the program for a submission over the API, by profile under load:',
    '',
    '| what | permits, sent by applicants | results of tests, entered by a laboratory with an account |',
    '| --- | ---: | ---: |',
    ...names.map((name) => `| ${name} | ${percent(byApplicants?.[name] ?? 0)} | ${percent(byAccount?.[name] ?? 0)} |`),
    '',
    'Who may send it is the first two; the third is what protects a sensitive answer, where there is one.',
    `To reach: who may send it costs under ${most} % on intake: ${[byApplicants, byAccount].every((of) => predicate(of) < most / 100) ? 'yes' : 'NO'} (${percent(predicate(byApplicants))} for applicants, ${percent(predicate(byAccount))} for who signs in).`,
  ]);
};
