import { escape } from '../../../author/explain/state-diagram.ts';
import { wrapped } from '../../../author/explain/words.ts';
import { directionOf, type Locale, say } from '../../../base/texts.ts';
import type { TreeNode } from './forest.ts';
import { treeTexts as texts } from './tree-texts.ts';

/**
 * Entries as boxes one below the other, as an SVG that stands by itself: side by side, or, where nothing stands below any of
 * them, in a column, so that an office with many people stays narrow enough for paper. Mirrored for languages that are written from
 * right to left.
 */
const width = 196;
const gap = 20;
const rise = 34;
const indent = 22;
const padding = 10;
const lineHeight = 18;
const letters = 25;

interface Line {
  readonly text: string;
  readonly look: 'label' | 'holder' | 'unit';
}

/** A box at its place, with what stands below it. */
interface Placed {
  readonly node: TreeNode;
  readonly lines: readonly Line[];
  readonly height: number;
  /** How wide it is with all that stands below it, and from where its own box begins. */
  readonly span: number;
  readonly left: number;
  readonly isColumn: boolean;
  readonly children: readonly Placed[];
}

const linesOf = ({ label, holder, unit }: TreeNode, above: string | undefined, locale: Locale): readonly Line[] => [
  ...wrapped(label, letters).map((text) => ({ text, look: 'label' as const })),
  ...(holder === undefined
    ? []
    : wrapped(holder === '' ? say(locale, texts.vacant) : holder, letters).map((text) => ({
        text,
        look: 'holder' as const,
      }))),
  ...(unit === undefined || unit === above
    ? []
    : wrapped(unit, letters + 4).map((text) => ({ text, look: 'unit' as const }))),
];

const place = (node: TreeNode, above: string | undefined, locale: Locale): Placed => {
  const lines = linesOf(node, above, locale);
  const height = lines.length * lineHeight + 2 * padding;
  const children = node.children.map((child) => place(child, node.unit, locale));
  const isColumn = children.length > 1 && children.every((child) => child.children.length === 0);
  const own = { node, lines, height, children, isColumn };
  if (children.length === 0) return { ...own, span: width, left: 0 };
  if (isColumn) return { ...own, span: width + indent, left: 0 };
  const below = spanOf(children);
  return { ...own, span: Math.max(width, below), left: Math.max(0, (below - width) / 2) };
};

const spanOf = (all: readonly Placed[]): number =>
  all.reduce((sum, { span }) => sum + span, 0) + gap * Math.max(0, all.length - 1);

const depthOf = ({ height, children, isColumn }: Placed): number => {
  if (children.length === 0) return height;
  const below = children.map(depthOf);
  return isColumn ? height + below.reduce((sum, each) => sum + each + gap / 2, 0) : height + rise + Math.max(...below);
};

export const treeDrawing = (forest: readonly TreeNode[], title: string, locale: Locale): string => {
  const placed = forest.map((node) => place(node, undefined, locale));
  const whole = Math.ceil(spanOf(placed)) + 4;
  const deep = Math.ceil(Math.max(0, ...placed.map(depthOf))) + 4;
  const isMirrored = directionOf(locale) === 'rtl';
  const at = (x: number): number => Math.round(isMirrored ? whole - x : x);
  const drawn: string[] = [];
  const line = (points: readonly (readonly [number, number])[]) =>
    drawn.push(
      `<path d="M${points.map(([x, y]) => `${at(x)} ${Math.round(y)}`).join('L')}" fill="none" stroke="#5b6770" stroke-width="1.4"/>`,
    );
  const draw = (one: Placed, left: number, top: number): void => {
    const [x, bottom] = [left + one.left, top + one.height];
    drawn.push(drawBox(one, at(x + width / 2), top));
    if (one.isColumn) {
      let y = bottom + gap / 2;
      for (const child of one.children) {
        line([
          [x + indent / 2, bottom],
          [x + indent / 2, y + child.height / 2],
          [x + indent, y + child.height / 2],
        ]);
        draw(child, x + indent, y);
        y += child.height + gap / 2;
      }
      return;
    }
    // What is narrower than the box above stands in its middle.
    let from = left + Math.max(0, (one.span - spanOf(one.children)) / 2);
    for (const child of one.children) {
      const middle = from + child.left + width / 2;
      line([
        [x + width / 2, bottom],
        [x + width / 2, bottom + rise / 2],
        [middle, bottom + rise / 2],
        [middle, bottom + rise],
      ]);
      draw(child, from, bottom + rise);
      from += child.span + gap;
    }
  };
  let from = 2;
  for (const one of placed) {
    draw(one, from, 2);
    from += one.span + gap;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${deep}" width="${whole}" height="${deep}" lang="${locale}" direction="${directionOf(locale)}" role="img" aria-label="${escape(title)}">${drawn.join('')}</svg>`;
};

const looks = {
  label: 'font-size="14" font-weight="600" fill="#1b2733"',
  holder: 'font-size="13" fill="#1b2733"',
  unit: 'font-size="12" fill="#46525c"',
} as const;

/** A vacant one has a broken line. */
const drawBox = ({ node, lines, height }: Placed, middle: number, top: number): string => {
  const isVacant = node.holder === '';
  const words = lines.map(
    ({ text, look }, index) =>
      `<tspan x="${middle}" y="${top + padding + lineHeight * (index + 0.75)}" ${looks[look]}>${escape(text)}</tspan>`,
  );
  return `<rect x="${middle - width / 2}" y="${top}" width="${width}" height="${height}" rx="6" fill="${isVacant ? '#fff7e6' : '#eef5f2'}" stroke="${isVacant ? '#8a5a00' : '#0b5d4b'}" stroke-width="1.5"${isVacant ? ' stroke-dasharray="6 3"' : ''}/><text text-anchor="middle">${words.join('')}</text>`;
};
