import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../src/base/paths.ts';

/**
 * The linter's configuration, with a fence for each room of the ladder (src/ladder.json) made from its place in it. The
 * linter tells early, in an editor; test/ladder.test.ts follows every import and is what counts, also that this file's
 * output is the one in use. After a change here or to the ladder: node scripts/fences.ts
 */
interface Ladder {
  readonly rooms: readonly string[];
  readonly pure: readonly string[];
}

export const readLadder = (): Ladder => JSON.parse(readFileSync(inProject('src', 'ladder.json'), 'utf8')) as Ladder;

interface Fence {
  readonly regex: string;
  readonly message: string;
}

const fencesOf = (room: string, { rooms, pure }: Ladder): Fence[] => {
  const later = [...rooms.slice(rooms.indexOf(room) + 1), 'server\\.ts', 'main\\.ts'];
  return [
    { regex: `^(\\.\\./)+(${later.join('|')})(/|$)`, message: `${room} comes before these rooms (src/ladder.json)` },
    ...(pure.includes(room) ? [{ regex: '^(node:|pg$|pg/)', message: `${room} is pure: no system, no database` }] : []),
  ];
};

export const linterConfig = (ladder: Ladder): string => {
  const config = {
    $schema: './node_modules/oxlint/configuration_schema.json',
    plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'vitest'],
    categories: { correctness: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'import/no-cycle': 'error',
      'import/no-default-export': 'error',
      'oxc/no-barrel-file': ['error', { threshold: 0 }],
      'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'typescript/no-explicit-any': 'error',
      'unicorn/filename-case': ['error', { case: 'kebabCase' }],
      'unicorn/prefer-node-protocol': 'error',
      // Matters where a word is awaited by accident; services say "then" of what follows a deadline.
      'unicorn/no-thenable': 'off',
      // Texts that people type are searched for just these.
      'no-control-regex': 'off',
      // A second word to expect() says which of many cases failed.
      'vitest/valid-expect': ['error', { maxArgs: 2 }],
      'vitest/expect-expect': 'off',
      'vitest/no-conditional-expect': 'off',
      'vitest/no-standalone-expect': 'off',
      'vitest/require-to-throw-message': 'off',
    },
    ignorePatterns: ['dist', 'bench/results'],
    overrides: [
      ...ladder.rooms.map((room) => ({
        files: [`src/${room}/**/*.{ts,tsx}`],
        excludeFiles: ['**/*.test.ts', '**/*.test.tsx'],
        rules: { 'no-restricted-imports': ['error', { patterns: fencesOf(room, ladder) }] },
      })),
      { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
      { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
};

if (import.meta.main) writeFileSync(inProject('.oxlintrc.json'), linterConfig(readLadder()));
