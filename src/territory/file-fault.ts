import { StartupError } from '../base/startup-error.ts';

/** Something wrong in a file of the country: at which line (from 1), and words that say what to write. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const shown = 20;

/** Ends the start with everything that has to be put right, as editors and terminals make clickable. */
export const refuseFaults = (faults: readonly FileFault[]): void => {
  if (faults.length === 0) return;
  const lines = faults
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .slice(0, shown)
    .map(({ file, line, message }) => `${file}:${line}: ${message}`);
  if (faults.length > shown) lines.push(`… and ${faults.length - shown} more`);
  throw new StartupError(lines.join('\n'));
};

export const refuse = (file: string, line: number, message: string): never => {
  throw new StartupError(`${file}:${line}: ${message}`);
};
