import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inProject } from '../src/base/paths.ts';
import type { Figures } from './measure.ts';

/** Prints a report and keeps it under `bench/results/` with the machine and the date. */
export const report = (name: string, lines: readonly string[]): void => {
  const date = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  const text = [
    `# ${name}, ${date}`,
    '',
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory} GiB; Node ${process.version}; generator on the same cores.`,
    '',
    ...lines,
    '',
  ].join('\n');
  mkdirSync(inProject('bench', 'results'), { recursive: true });
  const file = inProject('bench', 'results', `${name}-${date}.md`);
  writeFileSync(file, text);
  process.stdout.write(`${text}\nKept in ${file}\n`);
};

export const row = (what: string, { connections, perSecond, p50, p95, p99 }: Figures, more = ''): string =>
  `| ${what} | ${connections} | ${Math.round(perSecond).toLocaleString('en')} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} |${more}`;

export const tableHead = (more = '', line = ''): readonly string[] => [
  `| what | connections | per second | p50 ms | p95 ms | p99 ms |${more}`,
  `| --- | ---: | ---: | ---: | ---: | ---: |${line}`,
];
