import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Accounts } from '../../src/access/accounts.ts';
import type { Demonstration } from '../../src/access/demonstration.ts';
import type { Locale } from '../../src/base/texts.ts';
import type { Request } from '../../src/pages/route.ts';
import { joinRoutes } from '../../src/pages/staff/join-routes.tsx';
import { resetRoutes } from '../../src/pages/staff/reset-routes.tsx';
import { secondStepRoutes } from '../../src/pages/staff/second-step-routes.tsx';
import { signInRoutes } from '../../src/pages/staff/sign-in-routes.tsx';
import type { PageContext } from '../../src/pages/ui/page-context.ts';

const name = { ar: 'بوابة', fr: 'Portail', en: 'Portal' };
const pageContext = (locale: Locale, url: string): PageContext => ({
  locale,
  url,
  portal: { name, owner: name, footer: [], isDemo: false },
  assets: {
    colour: '#000000',
    css: () => '/style.css',
    deskCss: () => '/desk.css',
    fonts: () => [],
    icon: '/icon.svg',
    island: () => ({ src: '', preload: [], later: [] }),
    files: [],
  },
});

/** The pages before signing in as the whole program serves them: with cookies, forms and protection against other sites' forms. */
export const serveSignIn = async (
  accounts: Accounts,
  demonstration?: Demonstration,
  log?: (line: string) => void,
): Promise<FastifyInstance> => {
  const parts = {
    ...accounts,
    config: { secure: false },
    country: { portal: name },
    catalogue: { services: [] },
    demonstration,
    contextOf: (request: Request) => pageContext((request.query as { lang?: Locale }).lang ?? 'en', request.url),
  };
  const routes = [...signInRoutes(parts), ...secondStepRoutes(parts), ...resetRoutes(parts), ...joinRoutes(parts)];
  const app = Fastify(log && { logger: { stream: { write: log } } });
  await app.register(cookie, { secret: 'signs the cookie of forms in a test' });
  await app.register(formbody);
  await app.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieOpts: { signed: true },
    getToken: (request) => (request.body as { _csrf?: string })._csrf,
  });
  app.addHook('onRequest', async (request) => {
    (request as Request).locale = (request.query as { lang?: Locale }).lang ?? 'en';
  });
  for (const { method, path, handler } of routes) {
    const protection = method === 'POST' ? { preHandler: app.csrfProtection } : {};
    app.route({ method, url: path, ...protection, handler: (request, reply) => handler(request as Request, reply) });
  }
  return app;
};

type Fields = Record<string, string | string[]>;
/** A browser that keeps its cookies and sends the hidden token of the form it was shown. */
export const signInBrowser = (server: FastifyInstance, remoteAddress = '127.0.0.1') => {
  const cookies: Record<string, string> = {};
  const send = async (options: { method: 'GET' | 'POST'; url: string; payload?: string }) => {
    const headers = options.payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await server.inject({ ...options, headers, cookies, remoteAddress });
    for (const { name: key, value, maxAge } of answer.cookies) {
      if (maxAge === 0) delete cookies[key];
      else cookies[key] = value;
    }
    return answer;
  };
  const get = (url: string) => send({ method: 'GET', url });
  let token: string | undefined;
  const post = async (url: string, fields: Fields) => {
    // The token belongs to the browser, not to one form: it serves for every form that follows.
    token ??= /name="_csrf" value="([^"]+)"/.exec((await get(`/staff/sign-in`)).body)?.[1] ?? '';
    const pairs = Object.entries({ _csrf: token, ...fields }).flatMap(([key, value]) =>
      [value].flat().map((one) => [key, one]),
    );
    return send({ method: 'POST', url, payload: new URLSearchParams(pairs).toString() });
  };
  return { cookies, get, post, send };
};
