import { type Queryable, statement } from '../base/database.ts';
import { documentsPerList } from './credential-format.ts';
import type { Verdict } from './verify-credential.ts';

/** A signed document as it is kept. Its id is also its position in the revocation lists. */
export interface StoredDocument {
  readonly id: number;
  readonly recordId: number;
  readonly kind: string;
  readonly issuedAt: Date;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  /** The text of its QR code. */
  readonly credential: string;
  readonly revokedAt: Date | null;
  readonly revocationReason: string | null;
}

/** One check by a signed-in officer; `at` is by the clock of the device. */
export interface DocumentScan {
  readonly documentId: number | undefined;
  readonly accountId: string;
  readonly at: Date;
  readonly verdict: Verdict['verdict'];
}

const byId = statement<StoredDocument>(
  'document/by-id',
  `select id, record_id as "recordId", kind, issued_at as "issuedAt", valid_from as "validFrom", valid_until as "validUntil",
          credential, revoked_at as "revokedAt", revocation_reason as "revocationReason"
   from document
   where id = $1`,
);

// Expired documents keep their bit: a list is small either way, and a verifier's clock may be wrong.
const revokedOfList = statement<{ id: number }>(
  'document/revoked-of-list',
  `select id
   from document
   where revoked_at is not null and id >= $1 and id < $2`,
);

const lastList = statement<{ last: number | null }>('document/last-id', `select max(id) as last from document`);

// An officer's device sends its counts again when the answer was lost.
const countScan = statement<{ id: number }>(
  'document/count-scan',
  `insert into document_scan (document_id, account_id, at, verdict)
   values ($1, $2, $3, $4)
   on conflict do nothing
   returning id`,
);

export const findDocument = async (database: Queryable, id: number): Promise<StoredDocument | undefined> =>
  (await database.run(byId, [id]))[0];

/** Positions of the revoked documents within the list of that number, for `buildStatusList`. */
export const getRevokedIndexes = async (database: Queryable, list: number): Promise<number[]> => {
  const first = list * documentsPerList;
  return (await database.run(revokedOfList, [first, first + documentsPerList])).map(({ id }) => id - first);
};

/** Number of the last revocation list that covers a document; 0 before the first document. */
export const getLastStatusList = async (database: Queryable): Promise<number> =>
  Math.floor(((await database.run(lastList))[0]?.last ?? 0) / documentsPerList);

/** False when the same check had been counted before. */
export const countDocumentScan = async (
  database: Queryable,
  { documentId, accountId, at, verdict }: DocumentScan,
): Promise<boolean> => (await database.run(countScan, [documentId ?? null, accountId, at, verdict])).length > 0;

const ofRecord = statement<{ id: number; kind: string; credential: string; revokedAt: Date | null }>(
  'document/of-record',
  `select id, kind, credential, revoked_at as "revokedAt"
   from document
   where id = any ($1) and credential <> ''
   order by id`,
);

/** The documents that a record has issued, oldest first, revoked ones too; not those whose text was erased. */
export const listDocuments = async (
  database: Queryable,
  record: { readonly documents: readonly { readonly id: number }[] },
) => (record.documents.length === 0 ? [] : database.run(ofRecord, [record.documents.map(({ id }) => id)]));
