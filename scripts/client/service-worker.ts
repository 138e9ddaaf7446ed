import { build, type Rolldown } from 'vite';
import { inProject } from '../../src/base/paths.ts';

/** Bundles the service worker into one classic script, since module workers are younger than the phones it is for. */
export const buildServiceWorker = async (): Promise<Buffer> => {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: ['es2017', 'chrome64', 'safari12'],
      lib: { entry: inProject('src/pages/islands/verify/service-worker.ts'), formats: ['iife'], name: 'serviceWorker' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk, ...more] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('The service worker did not become one script');
  return Buffer.from(chunk.code);
};
