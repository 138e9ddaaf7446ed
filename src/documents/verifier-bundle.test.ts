import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';

test('the verifier is a small piece of browser code: nothing of Node in it, and nothing that our CSP forbids', async () => {
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${import.meta.dirname}/verify-credential.ts`, formats: ['es'] },
    },
  })) as Rollup.RollupOutput[];
  const code = result.flatMap(({ output }) => output).map((chunk) => ('code' in chunk ? chunk.code : ''));
  expect(code).toHaveLength(1);
  expect(code[0]).toContain('subtle.verify');
  expect(code[0]).not.toMatch(/node:|browser-external|require\(|\beval\(|new Function|\bfetch\(/);
  expect(gzipSync(code[0]!).length).toBeLessThan(14_000);
});
