import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Fault } from './fault.ts';
import { guardText, syntaxWords } from './yaml-guard.ts';

export type Path = readonly (string | number)[];

/** A YAML file that remembers where each of its values stands. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  readonly syntaxFaults: readonly Fault[];
  /** A fault at the value with this path, or at the nearest ancestor that exists. */
  readonly faultAt: (path: Path, message: string) => Fault;
  /** A fault at the key at the end of the path. */
  readonly faultAtKey: (path: Path, message: string) => Fault;
}

type Report = (offset: number, message: string) => void;

/** Of a service that is published or saved anew most files are as they were a moment ago. */
const recent = new Map<string, YamlSource>();
const mostRecent = 32;

export const readYaml = (file: string, text: string): YamlSource => {
  const key = `${file}\0${text}`;
  const known = recent.get(key);
  const source = known ?? parseYaml(file, text);
  recent.delete(key);
  recent.set(key, source);
  if (recent.size > mostRecent) recent.delete(recent.keys().next().value ?? '');
  return source;
};

const parseYaml = (file: string, text: string): YamlSource => {
  const lines = new LineCounter();
  const at = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const syntaxFaults = [...guardText(file, text)];
  const report: Report = (offset, message) => void syntaxFaults.push(at(offset, message));
  const read = syntaxFaults.length > 0 ? '' : text;
  // Keys that stand there twice are found in `plain`, where it costs nothing.
  const options = { uniqueKeys: false, stringKeys: true, prettyErrors: false } as const;
  const parse = () => parseDocument(read, options);
  const document = parseDocument(read, { ...options, lineCounter: lines });
  for (const { offset, message } of syntaxWords(document.errors)) report(offset, message);
  if (syntaxFaults.length === 0 && beginsSpecially.test(text)) refuseSpecials(document, report);
  const plainValue = syntaxFaults.length === 0 ? plain(document.contents, report) : undefined;
  // Its tree takes ten times the memory of what it says: kept as long as there is room, and read again for a fault found later.
  let tree = new WeakRef(document);
  const treeOf = () => {
    const kept = tree.deref() ?? parse();
    tree = new WeakRef(kept);
    return kept;
  };
  const offsetOf = (path: Path): number => {
    const root = treeOf();
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? root.contents : root.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  };
  const offsetOfKey = (path: Path): number => {
    const root = treeOf();
    const above: unknown = path.length > 1 ? root.getIn(path.slice(0, -1), true) : root.contents;
    const pair = isMap(above) ? above.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(path);
  };
  return {
    file,
    value: syntaxFaults.length === 0 ? plainValue : undefined,
    syntaxFaults,
    faultAt: (path, message) => at(offsetOf(path), message),
    faultAtKey: (path, message) => at(offsetOfKey(path), message),
  };
};

/** The value of a node; a key that stands there twice is reported. */
const plain = (node: unknown, report: Report): unknown => {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item, report));
  if (!isMap(node)) return null;
  const object: Record<string, unknown> = {};
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    if (Object.hasOwn(object, key)) report(pair.key.range?.[0] ?? 0, 'this key stands there twice: keep one');
    const value = plain(pair.value, report);
    // Assigned, it would change the object instead of being a key of it.
    if (key === '__proto__')
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    else object[key] = value;
  }
  return object;
};

/** Where anchors, aliases and tags may begin; words seldom do. */
const beginsSpecially = /(?:^|[\s[{,:?-])[!&*]\S/m;

/** Reports the first thing that YAML can say and a declaration has no use for. */
const refuseSpecials = (document: ReturnType<typeof parseDocument>, report: Report): void => {
  visit(document, {
    Alias: (_key, { range }) => {
      // A few lines of them can stand for gigabytes.
      report(range?.[0] ?? 0, 'write each value out: anchors and aliases (& and *) are not accepted');
      return visit.BREAK;
    },
    Node: (_key, node: Node) => {
      if (!('tag' in node) || node.tag === undefined || !node.range) return undefined;
      report(node.range[0], 'write the plain value: tags (!) are not accepted');
      return visit.BREAK;
    },
  });
};
