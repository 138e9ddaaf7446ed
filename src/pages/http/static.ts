import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { inProject } from '../../base/paths.ts';
import { StartupError } from '../../base/startup-error.ts';

/** Serves what the build made: names hold a hash of the content, so browsers may keep them for ever. */
export const serveAssets = async (app: FastifyInstance): Promise<void> => {
  const root = inProject('dist', 'client', 'assets');
  if (!existsSync(root)) throw new StartupError('The pages\' styles and scripts are not built: run "npm run build".');
  await app.register(fastifyStatic, { root, prefix: '/assets/', preCompressed: true, index: false, immutable: true, maxAge: '365d', decorateReply: false });
};
