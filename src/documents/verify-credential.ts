import { decodeBase45 } from './base45.ts';
import { type CredentialContent, claims, documentPrefix, type PublishedKey } from './credential-format.ts';
import { inflateWithin } from './inflate.ts';
import { readStatusList, statusListAddress } from './read-status-list.ts';
import { checkSignature, decodeCbor, isInForce, readSign1, type Sign1 } from './sign1.ts';

/**
 * Says what the text of a QR code is worth, from what was fetched beforehand: keys and signed revocation lists. Needs
 * no connection and nothing of Node, so that a policeman's phone and the server give the same answer. Only `valid` is
 * green; all that could not be checked is something else.
 */
export interface Material {
  readonly keys: readonly PublishedKey[];
  readonly keysFetchedAt: Date;
  /** Signed lists as they were served; forged and irrelevant ones do no harm. */
  readonly statusLists: readonly Uint8Array[];
  readonly now: Date;
}

/** What a document says, once its signature is known to be good. */
export interface VerifiedDocument extends CredentialContent {
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly notBefore: Date | undefined;
  readonly expires: Date;
  /** Where its revocation would be found. */
  readonly status: { readonly uri: string; readonly index: number } | undefined;
}

/** How fresh the answer is, to be shown beside it. */
export interface Evidence {
  readonly keyId: string;
  readonly keysFetchedAt: Date;
  /** When the authority signed the revocation list that was used, which may be before the document was issued. */
  readonly listIssuedAt: Date | undefined;
}

interface Signed {
  readonly document: VerifiedDocument;
  readonly evidence: Evidence;
}

export type Verdict =
  | ({ readonly verdict: 'valid' } & Signed)
  | ({ readonly verdict: 'not-yet-valid' } & Signed)
  | ({ readonly verdict: 'expired' } & Signed)
  /** `status` as in Token Status List: 1 revoked, 2 suspended. */
  | ({ readonly verdict: 'revoked'; readonly status: number } & Signed)
  | ({ readonly verdict: 'unchecked-revocation'; readonly reason: UncheckedReason } & Signed)
  /** The signature is right, but its key has expired, or was not valid yet when it signed. */
  | ({ readonly verdict: 'key-not-valid' } & Signed)
  | { readonly verdict: 'unknown-key'; readonly keyId: string | undefined; readonly keysFetchedAt: Date }
  | { readonly verdict: 'tampered'; readonly keyId: string }
  | { readonly verdict: 'not-a-document'; readonly reason: 'foreign' | 'unreadable' };

export type UncheckedReason = 'no-list' | 'list-too-old' | 'no-reference' | 'keys-too-old';

/** A withdrawn key disappears from the published set, so keys that old no longer tell which ones are trusted. */
const keysKeepFor = 30 * 24 * 3600;
/** A clock may be this wrong, in seconds, before a document from its future is held back. */
const clockTolerance = 300;
/** The largest QR code holds 4,296 such characters. */
const longestText = 5_000;
const largestMessage = 65_536;

/** Never throws, whatever the text is; needs WebCrypto, which browsers offer on https and localhost only. */
export const verifyCredential = async (text: string, material: Material): Promise<Verdict> => {
  if (text.length > longestText) return { verdict: 'not-a-document', reason: 'foreign' };
  // Spaces inside count; around it, and line breaks anywhere, they come from copying: Base45 cannot end in a space.
  const scanned = text
    .replace(/[\r\n\t]/g, '')
    .trim()
    .toUpperCase();
  if (!scanned.startsWith(documentPrefix)) return { verdict: 'not-a-document', reason: 'foreign' };
  const message = openEnvelope(scanned.slice(documentPrefix.length));
  if (!message) return { verdict: 'not-a-document', reason: 'unreadable' };

  const { keysFetchedAt } = material;
  const signature = await checkSignature(message, material.keys);
  if (signature.outcome === 'unknown-key') return { verdict: 'unknown-key', keyId: message.keyId, keysFetchedAt };
  if (signature.outcome === 'bad') return { verdict: 'tampered', keyId: message.keyId! };

  const body = decodeCbor(message.payload);
  const document = body instanceof Map ? readDocument(body) : undefined;
  // Signed by a known key, but something else: a revocation list, say.
  if (!document) return { verdict: 'not-a-document', reason: 'unreadable' };
  return judge(document, signature.key, material);
};

const judge = async (
  document: VerifiedDocument,
  key: PublishedKey,
  { keys, keysFetchedAt, statusLists, now }: Material,
): Promise<Verdict> => {
  const at = now.getTime() / 1000;
  const issuedAt = document.issuedAt.getTime() / 1000;
  const list = document.status && (await freshestList(document.status.uri, statusLists, keys, now));
  const status = document.status && list?.statusAt(document.status.index);
  const evidence: Evidence = { keyId: key.kid, keysFetchedAt, listIssuedAt: list && new Date(list.issuedAt * 1000) };
  const signed = { document, evidence };
  const unchecked = (reason: UncheckedReason): Verdict => ({ verdict: 'unchecked-revocation', reason, ...signed });

  if (!isInForce(key, at) || !isInForce(key, issuedAt)) return { verdict: 'key-not-valid', ...signed };
  // A revocation is for good: a list that is too old to clear a document can still condemn it.
  if (status) return { verdict: 'revoked', status, ...signed };
  if (now >= document.expires) return { verdict: 'expired', ...signed };
  if (at < issuedAt - clockTolerance || (document.notBefore && now < document.notBefore))
    return { verdict: 'not-yet-valid', ...signed };
  if (!document.status) return unchecked('no-reference');
  if (!list || status === undefined) return unchecked('no-list');
  if (list.expires === undefined || at >= list.expires || at < list.issuedAt - clockTolerance)
    return unchecked('list-too-old');
  if (at - keysFetchedAt.getTime() / 1000 > keysKeepFor) return unchecked('keys-too-old');
  return { verdict: 'valid', ...signed };
};

const openEnvelope = (encoded: string): Sign1 | undefined => {
  const compressed = decodeBase45(encoded);
  const bytes = compressed && inflateWithin(compressed, largestMessage);
  return bytes && readSign1(bytes);
};

const readDocument = (body: ReadonlyMap<unknown, unknown>): VerifiedDocument | undefined => {
  const content = body.get(claims.content);
  const issuer = body.get(claims.issuer);
  const issuedAt = instant(body.get(claims.issuedAt));
  const expires = instant(body.get(claims.expires));
  if (!(content instanceof Map) || typeof issuer !== 'string' || !issuedAt || !expires) return undefined;
  const [service, reference, kind] = [content.get('service'), content.get('reference'), content.get('kind')];
  const said = content.get('claims');
  if (
    typeof service !== 'string' ||
    typeof reference !== 'string' ||
    typeof kind !== 'string' ||
    !(said instanceof Map)
  )
    return undefined;
  const notBefore = instant(body.get(claims.notBefore));
  return {
    issuer,
    issuedAt,
    notBefore,
    expires,
    status: statusReference(body),
    service,
    reference,
    kind,
    claims: plain(said) as CredentialContent['claims'],
  };
};

/** CWT instants are seconds since 1970, whole or not. */
const instant = (value: unknown): Date | undefined =>
  typeof value === 'number' && Math.abs(value) < 8.64e12 ? new Date(value * 1000) : undefined;

const plain = (value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, item]) => [String(name), plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'bigint' ? Number(value) : value;
};

const statusReference = (body: ReadonlyMap<unknown, unknown>): { uri: string; index: number } | undefined => {
  const status = body.get(claims.status);
  const entry = status instanceof Map ? status.get('status_list') : undefined;
  const [uri, index] = entry instanceof Map ? [entry.get('uri'), entry.get('idx')] : [];
  return typeof uri === 'string' && Number.isInteger(index) && index >= 0 ? { uri, index } : undefined;
};

const freshestList = async (uri: string, tokens: readonly Uint8Array[], keys: readonly PublishedKey[], now: Date) => {
  const wanted = tokens.filter((token) => statusListAddress(token) === uri);
  const lists = await Promise.all(wanted.map((token) => readStatusList(token, keys, now)));
  return lists.filter((list) => list !== undefined).sort((a, b) => b.issuedAt - a.issuedAt)[0];
};
