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
  const guilty = files.filter((file) =>
    services.some((service) => readFileSync(inProject(file), 'utf8').includes(service)),
  );
  expect(guilty).toEqual([]);
});
