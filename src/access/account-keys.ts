import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What of accounts is kept secret even from who reads the database: all from one secret that lies outside of it. */
export interface AccountKeys {
  /** AES-256-GCM (NIST SP 800-38D), bound to what it belongs to: moved to another account it does not open. */
  readonly seal: (plain: string, belongsTo: string) => Buffer;
  /** Throws when it was changed, moved, or sealed under another secret. */
  readonly open: (sealed: Uint8Array, belongsTo: string) => string;
  /** The hash under which a recovery code is kept. */
  readonly hashCode: (accountId: string, code: string) => Buffer;
  /** What stands in a link: the id and what proves that this program wrote it. */
  readonly writeLink: (purpose: LinkPurpose, id: string) => string;
  /** The id, or undefined for a link that was not made for this purpose. */
  readonly readLink: (purpose: LinkPurpose, link: string) => string | undefined;
}

export type LinkPurpose = 'password-reset' | 'invitation';

const nonceBytes = 12;
const tagBytes = 16;
const proofBytes = 16;

export const createAccountKeys = (secret: string): AccountKeys => {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `diwan accounts ${purpose}`, 32));
  const sealing = keyFor('seal');
  const codes = keyFor('recovery codes');
  const links = keyFor('links');
  const proofOf = (purpose: LinkPurpose, id: string) =>
    createHmac('sha256', links).update(`${purpose}\n${id}`).digest().subarray(0, proofBytes);

  return {
    seal: (plain, belongsTo) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(belongsTo));
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, belongsTo) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(belongsTo))
        .setAuthTag(bytes.subarray(-tagBytes));
      return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
    },
    hashCode: (accountId, code) => createHmac('sha256', codes).update(`${accountId}\n${code}`).digest(),
    writeLink: (purpose, id) =>
      `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${proofOf(purpose, id).toString('base64url')}`,
    readLink: (purpose, link) => {
      const [, idPart = '', proofPart = ''] = /^([\w-]{22})\.([\w-]{22})$/.exec(link) ?? [];
      const hex = Buffer.from(idPart, 'base64url').toString('hex');
      const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      const given = Buffer.from(proofPart, 'base64url');
      const expected = proofOf(purpose, id);
      return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
    },
  };
};
