import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
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

export const readYaml = (file: string, text: string): YamlSource => {
  const lines = new LineCounter();
  const guarded = guardText(file, text);
  const document = parseDocument(guarded.length > 0 ? '' : text, {
    lineCounter: lines,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
  });
  const at = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const syntaxFaults = [...guarded, ...syntaxWords(document.errors).map(({ offset, message }) => at(offset, message))];
  if (syntaxFaults.length === 0) syntaxFaults.push(...refusals(document, at));
  // No aliases are followed: a few lines of them can stand for gigabytes.
  const value: unknown = syntaxFaults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  const offsetOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  };
  const offsetOfKey = (path: Path): number => {
    const above: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    const pair = isMap(above) ? above.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(path);
  };
  return {
    file,
    value,
    syntaxFaults,
    faultAt: (path, message) => at(offsetOf(path), message),
    faultAtKey: (path, message) => at(offsetOfKey(path), message),
  };
};

/** What YAML can say and a declaration has no use for. */
const refusals = (document: Document.Parsed, at: (offset: number, message: string) => Fault): readonly Fault[] => {
  const found: Fault[] = [];
  visit(document, {
    Alias: (_key, { range }) => {
      found.push(at(range?.[0] ?? 0, 'write each value out: anchors and aliases (& and *) are not accepted'));
    },
    Node: (_key, node) => {
      if ('tag' in node && node.tag !== undefined && node.range)
        found.push(at(node.range[0], 'write the plain value: tags (!) are not accepted'));
    },
  });
  return found.slice(0, 1);
};
