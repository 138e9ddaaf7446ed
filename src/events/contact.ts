import type { Secrets } from '../base/secrets.ts';

/** By which records of one phone number find each other, without a list of numbers that a stolen database could be asked for. */
export const contactOf = (secrets: Pick<Secrets, 'mac'>, phone: string): Buffer =>
  secrets.mac('lookup', 'phone', phone).subarray(0, 16);
