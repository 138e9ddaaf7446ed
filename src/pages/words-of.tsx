import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** A piece of a page as plain lines, for paper: what a paragraph or an item of a list holds is a line. */
export const wordsOf = (piece: ComponentChildren): readonly string[] =>
  renderToString(<>{piece}</>)
    .replaceAll(/<svg\b.*?<\/svg>/gs, '')
    .replaceAll(/<\/(?:p|li|div|dt|dd|tr|h\d)>|<br\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
