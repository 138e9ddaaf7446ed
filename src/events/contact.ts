import type { Secrets } from '../base/secrets.ts';

/** By which records of one phone number find each other, without a list of numbers that a stolen database could be asked for. */
export const contactOf = (secrets: Pick<Secrets, 'mac'>, phone: string): Buffer =>
  secrets.mac('lookup', 'phone', phone).subarray(0, 16);

/** The same of a number that identifies somebody or something, however it is set apart. */
export const identityOf = (secrets: Pick<Secrets, 'mac'>, number: string): Buffer =>
  secrets.mac('lookup', 'identity', plainIdentity(number)).subarray(0, 16);

export const plainIdentity = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
