import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inProject } from '../base/paths.ts';
import { commands } from './commands.ts';

// Each starts a program of its own.
vi.setConfig({ testTimeout: 60_000 });
let services: string;
beforeAll(() => {
  services = mkdtempSync(join(tmpdir(), 'diwan-author-'));
});
afterAll(() => rmSync(services, { recursive: true, force: true }));

/** Runs `diwan …` as an author does. */
const diwan = (words: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inProject('scripts', 'diwan.mjs'), ...words], {
    env: { ...process.env, DIWAN_SERVICES: services },
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

test('help names every command, and each says what may follow', () => {
  const { stdout, status } = diwan(['help']);
  expect(status).toBe(0);
  for (const word of Object.keys(commands)) expect(stdout).toContain(`\n  ${word} `);
  expect(diwan(['check', '--help']).stdout).toContain('diwan check [--strict]');
});

test('a command that does not exist is refused with the one that was meant', () => {
  expect(diwan(['chekc'])).toMatchObject({ status: 2, stderr: expect.stringContaining('did you mean "check"?') });
});

test('a new service is right from the start, and is never written over', () => {
  expect(diwan(['new', 'kiosk-permit', '--yes'])).toMatchObject({ status: 0, stderr: '' });
  expect(diwan(['check', '--strict', 'kiosk-permit'])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /^1 service, 0 errors, 0 warnings \(\d+\.\d\d s\)\nChecked against the files in .+\n$/,
    ),
  });
  const before = readFileSync(join(services, 'kiosk-permit', 'service.yaml'), 'utf8');
  expect(diwan(['new', 'kiosk-permit', '--yes'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('is there already'),
  });
  expect(readFileSync(join(services, 'kiosk-permit', 'service.yaml'), 'utf8')).toBe(before);
});

test('the questions are asked again until the answers can be used', () => {
  const answers = [
    'رخصة بئر | Permis de puits | Well permit',
    'energy-minstry',
    'energy-ministry',
    'depth intger: العمق | Profondeur | Depth',
    'depth integer: العمق | Profondeur, en m | Depth: in m; town place: البلدة | Commune | Town; since date: منذ | Depuis | Since; ok yes-no: هل؟ | Est-ce ? | Is it?; mail email: البريد | Courriel | E-mail',
    'موظف | agent des puits | well clerk',
    '2 days',
    '3 working-days',
    'no',
  ];
  const { status, stdout } = diwan(['new', 'well'], `${answers.join('\n')}\n`);
  expect(status).toBe(0);
  expect(stdout).toContain('did you mean "energy-ministry"?');
  expect(stdout).toContain('there is no type "intger" (did you mean "integer"?)');
  expect(stdout).toContain('write a length such as');
  expect(diwan(['check', '--strict', 'well']).stdout).toContain('0 errors, 0 warnings');
  const declared = readFileSync(join(services, 'well', 'service.yaml'), 'utf8');
  expect(declared).toContain('owner: energy-ministry');
  expect(declared).toContain('within: 3 working-days');
  expect(declared).not.toContain('documents:');
});

test('an option that cannot be used ends it, and nothing is written', () => {
  const { status, stderr } = diwan(['new', 'other', '--yes', '--owner', 'nobody']);
  expect(status).toBe(2);
  expect(stderr).toContain('--owner: there is no institution "nobody"');
  expect(existsSync(join(services, 'other'))).toBe(false);
});

test('the check of all services names each file, sorts what it finds, and fails', () => {
  const file = join(services, 'well', 'service.yaml');
  const right = readFileSync(file, 'utf8');
  writeFileSync(file, right.replace('to: refused', 'to: refusd').replace('to: withdrawn', 'to: withdrwan'));
  const { status, stdout } = diwan(['check']);
  expect(status).toBe(1);
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(
      /well\/service\.yaml:\d+:\d+: error: there is no state "refusd" \(did you mean "refused"\?\)$/,
    ),
    expect.stringMatching(/well\/service\.yaml:\d+:\d+: error: there is no state "withdrwan"/),
  ]);
  expect(stdout).toContain('2 services, 2 errors, 0 warnings');
  expect(stdout).not.toContain('\u001B');
  writeFileSync(file, right);
});

test('two services whose references begin alike are told', () => {
  const [file, other] = ['well', 'kiosk-permit'].map((id) => join(services, id, 'service.yaml')) as [string, string];
  const right = readFileSync(file, 'utf8');
  const letters = /^reference: (\w+)/m.exec(readFileSync(other, 'utf8'))?.[1];
  writeFileSync(file, right.replace(/^reference: \w+/m, `reference: ${letters}`));
  expect(diwan(['check'])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining(`references of "kiosk-permit" begin with "${letters}" too`),
  });
  writeFileSync(file, right);
});

test('a journey with an action that does not exist is found where it stands', () => {
  const file = join(services, 'well', 'journeys.yaml');
  const right = readFileSync(file, 'utf8');
  appendFileSync(file, '- journey: wrong\n  data: {}\n  then:\n    - { by: applicant, action: withdrw }\n');
  expect(diwan(['check', 'well']).stdout).toMatch(
    /journeys\.yaml:\d+:\d+: error: there is no action "withdrw" \(did you mean "withdraw"\?\)/,
  );
  writeFileSync(file, right);
});

test('a service that does not exist, and one that is not right, explain nothing', () => {
  expect(diwan(['explain', 'wel'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('did you mean "well"?'),
  });
  expect(diwan(['explain', 'well', '--lang', 'de'])).toMatchObject({ status: 2 });
  expect(diwan(['explain', 'well', '--svg', '--lang', 'ar']).stdout).toContain('<svg');
});

test('the schema for editors is JSON', () => {
  expect(JSON.parse(diwan(['schema']).stdout)).toMatchObject({ type: 'object' });
  expect(diwan(['schema', 'nothing']).status).toBe(2);
});
