import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../src/base/paths.ts';

const page = readFileSync(inProject('docs', 'security.md'), 'utf8');
const rows = [...page.matchAll(/^\| (V\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
  ([, id = '', asks = '', how = '', tested = '']) => ({ id, asks, how, tested }),
);

const kinds = ['met', 'installation', 'otherwise', 'does not apply', 'not yet'] as const;
const kindOf = (how: string): (typeof kinds)[number] => {
  if (how.startsWith('**Not yet**')) return 'not yet';
  if (how.startsWith('Does not apply')) return 'does not apply';
  if (how.startsWith('**Otherwise**')) return 'otherwise';
  return how.startsWith('**Installation**') ? 'installation' : 'met';
};

test('docs/security.md answers each requirement of ASVS 5.0, levels 1 and 2, once and in its order', () => {
  const ids = readFileSync(inProject('test', 'fixtures', 'asvs-5.0-levels-1-2.txt'), 'utf8')
    .trim()
    .split('\n');
  expect(ids.length).toBe(253);
  expect(rows.map(({ id }) => id)).toEqual(ids);
  // A row that lost a cell is none of the above.
  expect(page.match(/^\|\s*V\d/gm)?.length).toBe(ids.length);
});

test('it names files that are there, and tests where it says that something is tested', () => {
  const named = [...page.matchAll(/`((?:bench|country|db|docs|scripts|src|test)\/[\w./-]+\.\w+|[\w.-]+\.json)`/g)];
  expect(named.length).toBeGreaterThan(400);
  const gone = named.flatMap(([, file = '']) => (existsSync(inProject(file)) ? [] : file));
  expect([...new Set(gone)]).toEqual([]);
  for (const { id, tested, how } of rows) {
    expect(tested, id).toMatch(/^(–( \(.+\))?|`test\/.+|`src\/.+)$/);
    for (const [, file = ''] of tested.matchAll(/`([^`]+)`/g)) expect(file, id).toMatch(/\.test\.tsx?$/);
    if (kindOf(how) === 'does not apply') expect(how, id).toMatch(/^Does not apply: .+/);
  }
});

test('it counts right what is met, what is not, and what does not apply', () => {
  const counts = kinds.map((kind) => rows.filter(({ how }) => kindOf(how) === kind).length);
  expect(page).toContain(`| ${kinds.join(' | ')} | in all |`);
  expect(page).toContain(`| ${[...counts, rows.length].join(' | ')} |`);
});

test('every place of the page that it points to is there', () => {
  const anchors = new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
  const wanted = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(wanted.length).toBeGreaterThan(5);
  expect(wanted.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  const pages = [...page.matchAll(/\]\(([\w/-]+\.md)(?:#[\w-]+)?\)/g)].map(([, file = '']) => file);
  expect(pages.filter((file) => !existsSync(inProject('docs', file)))).toEqual([]);
});

test('every attack that it lists is tried by a test of that name', () => {
  const section = page.slice(page.indexOf('## Attacks that are kept as tests'), page.indexOf('## Levels of data'));
  const attacks = [...section.matchAll(/^\| .+ \| `([\w./-]+)` \| (.+) \|$/gm)];
  expect(attacks.length).toBeGreaterThan(30);
  const missing = attacks.filter(
    ([, file = '', name = '']) => !existsSync(inProject(file)) || !readFileSync(inProject(file), 'utf8').includes(name),
  );
  expect(missing.map(([row]) => row)).toEqual([]);
});
