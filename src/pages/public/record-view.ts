import type { Database } from '../../base/database.ts';
import { listDocuments } from '../../documents/document-queries.ts';
import type { IssuedCredential } from '../../events/write-decisions.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { OpenedRecord } from '../record-access.ts';

/** A record with what its pages need besides: the texts of its documents, and in whose words to speak. */
export interface RecordView extends OpenedRecord {
  readonly credentials: readonly IssuedCredential[];
  readonly tools: FieldTools;
}

export const viewRecord = async (database: Database, opened: OpenedRecord, tools: FieldTools): Promise<RecordView> => ({
  ...opened,
  tools,
  // Most requests that wait have no documents: no question then.
  credentials: await listDocuments(database, opened.record),
});
