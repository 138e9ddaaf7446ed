import { readFileSync } from 'node:fs';
import { inProject } from '../src/base/paths.ts';
import { generate } from './generate.ts';
import { openTrackedRecord } from './pages.ts';
import { startBenchProgram } from './program.ts';
import { report, row, tableHead } from './report.ts';

const seconds = 60;
const perSecond = 200;
/** 32 people who open a page about three times a second each. */
const people = { connections: 32, rest: 300 };
const most = 300;

/**
 * What people who open public pages notice of a storm of sign-ins: 200 a second for a minute, most with a right password,
 * each from another address. First without it, for comparison.
 */
export const benchSignIn = async (): Promise<void> => {
  // The generator says for each attempt where it comes from.
  process.env['TRUST_PROXY'] = '1';
  const program = await startBenchProgram();
  const { port } = program;
  const demonstration = readFileSync(inProject('country', 'demo-accounts.yaml'), 'utf8');
  const emails = [...demonstration.matchAll(/email: (\S+)/g)].map(([, email]) => email ?? '');
  const password = /^password: (\S+)/m.exec(demonstration)?.[1] ?? '';
  const memory = () =>
    Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))?.[1]) / 1024);
  try {
    const tracked = await openTrackedRecord(port);
    const pages = [
      { path: '/services/mobility-permit/form/applicant', headers: '' },
      { path: tracked.path, headers: `cookie: ${tracked.cookie}\r\n` },
    ];
    const visits = { kind: 'visits', port, pages, ...people } as const;
    await generate({ ...visits, seconds: 5 });
    const calm = await generate({ ...visits, seconds: 15 });
    const before = memory();
    const [storm, during] = await Promise.all([
      generate({ kind: 'sign-ins', port, perSecond, seconds, emails, password }),
      generate({ ...visits, seconds }),
    ]);
    const { statuses = {} } = storm;
    const said = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
    const failed = during.failures?.length ?? 0;
    report('sign-in', [
      ...tableHead(),
      row('pages, nobody signs in', calm.figures),
      row(`pages, ${perSecond} sign-ins a second for ${seconds} s`, during.figures),
      row('the sign-ins themselves', storm.figures),
      '',
      `Sign-ins were answered: ${said.join(', ')} (201 signed in, 401 refused or a second factor asked for, 503 told at once to come back).`,
      `Pages that failed: ${failed}. Memory of the program: ${before} MB before, ${memory()} MB after.`,
      `To reach: pages under ${most} ms at the 95th percentile: ${during.figures.p95 < most && failed === 0 ? 'yes' : 'NO'}.`,
    ]);
  } finally {
    await program.stop();
  }
};
