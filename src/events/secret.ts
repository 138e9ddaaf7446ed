import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../base/secrets.ts';

/**
 * What opens a record without an account: twelve digits, which can be typed on any keyboard, heard over a telephone and
 * fitted into a text message. They are derived from the record's reference by a keyed hash, never stored: who has the
 * database but not the key cannot open anything, and a resend gets the same ones.
 */
export const secretOf = (secrets: Secrets, reference: string): string => {
  const number = secrets.mac('record-secret', reference).readBigUInt64BE() % 1_000_000_000_000n;
  return number
    .toString()
    .padStart(12, '0')
    .replaceAll(/(\d{4})(?=\d)/g, '$1 ');
};

/** Whether `typed` (digits already Latin) is the record's secret; takes the same time whatever it is. */
export const isSecretOf = (secrets: Secrets, reference: string, typed: string): boolean => {
  const digits = typed.slice(0, 60).replaceAll(/\D/g, '').padEnd(12).slice(0, 13);
  const expected = secretOf(secrets, reference).replaceAll(' ', '');
  return digits.length === expected.length && timingSafeEqual(Buffer.from(digits), Buffer.from(expected));
};
