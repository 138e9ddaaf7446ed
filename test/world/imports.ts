import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { inProject } from '../../src/base/paths.ts';

/** One import in a file of src: of another file (a path in src) or of a package. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Only a type: gone when the code runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** In src, such as `base/paths.ts`. */
  readonly path: string;
  readonly imports: readonly Import[];
}

/** Every source file with all it imports, in whatever way: statements, re-exports, import(), types, workers. */
export const readSources = (): SourceFile[] =>
  globSync('**/*.{ts,tsx,mts,js,mjs}', { cwd: inProject('src') })
    .toSorted()
    .map((path) => ({ path, imports: importsOf(path, readFileSync(inProject('src', path), 'utf8')) }));

export const importsOf = (path: string, code: string): Import[] => {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (source: unknown, typeOnly: boolean): void => {
    if (typeof source !== 'string') throw new Error(`${path} imports something that is only known when it runs`);
    found.push({
      from: path,
      to: source.startsWith('.') ? join(dirname(path), source).replaceAll('\\', '/') : source,
      typeOnly,
    });
  };
  new Visitor({
    ImportDeclaration: ({ source, importKind, specifiers }) =>
      add(
        source.value,
        importKind === 'type' ||
          (specifiers.length > 0 &&
            specifiers.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type')),
      ),
    ExportNamedDeclaration: ({ source, exportKind }) => source && add(source.value, exportKind === 'type'),
    ExportAllDeclaration: ({ source, exportKind }) => add(source.value, exportKind === 'type'),
    ImportExpression: ({ source }) => add(source.type === 'Literal' && source.value, false),
    TSImportType: ({ source }) => add(source.value, true),
    NewExpression: ({ callee, arguments: [first] }) => {
      // new URL('./worker.ts', import.meta.url)
      const named = callee.type === 'Identifier' && callee.name === 'URL' && first?.type === 'Literal' && first.value;
      if (typeof named === 'string' && /^\.\.?\/.*\.tsx?$/.test(named)) add(named, false);
    },
  }).visit(program);
  return found;
};
