import type { OpeningReason } from '../access/readings.ts';
import { Problem } from '../base/problem.ts';
import type { Parts } from './parts.ts';
import type { OpenedRecord } from './record-access.ts';

/** Opens the sensitive answers of a record to the civil servant who has opened it: written down first, open from then on. */
export const openSensitive = async (
  { readings, world }: Pick<Parts, 'readings' | 'world'>,
  { record, readAs, reader, closed }: OpenedRecord,
  reason: OpeningReason,
): Promise<void> => {
  if (!readAs || reader.kind !== 'account') throw new Problem('not-allowed');
  // Open already, or nothing that is closed: nothing happens.
  if (closed.length === 0) return;
  const { role, institution, purpose } = readAs;
  const opening = { recordId: record.id, at: world().now, account: reader.account, role, institution, purpose };
  await readings.open(opening, reason, closed);
};
