import type { ErrorCode, YAMLError } from 'yaml';
import type { Fault } from './fault.ts';

/** No declaration comes near these; what does is a mistake, or meant to keep the program busy. */
const mostCharacters = 500_000;
const deepest = 60;
const widestIndent = 200;

/**
 * What is wrong with a text before it is read as YAML: its length, its characters, how deep it goes. The first finding of
 * each kind is enough.
 */
export const guardText = (file: string, text: string): readonly Fault[] => {
  const kilobytes = Math.ceil(text.length / 1_000);
  if (text.length > mostCharacters)
    return [
      {
        file,
        line: 1,
        column: 1,
        message: `the file has ${kilobytes} thousand characters; at most ${mostCharacters / 1_000} are read: shorten it, or keep long lists in a CSV file`,
      },
    ];
  const found: Fault[] = [];
  const report = (offset: number, message: string) => found.push({ file, ...placeOf(text, offset), message });
  const foreign = text.indexOf('\uFFFD');
  if (foreign >= 0) report(foreign, 'this is not UTF-8: save the file in UTF-8');
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.exec(text);
  if (control) report(control.index, `an invisible character (${codeOf(control[0])}) stands here: remove it`);
  // Letters that a reader sees in another order than the program reads them.
  const turning = /[\u202A-\u202E]/.exec(text);
  if (turning)
    report(turning.index, `a mark that turns the direction of writing (${codeOf(turning[0])}) stands here: remove it`);
  const deep = findTooDeep(text);
  if (deep !== undefined) report(deep, `this is nested more than ${deepest} deep: a declaration never is`);
  return found;
};

const codeOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

const placeOf = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** The first place that lies too deep, whether by brackets, by spaces or by dashes; quotes are not looked at. */
const findTooDeep = (text: string): number | undefined => {
  const stairs = new RegExp(`^(?: {${widestIndent}}|(?: *[-?] ){${deepest}})`, 'm').exec(text);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    // A key at the start of a line is at the top, whatever brackets stood in words before it.
    else if (character === '\n' && /[a-z]/.test(text[at + 1] ?? '')) depth = 0;
    if (depth > deepest) return Math.min(at, stairs?.index ?? at);
  }
  return stairs?.index;
};

const words: Partial<Readonly<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'a tab stands here: indent with spaces',
  MULTIPLE_DOCS: 'a second document begins here: a file holds one, remove the line ---',
  NON_STRING_KEY: 'a key is a word: write it without brackets',
  BAD_INDENT: 'the indentation is wrong: put it under the lines that it belongs with',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " stands in this line: put the text in quotes',
  BAD_SCALAR_START: 'a text that begins so needs quotes',
  MISSING_CHAR: 'something is missing here, such as a quote, a bracket or a comma',
  MULTILINE_IMPLICIT_KEY: 'a ":" is missing: write "key: value" on one line',
  BAD_ALIAS: 'a text that begins with * or & needs quotes',
  TAG_RESOLVE_FAILED: 'a text that begins with ! needs quotes',
  BAD_DQ_ESCAPE: 'a backslash stands here: write two of them, or use single quotes',
};

/** What the parser found, said for people who do not know YAML by heart: one finding leads to many others after it. */
export const syntaxWords = (
  errors: readonly Pick<YAMLError, 'code' | 'message' | 'pos'>[],
): readonly { readonly offset: number; readonly message: string }[] => {
  const first = errors.find(({ code }) => code === 'TAB_AS_INDENT') ?? errors[0];
  return errors
    .filter((error) => error === first)
    .map(({ code, message, pos }) => ({
      offset: pos[0],
      message: message.startsWith('Flow ')
        ? 'a bracket that was opened before is not closed: write ] or }'
        : (words[code] ?? message),
    }));
};
