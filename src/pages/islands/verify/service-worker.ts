import type { OfflinePlan } from '../../verify/offline-plan.ts';
import { dataCache, refreshMaterial } from './material-store.ts';

/**
 * Keeps the page where documents are checked usable without connection: the page in every language, what it loads, and
 * the words of documents. Each version of the program brings a plan of its own, and is put in place whole or not at all.
 * Bundled on its own and served at `/sw.js`, behind one line that holds the plan.
 */
interface Waiting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Worker {
  readonly offlinePlan: OfflinePlan;
  readonly location: Location;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: 'install' | 'activate' | 'periodicsync', listener: (event: Waiting) => void): void;
    (type: 'fetch', listener: (event: Fetching) => void): void;
  };
}

const worker = self as unknown as Worker;
const { version, pages, files } = worker.offlinePlan;
const pagePath = '/verify';
const pageCache = `verify-pages-${version}`;
const languageAddress = '/verify/language';

/** Without cookies: nobody's name or language gets into what is kept. */
const install = async (): Promise<void> => {
  const cache = await caches.open(pageCache);
  const fresh = Object.values(pages).map((address) => new Request(address, { credentials: 'omit', cache: 'reload' }));
  const rest = files.map((address) => new Request(address, { credentials: 'omit' }));
  await cache.addAll([...fresh, ...rest]);
  await worker.skipWaiting();
};

const activate = async (): Promise<void> => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('verify-pages-') && name !== pageCache);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

/** The page at once, from what is kept; in the language asked for, else in the one read last. */
const page = async (request: Request): Promise<Response> => {
  const data = await caches.open(dataCache);
  const asked = new URL(request.url).searchParams.get('lang');
  const known = asked !== null && pages[asked] ? asked : undefined;
  if (known) await data.put(languageAddress, new Response(known));
  const language = known ?? (await (await data.match(languageAddress))?.text());
  const address = language === undefined ? undefined : pages[language];
  const kept = address === undefined ? undefined : await (await caches.open(pageCache)).match(address);
  return kept ?? fetch(request);
};

const file = async (request: Request): Promise<Response> => {
  const kept = await (await caches.open(pageCache)).match(new URL(request.url).pathname);
  return kept ?? fetch(request);
};

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('periodicsync', (event) => event.waitUntil(refreshMaterial()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && pathname === pagePath) event.respondWith(page(request));
  else if (files.includes(pathname)) event.respondWith(file(request));
});
