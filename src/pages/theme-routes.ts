import { Problem } from '../base/problem.ts';
import { logoPath } from './portal.ts';
import type { Parts } from './parts.ts';
import type { Route } from './route.ts';
import { contrastWithWhite, leastContrast, readColour, themeSheet } from './theme.ts';

/** The colour and the logo that were chosen in the console. What stands at an address never changes. */
export const themeRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/theme/:file',
    access: 'public',
    handler: async (request, reply) => {
      const { file } = request.params as { file: string };
      const colour = file.endsWith('.css') ? readColour(`#${file.slice(0, -4)}`) : undefined;
      const picture = parts.country.logoPicture;
      reply.header('cache-control', 'public, max-age=31536000, immutable');
      if (colour !== undefined && contrastWithWhite(colour) >= leastContrast)
        return reply.type('text/css; charset=utf-8').send(await themeSheet(colour));
      if (picture !== undefined && `/theme/${file}` === logoPath(picture))
        return reply.type('image/png').send(Buffer.from(picture, 'base64'));
      reply.removeHeader('cache-control');
      throw new Problem('not-found');
    },
  },
];
