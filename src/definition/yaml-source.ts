import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './fault.ts';

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
  // Aliases are refused (maxAliasCount 0): a declaration needs none, and a few lines of them can stand for gigabytes.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const syntaxFaults = document.errors.map((error) => at(error.pos[0], error.message));
  let value: unknown;
  if (syntaxFaults.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 0 });
    } catch {
      syntaxFaults.push(at(0, 'write each value out: anchors and aliases (& and *) are not accepted'));
    }
  }
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
