import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directionOf, locales, say } from '../../base/texts.ts';
import { assetsPath, clientFolder } from '../assets.ts';
import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import type { Portal } from '../ui/page-context.ts';
import { renderPage } from '../ui/render-page.ts';
import type { Dictionary } from './dictionary.ts';
import { gatherMaterial } from './material.ts';
import type { OfflinePlan } from './offline-plan.ts';
import { verifyIsland, VerifyPage, verifyPath } from './verify-page.tsx';
import { verifyTexts as texts } from './verify-texts.ts';

/**
 * What makes the page an application that works without connection: its manifest, its service worker with the plan of
 * what to keep, the words of documents, and keys with revocation lists.
 */
export const offlineRoutes = (parts: Parts, readDictionary: () => Promise<Dictionary>): readonly Route[] => {
  const { assets } = parts;
  const built = builtFiles(assets.files);
  const script = readFileSync(join(clientFolder, built.worker.slice(assetsPath.length)), 'utf8');
  // What a phone keeps follows the services on offer: with each change of them it gets another plan, and fetches again.
  let kept: { readonly words: string; readonly portal: Portal; readonly worker: string } | undefined;
  const material = async () => {
    const words = JSON.stringify(await readDictionary());
    const { portal } = parts;
    if (kept?.words !== words || kept.portal !== portal)
      kept = { words, portal, worker: `self.offlinePlan = ${JSON.stringify(planOf(parts, built, words))};\n${script}` };
    return kept;
  };

  return [
    {
      method: 'GET',
      path: '/sw.js',
      access: 'public',
      handler: async (_request, reply) => {
        const { worker } = await material();
        return reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker);
      },
    },
    {
      method: 'GET',
      path: `${verifyPath}/dictionary.json`,
      access: 'public',
      handler: async (_request, reply) => {
        const { words } = await material();
        return reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(words);
      },
    },
    {
      method: 'GET',
      path: `${verifyPath}/material.json`,
      access: 'public',
      handler: async (_request, reply) =>
        reply.header('cache-control', 'no-store').send(await gatherMaterial(parts, parts.world().now)),
    },
    {
      method: 'GET',
      path: `${verifyPath}/app.webmanifest`,
      access: 'public',
      handler: ({ locale }, reply) =>
        reply
          .type('application/manifest+json; charset=utf-8')
          .header('cache-control', 'public, max-age=300')
          .header('vary', 'accept-language, cookie')
          .send({
            id: verifyPath,
            name: `${say(locale, texts.appName)} – ${say(locale, parts.portal.name)}`,
            short_name: say(locale, texts.appShortName),
            lang: locale,
            dir: directionOf(locale),
            start_url: verifyPath,
            scope: verifyPath,
            display: 'standalone',
            background_color: '#ffffff',
            theme_color: parts.portal.colour ?? assets.colour,
            icons: [
              { src: assets.icon, type: 'image/svg+xml', sizes: 'any' },
              ...built.icons.map(({ src, size, isMaskable }) => ({
                src,
                type: 'image/png',
                sizes: `${size}x${size}`,
                purpose: isMaskable ? 'maskable' : 'any',
              })),
            ],
          }),
    },
  ];
};

interface BuiltFiles {
  readonly worker: string;
  readonly fonts: readonly string[];
  readonly icons: readonly { readonly src: string; readonly size: number; readonly isMaskable: boolean }[];
}

/** Built files by the beginning of their names, which the build leaves as they are. */
const builtFiles = (files: readonly string[]): BuiltFiles => {
  const named = (name: string, extension: string): string => {
    const found = files.find((file) => file.startsWith(`${assetsPath}${name}-`) && file.endsWith(`.${extension}`));
    if (found === undefined)
      throw new Error(`There is no ${name}.${extension} among the built files: run npm run build:client`);
    return found;
  };
  return {
    worker: named('service-worker', 'js'),
    fonts: files.filter((file) => file.endsWith('.woff2')),
    icons: [
      { src: named('app-192', 'png'), size: 192, isMaskable: false },
      { src: named('app-512', 'png'), size: 512, isMaskable: false },
      { src: named('app-maskable-512', 'png'), size: 512, isMaskable: true },
    ],
  };
};

const planOf = ({ portal, assets }: Parts, { fonts }: BuiltFiles, words: string): OfflinePlan => {
  const pages = Object.fromEntries(locales.map((locale) => [locale, `${verifyPath}?lang=${locale}`]));
  const { src, preload, later } = assets.island(verifyIsland);
  const files = [
    assets.css('rtl'),
    assets.css('ltr'),
    ...(portal.theme ? [portal.theme] : []),
    ...(portal.logo?.startsWith('/') ? [portal.logo] : []),
    ...fonts,
    assets.icon,
    src,
    ...preload,
    ...later,
    `${verifyPath}/dictionary.json`,
  ];
  const shown = locales.map((locale) =>
    renderPage(<VerifyPage context={{ locale, url: pages[locale] ?? verifyPath, portal, assets }} csrfToken="" />),
  );
  const version = createHash('sha256')
    .update(JSON.stringify([shown, files, words]))
    .digest('base64url')
    .slice(0, 12);
  return { version, pages, files: [...new Set(files)] };
};
