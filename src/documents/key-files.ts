import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateFile, findPrivateFile } from '../base/private-files.ts';
import { StartupError } from '../base/startup-error.ts';
import { keyIdOf, type SigningKey } from './sign.ts';

/**
 * One signing key per file, `signing-<from>-<key id>.jwk`: a private JWK with `nbf` and `exp`. Files are only ever
 * added, or taken away by a person; docs/keys.md tells when.
 */
const fileName = /^signing-.+\.jwk$/;

const day = 24 * 3600;
/** How long a key signs before the next one takes over, in seconds. */
export const signsFor = 730 * day;
/** How long what it signed can be trusted: no document lives longer than the rest of this. */
const trustedFor = 4383 * day;
/** A scheduled key is published this long before it signs, so that verifiers without connection have it by then. */
export const announcedFor = 7 * day;
/** Verifiers' clocks may be behind. */
const clockTolerance = 300;

/** All keys of the folder, newest first. */
export const readKeyFiles = (folder: string): SigningKey[] =>
  readdirSync(folder)
    .filter((name) => fileName.test(name))
    .map((name) => readKeyFile(join(folder, name)))
    .filter((key) => key !== undefined)
    .sort((a, b) => b.published.nbf - a.published.nbf);

/** Makes a key that signs from `from` on, and its file. */
export const createKeyFile = (folder: string, from: Date): SigningKey => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const nbf = Math.floor(from.getTime() / 1000) - clockTolerance;
  const key = signingKey(privateKey, nbf, nbf + trustedFor);
  const content = { ...key.published, d: privateKey.export({ format: 'jwk' }).d };
  const name = `signing-${from.toISOString().slice(0, 10)}-${key.published.kid}.jwk`;
  createPrivateFile(folder, name, `${JSON.stringify(content, undefined, 2)}\n`);
  return key;
};

const readKeyFile = (path: string): SigningKey | undefined => {
  const content = findPrivateFile(path);
  // Taken away between listing and reading.
  if (!content) return undefined;
  try {
    const jwk = JSON.parse(content.toString()) as JsonWebKey & { kid: string; nbf: number; exp: number };
    const key = signingKey(createPrivateKey({ key: jwk, format: 'jwk' }), jwk.nbf, jwk.exp);
    if (!Number.isInteger(jwk.nbf) || !Number.isInteger(jwk.exp)) throw new Error('nbf or exp is missing');
    if (key.published.kid !== jwk.kid) throw new Error('kid is not the one of this key');
    return key;
  } catch (cause) {
    // The parser's own words may quote the file, which is secret.
    const reason = cause instanceof SyntaxError ? 'it is not JSON' : (cause as Error).message;
    throw new StartupError(
      `${path} is not a usable signing key (${reason}). Put it back from a backup, or move it out of the folder.`,
    );
  }
};

const signingKey = (privateKey: KeyObject, nbf: number, exp: number): SigningKey => {
  const publicKey = createPublicKey(privateKey as never);
  const { crv, x, y } = publicKey.export({ format: 'jwk' });
  if (crv !== 'P-256' || !x || !y) throw new Error('it is not a P-256 key');
  // A JWK names its public half beside the private one, and nothing before the first signature compares them.
  const probe = Buffer.from('probe');
  if (!verify('sha256', probe, publicKey, sign('sha256', probe, privateKey)))
    throw new Error('its two halves do not belong together');
  const keyId = keyIdOf(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url'));
  const kid = keyId.toString('base64url');
  return { privateKey, keyId, published: { kty: 'EC', crv, x, y, kid, alg: 'ES256', use: 'sig', nbf, exp } };
};
