import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inProject } from '../src/base/paths.ts';
import type { Order, Result } from './generator.ts';

const run = promisify(execFile);

/** Runs the generator in a process of its own and gives its result. */
export const generate = async (order: Order): Promise<Result> => {
  const { stdout } = await run(process.execPath, [inProject('bench', 'generator.ts'), JSON.stringify(order)], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Result;
};
