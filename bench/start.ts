import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from '../src/base/paths.ts';
import { newPage, openBrowser } from '../test/world/browser.ts';
import { freePort, heapFlags, untilReady } from './program.ts';
import { report } from './report.ts';

/** How long after its start the program counts as idle, in seconds. */
const settled = 15;

/** What a first visitor in Arabic goes through, each page counted with all that came before it. */
const visit = ['/', '/services/mobility-permit', '/services/mobility-permit/form/applicant'];

/**
 * What a small machine and a slow line pay: the first start (with samples and embedded database), a start on an existing
 * folder, the memory of Node and PostgreSQL when idle, and the bytes of a first visit in Arabic. Linux only.
 */
export const benchStart = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-bench-'));
  const lines = ['| start | answers after | idle memory |', '| --- | ---: | ---: |'];
  try {
    const first = await started(folder);
    lines.push(await idle('a new folder', first));
    await stopped(first.program);
    const again = await started(folder);
    lines.push(await idle('an existing folder', again), '', ...(await firstVisit(again.port)));
    await stopped(again.program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  report('start', lines);
};

interface Started {
  readonly port: number;
  readonly program: ChildProcess;
  /** From the start of the process until it was ready, in milliseconds. */
  readonly took: number;
}

const started = async (folder: string): Promise<Started> => {
  const port = await freePort();
  const began = performance.now();
  const program = spawn(process.execPath, [...heapFlags, inProject('scripts', 'start.mjs')], {
    env: { ...process.env, PORT: String(port), DIWAN_DATA: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(port, program);
  return { port, program, took: performance.now() - began };
};

const idle = async (what: string, { program, took }: Started): Promise<string> => {
  await wait(settled * 1000);
  const bytes = memoryOf(program.pid ?? 0);
  return `| on ${what} | ${(took / 1000).toFixed(1)} s | ${Math.round(bytes / 2 ** 20)} MiB |`;
};

const stopped = async (program: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await ended;
};

/** Bytes held by a process and all below it, what they share counted once: Pss of proc_pid_smaps(5). */
const memoryOf = (pid: number): number => {
  const processes = readdirSync('/proc').flatMap((name) => {
    const parent = /^\d+$/.test(name) ? /\) \S+ (\d+)/.exec(readIfThere(`/proc/${name}/stat`))?.[1] : undefined;
    return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
  });
  const family = [pid];
  for (const each of family)
    family.push(...processes.filter(({ parent }) => parent === each).map((child) => child.pid));
  const kilobytes = family.map((each) => /^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${each}/smaps_rollup`))?.[1] ?? '0');
  return kilobytes.reduce((sum, each) => sum + Number(each), 0) * 1024;
};

/** A process may end while the list is being read. */
const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** As the browser counts them: headers and bodies, compressed as they were sent. */
const firstVisit = async (port: number): Promise<string[]> => {
  const browser = await openBrowser();
  try {
    const page = await newPage(browser, { locale: 'ar' });
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const lines = ['| first visit in Arabic, with fonts and scripts | kB so far |', '| --- | ---: |'];
    for (const path of visit) {
      await page.goto(`http://localhost:${port}${path}`, { waitUntil: 'networkidle' });
      lines.push(`| ${path} | ${(bytes / 1000).toFixed(1)} |`);
    }
    return lines;
  } finally {
    await browser.close();
  }
};
