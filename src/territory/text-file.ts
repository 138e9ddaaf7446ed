import { readFileSync } from 'node:fs';
import { StartupError } from '../base/startup-error.ts';
import { refuse } from './file-fault.ts';

/** Reads a UTF-8 file. The byte order mark that spreadsheets write is taken off; any other encoding is refused by line. */
export const readTextFile = (file: string): string => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new StartupError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    refuse(file, 1, 'the file is in UTF-16: save it again as UTF-8 (in a spreadsheet: "CSV UTF-8")');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(
      file,
      firstBadLine(bytes),
      'this line is not UTF-8 (perhaps Windows-1256): save the file again as UTF-8 (in a spreadsheet: "CSV UTF-8")',
    );
  }
};

const firstBadLine = (bytes: Buffer): number => {
  for (let line = 1, start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
};
