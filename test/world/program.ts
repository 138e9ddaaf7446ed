import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inProject } from '../../src/base/paths.ts';
import { freePort } from './free-port.ts';

/** The whole program, as `npm start` runs it (built first when it is stale), on an empty folder of its own. */
export interface TestProgram {
  readonly url: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
  /** Ends it and leaves its folder. */
  readonly end: () => Promise<void>;
  /** Ends it as a power cut would, and leaves its folder. */
  readonly kill: () => Promise<void>;
  /** What it has logged so far. */
  readonly log: () => string;
}

/** Names the folder of a demonstration that was started once and ended. */
export const seededFolder = 'SEEDED_FOLDER';
const seedsOtherwise = ['DIWAN_DEMO', 'DIWAN_SERVICES', 'DIWAN_COUNTRY', 'DATABASE_URL'];

/** @param given a folder to start on instead of an empty one, or of a fresh demonstration. */
export const startProgram = async (
  env: Readonly<Record<string, string>> = {},
  given?: string,
): Promise<TestProgram> => {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'diwan-program-')));
  const seeded = process.env[seededFolder];
  // The database's files belong to a user of its own, which a copy has to keep.
  if (given === undefined && seeded !== undefined && !seedsOtherwise.some((name) => name in env))
    await promisify(execFile)('cp', ['-a', `${seeded}/.`, folder]);
  const port = await freePort();
  const program = spawn(process.execPath, [inProject('scripts', 'start.mjs')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DIWAN_DATA: folder,
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  program.stdout.on('data', (data: Buffer) => (log += data.toString()));
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const end = async () => {
    program.kill('SIGTERM');
    await ended;
  };
  const stop = async () => {
    await end();
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  try {
    await untilReady(url, program);
  } catch (error) {
    await stop();
    throw error;
  }
  const kill = () => {
    program.kill('SIGKILL');
    return ended;
  };
  return { url, folder, stop, end, kill, log: () => log };
};

const secondsToStart = 120;

/** Resolves when the program answers; rejects with its own words when it ends before. */
const untilReady = async (url: string, program: ChildProcess): Promise<void> => {
  let words = '';
  let isOver = false;
  program.stderr?.on('data', (data: Buffer) => (words += data.toString()));
  program.once('exit', () => (isOver = true));
  for (let wait = 0; wait < secondsToStart * 10; wait++) {
    if (isOver) throw new Error(`The program did not start:\n${words}`);
    if (
      await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The program did not answer within ${secondsToStart} s:\n${words}`);
};
