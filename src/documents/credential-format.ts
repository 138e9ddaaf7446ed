/**
 * The wire format that signer and verifier share: numbers of COSE (RFC 9052), CWT (RFC 8392) and Token Status List
 * (draft-ietf-oauth-status-list), and the one claim that is Diwan's own. Runs in the browser too.
 */

/** What the text of a document starts with; vaccination certificates have `HC1:` in its place. */
export const documentPrefix = 'DWN1:';

/** CBOR tags that may stand around a signed message. */
export const tags = { sign1: 18, cwt: 61 } as const;

/** COSE header parameters. */
export const headers = { algorithm: 1, critical: 2, keyId: 4, type: 16 } as const;

/** COSE algorithms by the name that a JWK gives them. */
export const algorithms = { ES256: -7, EdDSA: -8 } as const;

/**
 * Claims of a CWT. `content` is the first number that RFC 8392 leaves to private use (below -65536); it holds
 * `{ service, reference, kind, claims }`.
 */
export const claims = {
  issuer: 1,
  subject: 2,
  expires: 4,
  notBefore: 5,
  issuedAt: 6,
  statusList: 65533,
  timeToLive: 65534,
  status: 65535,
  content: -65537,
} as const;

/**
 * Protected header `type` of a signed revocation list, without which a document could be passed off as one; also the
 * media type under which it is served.
 */
export const statusListType = 'application/statuslist+cwt';

/** How many documents one revocation list covers: 16 KB of bits before compression. */
export const documentsPerList = 131_072;

export type ClaimValue =
  | string
  | number
  | boolean
  | null
  | readonly ClaimValue[]
  | { readonly [name: string]: ClaimValue };

/** What a document says. `claims` are the declared fields, already fit to be read without any look-up. */
export interface CredentialContent {
  readonly service: string;
  readonly reference: string;
  readonly kind: string;
  readonly claims: Readonly<Record<string, ClaimValue>>;
}

/**
 * A public key as published: a JWK (RFC 7517) with `nbf` and `exp` in seconds. Outside of them nothing that the key
 * signed is trusted. `kid` is base64url of the eight bytes that documents carry.
 */
export interface PublishedKey {
  readonly kty: 'EC' | 'OKP';
  readonly crv: 'P-256' | 'Ed25519';
  readonly x: string;
  readonly y?: string;
  readonly kid: string;
  readonly alg: 'ES256' | 'EdDSA';
  readonly use: 'sig';
  readonly nbf: number;
  readonly exp: number;
}

/** The body of `/.well-known/diwan/keys.json`. */
export interface PublishedKeySet {
  readonly keys: readonly PublishedKey[];
}

/** Where a document's bit is: the number of the list and the position in it. */
export const statusPosition = (documentId: number): { list: number; index: number } => ({
  list: Math.floor(documentId / documentsPerList),
  index: documentId % documentsPerList,
});

/** The address of a revocation list, as documents carry it and as it is served. */
export const statusListPath = (list: number): string => `/.well-known/diwan/status/${list}`;

/** The document that a position stands for; undefined for an address that is not of such a list. */
export const documentIdAt = ({ uri, index }: { uri: string; index: number }): number | undefined => {
  const list = /\/status\/(\d{1,10})$/.exec(uri)?.[1];
  return list === undefined || index >= documentsPerList ? undefined : Number(list) * documentsPerList + index;
};
