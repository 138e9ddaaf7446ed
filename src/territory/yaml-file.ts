import { isNode, LineCounter, parseDocument } from 'yaml';
import { type FileFault, refuseFaults } from './file-fault.ts';
import { readTextFile } from './text-file.ts';

/** A YAML file of the country, of which whatever is wrong can be said by its line. */
export interface CountryYaml {
  readonly content: unknown;
  /** A fault at the value with this path, or at the nearest one around it that is there. */
  readonly faultAt: (path: readonly (string | number)[], message: string) => FileFault;
}

/** Reads it; ends the start when it is no YAML. Anchors and aliases are not accepted. */
export const readCountryYaml = (file: string): CountryYaml => {
  const lines = new LineCounter();
  const document = parseDocument(readTextFile(file), { lineCounter: lines, prettyErrors: false });
  const fault = (offset: number, message: string): FileFault => ({ file, line: lines.linePos(offset).line, message });
  refuseFaults(document.errors.map((error) => fault(error.pos[0], error.message)));
  const faultAt: CountryYaml['faultAt'] = (path, message) => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return fault(node.range[0], message);
    return path.length === 0 ? { file, line: 1, message } : faultAt(path.slice(0, -1), message);
  };
  return { content: document.toJS({ maxAliasCount: 0 }), faultAt };
};

interface Described {
  /** Schemas with descriptions, by key. */
  readonly properties: object;
  /** Paths (JSON pointers) at which the schema does not hold. */
  readonly wrongAt: readonly string[];
}

/** One fault for each top-level key: the description in the schema says what belongs there. */
export const schemaFaults = (
  { content, faultAt }: CountryYaml,
  { properties: schemas, wrongAt }: Described,
): readonly FileFault[] => {
  const properties = schemas as Readonly<Record<string, { readonly description?: string }>>;
  const keys = typeof content === 'object' && content !== null ? Object.keys(content) : [];
  const unknown = keys
    .filter((key) => !(key in properties))
    .map((key) =>
      faultAt([key], `there is no key "${key}": remove or rename it; keys are ${Object.keys(properties).join(', ')}`),
    );
  const missing = Object.keys(properties)
    .filter((key) => !keys.includes(key))
    .map((key) => faultAt([], `"${key}" is missing: write ${properties[key]?.description}`));
  const wrong = new Map(
    wrongAt.flatMap((pointer) => {
      const [key, ...rest] = pointer
        .split('/')
        .slice(1)
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      return key === undefined || !(key in properties) ? [] : [[key, [key, ...rest]] as const];
    }),
  );
  return [
    ...unknown,
    ...missing,
    ...[...wrong].map(([key, path]) =>
      faultAt(path, `${key} is not right: write ${properties[String(key)]?.description}`),
    ),
  ];
};
