import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Locale, locales } from '../../src/base/texts.ts';
import { assetsPath, loadAssets } from '../../src/pages/assets.ts';
import { securityHeaders } from '../../src/pages/http/security-headers.ts';
import { renderPage } from '../../src/pages/ui/render-page.ts';
import { contextFor } from './sample.ts';
import { gallery } from './gallery.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.js': 'text/javascript',
};

/** Serves `/<locale>/<page>` and the client built in `folder`, compressed as the program does it. */
export const serveGallery = async (folder: string): Promise<{ readonly url: string; readonly close: () => void }> => {
  const assets = loadAssets(folder);
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith(assetsPath)) {
      const file = `${folder}/${basename(path)}`;
      const isFont = file.endsWith('.woff2');
      response.writeHead(200, { 'content-type': types[extname(file)], ...(!isFont && { 'content-encoding': 'br' }) });
      return response.end(await readFile(isFont ? file : `${file}.br`));
    }
    const [, locale, name] = path.split(/[/?]/);
    const entry = gallery[name ?? ''];
    if (!locales.includes(locale as Locale) || !entry) return response.writeHead(404).end();
    const html = renderPage(entry.page(contextFor(locale as Locale, path, assets, entry.isStaff)));
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
    });
    return response.end(brotliCompressSync(html));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};
