import { parse as parseForm } from 'node:querystring';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import underPressure from '@fastify/under-pressure';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { Server } from 'node:http';
import { Problem } from '../base/problem.ts';
import { freshFor, freshForSending, requireFreshSignIn } from '../access/fresh-sign-in.ts';
import { hasKeyIn } from '../access/api-key-text.ts';
import { hasRole } from '../access/grant.ts';
import { findCaller } from './api/bearer.ts';
import { assetsPath } from './assets.ts';
import { errorPage } from './error-page.tsx';
import { cookieName } from './http/cookie-name.ts';
import { readBodies } from './http/bodies.ts';
import { drain } from './http/drain.ts';
import { sendProblem, toProblem } from './http/errors.ts';
import { localeOf } from './http/locale.ts';
import { noteRefusal } from './http/refusals.ts';
import type { Metrics } from './http/metrics.ts';
import { apiHeaders, assetHeaders, securityHeaders } from './http/security-headers.ts';
import { serveAssets } from './http/static.ts';
import { readUpToFile } from './http/file-stream.ts';
import { readFormFiles } from './http/form-files.ts';
import { readUpload } from './http/uploads.ts';
import { openApi } from './api/openapi.ts';
import type { Parts } from './parts.ts';
import type { Access, Request, Route } from './route.ts';
import { routesOf } from './routes.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. */
    access?: Access;
  }
}

const bodyLimit = 64 * 1024;
/** A page with fifty rows of questions, whose Arabic takes six bytes a letter. */
const formLimit = 256 * 1024;
/** Where people come first. */
const waitsForSetup: ReadonlySet<string> = new Set(['/', '/staff', '/staff/sign-in']);
const isApi = (url: string): boolean => url.startsWith('/api/') || url.startsWith('/.well-known/');

/** An address as it is served, with who may call it: what was declared with the route, wherever it was made. */
export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

/** The web application: every route with its authority, and what holds for all of them. */
export const createApp = async (
  parts: Parts,
  log: FastifyBaseLogger,
  metrics: Metrics,
): Promise<{ readonly app: FastifyInstance; readonly routes: readonly DeclaredRoute[] }> => {
  const { config, country, sessions } = parts;
  const options: FastifyServerOptions<Server> = {
    loggerInstance: log,
    // One line of ours for each request, below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    trustProxy:
      typeof config.trustProxy === 'number'
        ? (_address, hop) => hop < (config.trustProxy as number)
        : config.trustProxy,
    requestTimeout: 30_000,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false, strict: false } },
  };
  const app = Fastify(options);
  const routes: DeclaredRoute[] = [];
  app.addHook('onRoute', ({ method, url, config: declared }) => {
    // What the build made is for everybody; the library that serves it makes its routes by itself.
    const asset = url.startsWith(assetsPath) ? 'public' : undefined;
    const access = declared?.access ?? asset;
    if (!access) throw new Error(`${String(method)} ${url} declares no access`);
    for (const each of [method].flat()) routes.push({ method: each, path: url, access });
  });
  app.decorateRequest('locale', country.languages[0]);
  app.decorateRequest('staff', undefined);

  app.setErrorHandler(async (error, request, reply) => {
    const problem = toProblem(error);
    if (problem.code === 'too-large') await drain(request.raw);
    metrics.problems.inc({ code: problem.code });
    // Only the code and our own stack: what was sent must not reach the log.
    // Whoever was turned away in a storm is counted above; a line for each would only feed it.
    if (problem.status >= 500 && problem.code !== 'overloaded')
      request.log.error(
        {
          code: problem.code,
          route: request.routeOptions.url,
          stack: (problem.cause as Error | undefined)?.stack ?? problem.stack,
        },
        'failed',
      );
    else if (isTelling(problem)) noteRefusal(request as Request, problem.code);
    return isApi(request.url)
      ? sendProblem(problem, request, reply)
      : errorPage(parts, problem, request as Request, reply);
  });
  app.setNotFoundHandler((request) => {
    throw new Problem(request.method === 'GET' || !isApi(request.url) ? 'not-found' : 'method-not-allowed');
  });

  const languageCookie = cookieName(config, 'lang');
  // Before the hook that asks the language of it: hooks run in the order in which they were added.
  await app.register(cookie, { secret: parts.secrets.mac('cookies').toString('hex'), hook: 'onRequest' });
  app.addHook('onRequest', (request, reply, done) => {
    const { lang } = request.query as { lang?: unknown };
    const typed = request as Request;
    typed.locale = localeOf(
      lang,
      request.cookies?.[languageCookie] ?? undefined,
      request.headers['accept-language'],
      country.languages,
    );
    if (lang === typed.locale)
      reply.setCookie(languageCookie, typed.locale, {
        path: '/',
        maxAge: 365 * 86_400,
        sameSite: 'lax',
        secure: config.secure,
      });
    reply.headers(headersFor(request.url));
    if (isApi(request.url) && hasKeyIn(request.url)) throw new Problem('key-in-address');
    // An installation that nobody has set up has nothing else to show to people.
    if (parts.setup.isOpen() && waitsForSetup.has(request.url.split('?', 1)[0] ?? '')) {
      void reply.redirect('/setup', 303);
      return;
    }
    if (config.secure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { elapsedTime: milliseconds, statusCode: status } = reply;
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.observe({ method: request.method, route, status }, milliseconds / 1000);
    request.log.info({ method: request.method, route, status, milliseconds: Math.round(milliseconds) }, 'answered');
    done();
  });

  readBodies(app);
  await app.register(underPressure, {
    maxEventLoopDelay: 1_500,
    // Longer than the delay: a sample in which the loop did not turn even once counts as endless.
    sampleInterval: 2_000,
    retryAfter: 5,
    exposeStatusRoute: false,
  });
  // Bytes that are no UTF-8 become U+FFFD, which no answer may hold: the usual parser would take them for the letters %C3.
  await app.register(formbody, { bodyLimit: formLimit, parser: (body) => parseForm(body) });
  await app.register(multipart, { limits: { files: 1, fileSize: 10 * 1024 * 1024, fields: 5 } });
  await app.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: cookieName(config, 'form'),
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure, signed: true },
    getToken: formToken,
  });
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    // Whoever stays below the limit need not hear of it with each answer.
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    cache: 50_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('too-many-requests', { retryAfter: Math.ceil(ttl / 1000) }),
  });
  await app.register(swagger, openApi(parts));
  await serveAssets(app);

  for (const route of routesOf(parts, metrics)) addRoute(app, route, parts);
  return { app, routes };

  function addRoute(instance: FastifyInstance, route: Route, { config: { requestsPerMinute } }: Parts) {
    const forms = route.method === 'POST' && !isApi(route.path);
    instance.route({
      method: route.method,
      url: route.path,
      schema: { hide: !route.path.startsWith('/api/'), ...route.schema },
      config: {
        access: route.access,
        rateLimit: { max: Math.min(route.perMinute ?? requestsPerMinute, requestsPerMinute) },
      },
      ...(route.longestBody && { bodyLimit: route.longestBody }),
      ...(route.maxUpload && {
        bodyLimit: route.maxUpload,
        preValidation: (request) => readUpload(request, route.maxUpload!, route.maxFiles),
      }),
      ...(route.streamsFile && { preValidation: (request) => readUpToFile(request, route.streamsFile!) }),
      ...(route.takesFiles && { preValidation: (request) => readFormFiles(request) }),
      ...(route.access !== 'public' && { onRequest: (request) => requireStaff(request as Request, route) }),
      ...(forms && { preHandler: (request, reply, done) => void app.csrfProtection(request, reply, done) }),
      handler: (request, reply) => route.handler(request as Request, reply),
    });
  }

  async function requireStaff(request: Request, { access, fresh, method, unattended }: Route) {
    const find = unattended ? sessions.findNow : sessions.find;
    request.staff = await (isApi(request.url) ? findCaller(parts, request) : find(request.cookies));
    if (!request.staff) throw new Problem('sign-in-required');
    if (typeof access === 'object' && !hasRole(request.staff, access.roles)) throw new Problem('not-allowed');
    if (fresh) requireFreshSignIn(request.staff, method === 'GET' ? freshFor : freshForSending);
  }
};

/** Somebody was not let in, asked for what is not theirs, guessed, or asked too often. */
const isTelling = ({ status, code }: Problem): boolean => [401, 403, 429].includes(status) || code === 'unknown-record';

/** The token of a form: a hidden field, or what a script read from an answer of ours. */
const formToken = (request: {
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}): string | undefined => {
  const body = request.body as { _csrf?: unknown } | undefined;
  const token = body?._csrf ?? request.headers['x-csrf-token'];
  return typeof token === 'string' ? token : undefined;
};

const headersFor = (url: string): Readonly<Record<string, string>> =>
  isApi(url) ? apiHeaders : url.startsWith(assetsPath) ? assetHeaders : securityHeaders;
