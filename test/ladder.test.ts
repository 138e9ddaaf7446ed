import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { linterConfig, readLadder } from '../scripts/fences.ts';
import { inProject } from '../src/base/paths.ts';
import { importsOf, readSources } from './world/imports.ts';

const { rooms, pure } = readLadder();
const sources = readSources();
const top = ['messages.ts', 'running-program.ts', 'background.ts', 'server.ts', 'main.ts'];
const isTest = (path: string): boolean => /\.(test|fixture)\.tsx?$/.test(path);

/** A file's step on the ladder: its room, or the files at the top that assemble everything. */
const stepOf = (path: string): number => {
  const [first = ''] = path.split('/');
  return [...rooms, ...top].indexOf(first);
};

it('finds the source files and what they import', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length);
});

it('knows a step for every file', () => {
  expect(sources.filter(({ path }) => stepOf(path) < 0).map(({ path }) => path)).toEqual([]);
});

it('sees every way of importing', () => {
  const code = `
    import type { A } from './a.ts';
    import { type B } from './b.ts';
    import { c } from 'c';
    import './d.ts';
    export * from './e.ts';
    export type { F } from './f.ts';
    const g: import('./g.ts').G = await import('./h.ts');
    new Worker(new URL('./i.ts', import.meta.url));
    export const page = <p lang="ar">import './none.ts'</p>;
  `;
  const found = importsOf('pages/x.tsx', code).map(({ to, typeOnly }) => (typeOnly ? `type ${to}` : to));
  expect(found.toSorted()).toEqual(
    [
      'type pages/a.ts',
      'type pages/b.ts',
      'c',
      'pages/d.ts',
      'pages/e.ts',
      'type pages/f.ts',
      'type pages/g.ts',
      'pages/h.ts',
      'pages/i.ts',
    ].toSorted(),
  );
});

it('lets no room import a later one', () => {
  const upward = sources
    .flatMap(({ imports }) => imports)
    .filter(({ from, to }) => stepOf(to) > stepOf(from))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(upward).toEqual([]);
});

it('keeps the pure rooms free of the system and the database, through whatever they import', () => {
  const importsByPath = new Map(
    sources.map(({ path, imports }) => [path, imports.filter(({ typeOnly }) => !typeOnly)]),
  );
  const impure: string[] = [];
  const follow = (path: string, way: readonly string[], seen: Set<string>): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { to } of importsByPath.get(path) ?? []) {
      if (/^(node:|pg$|pg\/)/.test(to)) impure.push([...way, path, to].join(' → '));
      else follow(to, [...way, path], seen);
    }
  };
  const starts = sources.filter(({ path }) => pure.some((room) => path.startsWith(`${room}/`)) && !isTest(path));
  expect(starts.length).toBeGreaterThan(10);
  for (const { path } of starts) follow(path, [], new Set());
  expect(impure).toEqual([]);
});

it('gives the linter the same fences', () => {
  expect(readFileSync(inProject('.oxlintrc.json'), 'utf8'), 'run: node scripts/fences.ts').toBe(
    linterConfig({ rooms, pure }),
  );
});

it('has a linter that looks at the source files', () => {
  const linted = execFileSync(inProject('node_modules', '.bin', 'oxlint'), ['--debug=files', 'src'], {
    cwd: inProject(),
    encoding: 'utf8',
  });
  expect(linted.split('\n').filter((line) => line.includes('.ts')).length).toBeGreaterThan(100);
});
