import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../src/base/paths.ts';

test('the platform names no service: what a service needs is said in its folder', () => {
  const services = readdirSync(inProject('services'));
  const files = globSync('src/**/*.{ts,tsx}', { cwd: inProject() }).filter(
    (file) => !/\.(test|fixture)\.tsx?$/.test(file),
  );
  expect(services.length).toBeGreaterThan(0);
  expect(files.length).toBeGreaterThan(100);
  // As a name, that is; the words of which some are made are common ones.
  const named = new RegExp(
    `["'\`/](?:${services.join('|')})["'\`/]|(?:${services.filter((id) => id.includes('-')).join('|')})`,
  );
  const guilty = files.filter((file) => named.test(readFileSync(inProject(file), 'utf8')));
  expect(guilty).toEqual([]);
});
