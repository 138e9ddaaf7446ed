import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Credential, signCredential } from './credential.ts';
import { statusListPath } from './credential-format.ts';
import { createKeyFile } from './key-files.ts';
import { signStatusList, usualAges } from './status-list.ts';
import { type Material, verifyCredential } from './verify-credential.ts';

/** A ministry for tests: signs permits and revocation lists at noon with a key made for it, and asks a verifier. */
export const noon = new Date('2026-11-12T12:00:00Z');
export const hours = (count: number): Date => new Date(noon.getTime() + count * 3600_000);

export const claims = { full_name: 'ليلى محمد حداد', origin: 'صيدا', reason: 'medical' };
const uri = `https://diwan.example${statusListPath(0)}`;

export const createIssuer = (keyFrom = hours(-24 * 30)) => {
  const key = createKeyFile(mkdtempSync(join(tmpdir(), 'diwan-keys-')), keyFrom);
  return {
    key,
    permit: (changes: Partial<Credential> = {}): string =>
      signCredential({
        issuer: 'LB',
        key,
        issuedAt: noon,
        notBefore: noon,
        expires: hours(6),
        status: { uri, index: 7 },
        content: { service: 'mobility-permit', reference: 'MP-2026-7K3F9Q', kind: 'permit', claims },
        ...changes,
      }),
    list: (revoked: number[] = [], issuedAt = hours(1)): Uint8Array =>
      signStatusList(key, { uri, revoked, size: 64, issuedAt, ...usualAges }),
  };
};

export type Issuer = ReturnType<typeof createIssuer>;

/** What a verifier says two hours after noon, having fetched everything an hour before, unless told otherwise. */
export const check = (issuer: Issuer, text: string, changes: Partial<Material> = {}) =>
  verifyCredential(text, {
    keys: [issuer.key.published],
    keysFetchedAt: hours(1),
    statusLists: [issuer.list()],
    now: hours(2),
    ...changes,
  });
