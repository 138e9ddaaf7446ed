import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../base/secrets.ts';

/**
 * The six digits by which somebody shows to hold a phone number. They are derived from the id of the question by a keyed
 * hash and never stored, so that neither the outbox nor a copy of the database holds them.
 */
export const applicantCodeOf = (secrets: Secrets, challenge: string): string =>
  String(secrets.mac('applicant-code', challenge).readUInt32BE() % 1_000_000).padStart(6, '0');

/** Takes the same time whatever was typed (digits already Latin). */
export const isApplicantCode = (secrets: Secrets, challenge: string, typed: string): boolean => {
  const digits = typed.slice(0, 20).replaceAll(/\D/g, '').padEnd(6).slice(0, 7);
  const expected = applicantCodeOf(secrets, challenge);
  return digits.length === expected.length && timingSafeEqual(Buffer.from(digits), Buffer.from(expected));
};
