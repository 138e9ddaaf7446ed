import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { assetsPath, clientFolder } from '../assets.ts';

/** Serves what the build made: names hold a hash of the content, so browsers may keep them for ever. */
export const serveAssets = async (app: FastifyInstance): Promise<void> => {
  await app.register(fastifyStatic, {
    root: clientFolder,
    prefix: assetsPath,
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
};
