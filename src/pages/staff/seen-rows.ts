import { readerOf } from '../../access/record-access.ts';
import type { ListedRow } from '../../projections/worklist-queries.ts';
import { hiddenFrom, withoutAnswers } from '../../record/field-access.ts';
import { type Desk, getVersion, type Work } from './desk.ts';

/** The rows with no more of their answers than this account may see. */
export const seenRows = <Row extends ListedRow>(
  { parts: { covers } }: Desk,
  work: Work,
  rows: readonly Row[],
): readonly Row[] => {
  // Rows that agree in all that decides it are decided once.
  const known = new Map<string, ReadonlySet<string>>();
  const hiddenIn = ({ versionId, institution, state, channel }: Row): ReadonlySet<string> => {
    const service = getVersion(work, versionId);
    return hiddenFrom(service, readerOf(work.staff, service, { institution, state, channel, tasks: [] }, covers));
  };
  return rows.map((row) => {
    const key = groupOf(row);
    const hidden = known.get(key) ?? hiddenIn(row);
    known.set(key, hidden);
    const data = withoutAnswers(row.data, hidden);
    return data === row.data ? row : { ...row, data };
  });
};

/** Rows of one group are seen by the same roles, for the same purpose. */
export const groupOf = ({ versionId, institution, state, channel, task }: ListedRow): string =>
  `${versionId} ${institution} ${state} ${channel} ${task === null}`;
