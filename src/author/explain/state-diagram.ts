import { Graph, layout } from '@dagrejs/dagre';
import { directionOf, type Locale, say } from '../../base/texts.ts';
import type { StateMeaning } from '../../definition/nouns/states.ts';
import type { Service } from '../../definition/service.ts';
import { explainTexts as texts } from './explain-texts.ts';
import { type StateEdge, stateGraph, type StateNode } from './state-graph.ts';
import { wrapped } from './words.ts';

/**
 * The states of a service and the actions between them as an SVG that stands by itself: laid out in layers from the first
 * state down, mirrored for languages that are written from right to left, readable without colours.
 */
const nodeFont = 15;
const smallFont = 12;
const line = 1.4;
const padding = 14;
const nodeWidthInCharacters = 26;
const edgeWidthInCharacters = 30;

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

// Fill and line of a state by what it means; its words say the same.
const colours: Readonly<Record<StateMeaning, readonly [fill: string, line: string]>> = {
  open: ['#eaf2fb', '#1f5f99'],
  waiting: ['#fdf3dc', '#8a5a00'],
  granted: ['#e5f4ea', '#1d6b3a'],
  refused: ['#fbe9e7', '#a12a1e'],
  closed: ['#f0f0f0', '#555555'],
};

/** About as wide as the letters of a sans-serif are on average; Arabic letters are a little narrower. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce(
    (sum, each) => sum + (/\p{Script=Arabic}/u.test(each) ? 0.58 : /[A-ZÀ-Þ]/.test(each) ? 0.68 : 0.54),
    0,
  ) * size;

interface Words {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

const nodeWords = ({ label, lines }: StateNode): readonly Words[] => [
  ...wrapped(label, nodeWidthInCharacters).map((text) => ({ text, size: nodeFont, bold: true })),
  ...lines.flatMap((each) => wrapped(each, 34)).map((text) => ({ text, size: smallFont, bold: false })),
];
const edgeWords = ({ lines }: StateEdge): readonly Words[] =>
  lines.flatMap((each) => wrapped(each, edgeWidthInCharacters)).map((text) => ({ text, size: smallFont, bold: false }));

const sizeOf = (words: readonly Words[], around: number) => ({
  width: Math.max(...words.map(({ text, size }) => widthOf(text, size))) + 2 * around,
  height: words.reduce((sum, { size }) => sum + size * line, 0) + 2 * around,
});

export const stateDiagram = (service: Service, locale: Locale): string => {
  const { nodes, edges } = stateGraph(service, locale);
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: 46, edgesep: 24, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.name, sizeOf(nodeWords(node), padding));
  for (const edge of edges)
    graph.setEdge(edge.from, edge.to, { ...sizeOf(edgeWords(edge), 4), labelpos: 'c', labeloffset: 0 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const mirror = directionOf(locale) === 'rtl';
  const place = (x: number): number => round(mirror ? width - x : x);
  const title = say(locale, texts.diagramOf, { title: service.texts.title[locale] });
  const drawnEdges = edges.map((edge) =>
    drawEdge(edge, graph.edge(edge.from, edge.to) as Box & { readonly points: readonly Point[] }, place),
  );
  const drawnNodes = nodes.map((node) => drawNode(node, graph.node(node.name) as Box, place));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" lang="${locale}" direction="${directionOf(locale)}" role="img" aria-label="${escape(title)}" font-family="'Readex Pro', system-ui, 'Noto Sans Arabic', 'Noto Sans', sans-serif">`,
    `<title>${escape(title)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#555"/></marker></defs>',
    `<rect width="100%" height="100%" fill="#fff"/>`,
    // Words last, so that no line crosses them.
    ...drawnEdges.map(([drawn]) => drawn),
    ...drawnNodes,
    ...drawnEdges.map(([, words]) => words),
    '</svg>',
  ].join('\n');
};

const round = (value: number): number => Math.round(value * 10) / 10;

const drawNode = (node: StateNode, { x, y, width, height }: Box, place: (x: number) => number): string => {
  const [fill, stroke] = colours[node.meaning];
  const [left, top] = [round(place(x) - width / 2), round(y - height / 2)];
  const isEnd = node.meaning !== 'open' && node.meaning !== 'waiting';
  const box = (inset: number, filled: string) =>
    `<rect x="${round(left + inset)}" y="${round(top + inset)}" width="${round(width - 2 * inset)}" height="${round(height - 2 * inset)}" rx="8" fill="${filled}" stroke="${stroke}" stroke-width="${node.isInitial ? 3 : 1.5}"${node.meaning === 'waiting' ? ' stroke-dasharray="6 3"' : ''}/>`;
  // An end has a double frame, the first state a thick one, waiting a broken one.
  return `<g>${box(0, fill)}${isEnd ? box(3.5, 'none') : ''}${drawWords(nodeWords(node), place(x), top + padding, stroke)}</g>`;
};

const drawEdge = (
  edge: StateEdge,
  { points, x, y, ...size }: Box & { readonly points: readonly Point[] },
  place: (x: number) => number,
): readonly [drawn: string, words: string] => {
  const words = edgeWords(edge);
  const [left, top] = [round(place(x) - size.width / 2), round(y - size.height / 2)];
  const background = `<rect x="${left}" y="${top}" width="${round(size.width)}" height="${round(size.height)}" rx="4" fill="#fff" fill-opacity="0.92"/>`;
  return [
    `<path d="${smooth(points.map((point) => ({ x: place(point.x), y: round(point.y) })))}" fill="none" stroke="#555" stroke-width="1.4"${edge.isAutomatic ? ' stroke-dasharray="3 3"' : ''} marker-end="url(#arrow)"/>`,
    `<g>${background}${drawWords(words, place(x), top + 4, '#222')}</g>`,
  ];
};

/** A line through all the points without corners (a Catmull-Rom spline as Bézier curves). */
const smooth = (points: readonly Point[]): string => {
  const [first] = points;
  if (!first) return '';
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? first;
  const curves = points.slice(1).map((end, index) => {
    const [before, start, after] = [at(index - 1), at(index), at(index + 2)];
    const one = { x: round(start.x + (end.x - before.x) / 6), y: round(start.y + (end.y - before.y) / 6) };
    const two = { x: round(end.x - (after.x - start.x) / 6), y: round(end.y - (after.y - start.y) / 6) };
    return `C${one.x} ${one.y} ${two.x} ${two.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${curves.join('')}`;
};

const drawWords = (words: readonly Words[], x: number, top: number, fill: string): string => {
  let y = top;
  const lines = words.map(({ text, size, bold }) => {
    y += size * line;
    return `<tspan x="${x}" y="${round(y - size * 0.4)}" font-size="${size}"${bold ? ' font-weight="600"' : ''}>${escape(text)}</tspan>`;
  });
  return `<text text-anchor="middle" fill="${fill}">${lines.join('')}</text>`;
};

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
