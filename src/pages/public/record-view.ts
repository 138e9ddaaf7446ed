import { type AgreementRow, listAgreementsAbout } from '../../access/agreement-queries.ts';
import { standingOf } from '../../access/agreements.ts';
import type { ReadingGroupRow } from '../../access/reading-queries.ts';
import { listReadings } from '../../access/readings.ts';
import type { Database } from '../../base/database.ts';
import { listDocuments } from '../../documents/document-queries.ts';
import type { IssuedCredential } from '../../events/write-decisions.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { OpenedRecord } from '../record-access.ts';

/** A record with what its pages need besides: the texts of its documents, and in whose words to speak. */
export interface RecordView extends OpenedRecord {
  readonly credentials: readonly IssuedCredential[];
  readonly tools: FieldTools;
  /** Who has read it, the latest first. */
  readonly readings: readonly ReadingGroupRow[];
  /** Under which agreements in force something of it may be read by others. */
  readonly agreements: readonly AgreementRow[];
}

export const viewRecord = async (database: Database, opened: OpenedRecord, tools: FieldTools): Promise<RecordView> => {
  const { service, record } = opened;
  const [credentials, readings, agreements] = await Promise.all([
    // Most requests that wait have no documents: no question then.
    listDocuments(database, opened.record),
    listReadings(database, opened.record.id, tools.world.timeZone),
    database.run(listAgreementsAbout, [service.id]),
  ]);
  const { territory, world } = tools;
  const concerns = ({ giver }: AgreementRow) =>
    territory.isUnder(service.owner, giver) || territory.isUnder(record.institution, giver);
  return {
    ...opened,
    tools,
    credentials,
    readings,
    agreements: agreements.filter((each) => standingOf(each, world.now) === 'standing' && concerns(each)),
  };
};
