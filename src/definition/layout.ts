import type { Text } from '../base/texts.ts';
import type { CompileContext } from './compile-context.ts';
import { layoutName, platformPieces, readLayoutSource } from './layout-source.ts';
import { suggest } from './suggest.ts';
import type { Path } from './yaml-source.ts';

/** How a document is laid out on paper, where a service does so itself. */
export interface Layout {
  /** The file that is set. */
  readonly file: string;
  /** It and the files that it imports, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Its own words, by name; they may hold the values named in `layoutValues` and the document's claims. */
  readonly words: ReadonlyMap<string, Text>;
}

/** What the words of a layout may name in braces besides claims. */
export const layoutValues = ['reference', 'institution', 'issued_on', 'valid_from', 'valid_until'] as const;

const most = 10;

/** Reads the layout that a document names at `path`, and reports what is wrong with it in the file where it stands. */
export const compileLayout = (
  context: CompileContext,
  path: Path,
  document: { readonly kind: string; readonly template: string; readonly claims: readonly string[] },
): Layout | undefined => {
  const { kind, template, claims } = document;
  if (!layoutName.test(template)) {
    context.fault(path, `"${template}" is no name of a layout: write small letters, digits and -, and .typ at the end`);
    return undefined;
  }
  if (context.file(template) === undefined) {
    context.fault(path, `there is no file "${template}" in the service's folder: add it, or leave "template" out`);
    return undefined;
  }
  const files: Record<string, string> = {};
  const words = new Map<string, Text>();
  const waiting = [template];
  for (const file of waiting) {
    const source = context.file(file) ?? '';
    files[file] = source;
    const { imports, words: named, faults } = readLayoutSource(source);
    for (const fault of faults) context.faultIn({ file, ...fault });
    for (const { word } of named) {
      if (!words.has(word))
        words.set(word, context.text(`documents.${kind}.words.${word}`, [...layoutValues, ...claims]));
    }
    for (const { file: next, line, column } of imports) {
      if (context.file(next) === undefined)
        context.faultIn({
          file,
          line,
          column,
          message: `there is no file "${next}" in the service's folder${suggest(next, [platformPieces])}: add it`,
        });
      else if (!waiting.includes(next)) waiting.push(next);
    }
    if (waiting.length > most) {
      context.fault(path, `"${template}" imports more than ${most} files: put them together`);
      break;
    }
  }
  return { file: template, files, words };
};
