/**
 * What a layout (a Typst file) says that can be seen without setting it: which files it imports, which words of the
 * service's texts it uses, and what no layout may say. A layout only draws: it loads no packages, runs no text as code
 * and brings no compiled code. Words are looked for wherever they stand, in comments too, since what is a comment is only
 * known once everything before it was read as Typst reads it.
 */
export interface LayoutSource {
  /** The files of the service that it imports. */
  readonly imports: readonly Place<{ readonly file: string }>[];
  /** The texts that it names in `word("…")`. */
  readonly words: readonly Place<{ readonly word: string }>[];
  readonly faults: readonly Place<{ readonly message: string }>[];
}

/** Where something stands; lines and columns start at 1. */
export type Place<Found> = Found & { readonly line: number; readonly column: number };

/** What layouts import of the program: the pieces of official papers. */
export const platformPieces = '/diwan.typ';

/** The name of a layout in the service's folder. */
export const layoutName = /^[a-z0-9][a-z0-9-]*\.typ$/;

const imported = /^\s*"([^"\\\n]*)"/;
const refused: Readonly<Record<string, string>> = {
  eval: 'a layout runs no text as code: write what "eval" is to do as Typst code',
  plugin: 'a layout brings no compiled code: leave "plugin" out',
  std: 'a layout names functions directly: leave "std." out',
};
const looked = /(?<![\p{L}\p{N}_])(import|include|eval|plugin|std)(?![\p{L}\p{N}_-])/gu;
const word = /(?<![\p{L}\p{N}_-])word\(\s*"([a-z][a-z0-9_-]*)"/gu;

export const readLayoutSource = (source: string): LayoutSource => {
  const at = placesIn(source);
  const imports: LayoutSource['imports'][number][] = [];
  const faults: LayoutSource['faults'][number][] = [];
  for (const { 0: found, index } of source.matchAll(looked)) {
    const message = refused[found];
    if (message !== undefined) {
      faults.push({ ...at(index), message });
      continue;
    }
    const file = imported.exec(source.slice(index + found.length))?.[1];
    if (file !== undefined && layoutName.test(file)) imports.push({ ...at(index), file });
    else if (file !== platformPieces)
      faults.push({
        ...at(index),
        message: `a layout imports "${platformPieces}" and other .typ files of its folder, by name in quotes, and neither packages nor other files: correct what follows "${found}"`,
      });
  }
  const words = [...source.matchAll(word)].map(({ 1: name = '', index }) => ({ ...at(index), word: name }));
  return { imports, words, faults };
};

const placesIn = (source: string) => {
  const starts = [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
  return (index: number): Place<unknown & object> => {
    const line = starts.findLastIndex((start) => start <= index);
    return { line: line + 1, column: index - (starts[line] ?? 0) + 1 };
  };
};
