import { readdir, readFile } from 'node:fs/promises';
import { transform } from 'lightningcss';
import postcss, { type Plugin, type Root } from 'postcss';
import logical, { type DirectionFlow } from 'postcss-logical';
import { inProject } from '../../src/base/paths.ts';
import { isKeyframe, isUsed, plainSelectors } from './selectors.ts';

/**
 * One style sheet per writing direction: Designsystemet's tokens, base and components, then our own rules on its
 * tokens, joined in that order (the order of its cascade layers, which browsers before 2022 do not know) and cut to
 * what the pages use. Logical properties become physical ones, so that an Arabic page is laid out right to left by a
 * browser of 2018 as well.
 */
const components = [
  'alert',
  'badge',
  'breadcrumbs',
  'button',
  'card',
  'details',
  'divider',
  'error-summary',
  'field',
  'fieldset',
  'file-upload',
  'heading',
  'input',
  'label',
  'link',
  'list',
  'pagination',
  'paragraph',
  'skip-link',
  'table',
  'tag',
  'validation-message',
];

export interface Styles {
  readonly site: Buffer;
  /** What only pages of civil servants need, to be read after the other. */
  readonly desk: Buffer;
}

export const buildStyles = async (options: {
  direction: 'rtl' | 'ltr';
  theme: string;
  faces: string;
}): Promise<Styles> => {
  const vendor = ['base', ...components].map((name) =>
    inProject('node_modules/@digdir/designsystemet-css/dist/src', `${name}.css`),
  );
  const ownFolder = inProject('src/pages/styles');
  const own = (await readdir(ownFolder))
    .filter((name) => name.endsWith('.css'))
    .toSorted()
    .map((name) => `${ownFolder}/${name}`);
  const sheets = await Promise.all([...vendor, ...own].map((path) => readFile(path, 'utf8')));
  const { root } = await postcss([
    plainSelectors(options.direction, await wordsOfPages()),
    logical({ inlineDirection: (options.direction === 'rtl' ? 'right-to-left' : 'left-to-right') as DirectionFlow }),
    correctVendor,
    dropUnusedProperties,
  ]).process([options.faces, options.theme, ...sheets].join('\n'), { from: undefined });
  const everywhere = await wordsOfPages((name) => !name.startsWith('staff/'));
  for (const word of inFrameOfDesks) everywhere.delete(word);
  return {
    site: minify(keep(root as Root, (selector) => isUsed(selector, everywhere))),
    desk: minify(keep(root as Root, (selector) => !isUsed(selector, everywhere))),
  };
};

/** In the frame of every page, but shown to civil servants only. */
const inFrameOfDesks = ['staff', 'staff-bar', 'staff-bar-row', 'who-name', 'bell'];

/** The sheet with only those of its selectors; what has none stays with `body` and all others that everybody needs. */
const keep = (root: Root, isKept: (selector: string) => boolean): string => {
  const part = root.clone();
  const isForAll = isKept('body');
  part.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const kept = rule.selectors.filter(isKept);
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  part.walkAtRules((rule) => {
    const isBlock = rule.nodes?.some(({ type }) => type === 'rule');
    if (rule.nodes?.length === 0 || (!isBlock && !isForAll)) rule.remove();
  });
  return part.toString();
};

/** Everything in the sources of pages and islands that could be a class, an attribute or its value. */
const wordsOfPages = async (isMeant = (_name: string): boolean => true): Promise<Set<string>> => {
  const folder = inProject('src/pages');
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /(?<!\.test)\.tsx?$/.test(name) && isMeant(name),
  );
  if (names.length === 0) throw new Error(`No page sources in ${folder}: every style would be dropped`);
  const sources = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  return new Set(sources.flatMap((source) => source.split(/[^\w-]+/)));
};

const correctVendor: Plugin = {
  postcssPlugin: 'correct-vendor',
  // Its width for text inputs would, once `:not()` is written out, outweigh that of radios; our fields set their own.
  Rule: (rule) => {
    if (rule.selector.startsWith('.ds-input:not([size])')) rule.remove();
  },
  Declaration: {
    // Arabic joins its letters: any letter-spacing breaks words.
    'letter-spacing': (declaration) => void declaration.remove(),
  },
};

/** Drops custom properties that nothing reads, until none is left. */
const dropUnusedProperties: Plugin = {
  postcssPlugin: 'drop-unused-properties',
  OnceExit(root) {
    for (let dropped = true; dropped;) {
      dropped = false;
      const read = new Set(root.toString().match(/(?<=var\(\s*)--[\w-]+/g));
      root.walkDecls(/^--/, (declaration) => {
        if (read.has(declaration.prop)) return;
        declaration.remove();
        dropped = true;
      });
    }
    root.walkRules((rule) => {
      if (rule.nodes.length === 0) rule.remove();
    });
  },
};

const version = (major: number): number => major << 16;

const minify = (css: string): Buffer =>
  Buffer.from(
    transform({
      filename: 'site.css',
      code: Buffer.from(css),
      minify: true,
      targets: {
        chrome: version(64),
        safari: version(12),
        ios_saf: version(12),
        firefox: version(60),
        samsung: version(8),
      },
    }).code,
  );
