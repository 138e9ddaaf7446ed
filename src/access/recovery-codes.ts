import { randomInt } from 'node:crypto';

// Without letters and digits that are taken for each other on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const howMany = 10;
const length = 12;

/** Ten codes of 59 bits each, in groups of four: `k7mp-x2qa-9dfe`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: howMany }, () =>
    Array.from(
      { length },
      (_, index) => (index > 0 && index % 4 === 0 ? '-' : '') + letters[randomInt(letters.length)],
    ).join(''),
  );

/** A code as people type it: with capitals, without the dashes; undefined when it can be none. */
export const readRecoveryCode = (typed: string): string | undefined => {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200e\u200f-]/g, '');
  return plain.length === length && /^[a-z0-9]+$/.test(plain) ? plain.replaceAll(/(.{4})(?=.)/g, '$1-') : undefined;
};
