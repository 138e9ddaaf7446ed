import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Looks a password up in a list of SHA-1 hashes on disk, one in hexadecimal letters per line and in their order, with or
 * without `:count` after it: the form in which Pwned Passwords is offered ("ordered by hash"). It is searched by halves:
 * about thirty small reads for a thousand million hashes, and nothing of it is kept in memory.
 */
export const isInBreachedFile = (path: string, password: string): boolean => {
  const wanted = createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
  const file = openSync(path, 'r');
  try {
    let from = 0;
    let until = fstatSync(file).size;
    // Between the two lie whole lines, or the rest of one.
    while (until - from > blockBytes) {
      const middle = Math.floor((from + until) / 2);
      const line = lineAfter(file, middle);
      if (!line || line.at >= until) {
        until = middle;
        continue;
      }
      if (line.hash === wanted) return true;
      if (line.hash < wanted) from = line.at;
      else until = middle;
    }
    return readText(file, from, blockBytes + longestLine)
      .toUpperCase()
      .split('\n')
      .some((line) => line.startsWith(wanted));
  } finally {
    closeSync(file);
  }
};

const blockBytes = 1_024;
const longestLine = 64;

const readText = (file: number, at: number, bytes: number): string => {
  const buffer = Buffer.alloc(bytes);
  return buffer.toString('latin1', 0, readSync(file, buffer, 0, bytes, at));
};

/** The first line that begins after this place. */
const lineAfter = (file: number, place: number): { readonly at: number; readonly hash: string } | undefined => {
  const text = readText(file, place, 2 * longestLine);
  const end = text.indexOf('\n');
  if (end < 0 || end + 1 >= text.length) return undefined;
  return { at: place + end + 1, hash: text.slice(end + 1, end + 41).toUpperCase() };
};
