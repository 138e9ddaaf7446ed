import { readReference, referenceOf } from '../../../events/reference.ts';
import { latinDigits } from '../../../form/digits.ts';
import { findPrinting, type PrintingRow } from '../../../projections/printing-queries.ts';
import { getStaff, type Request } from '../../route.ts';
import type { Desk } from '../desk.ts';
import { type DeskRecord, findDeskRecord } from '../record-data.ts';
import { printingPrefix } from './printing-page.tsx';

/** A print by the number on it, however it is typed, for who may see its record; nobody else learns that there is one. */
export const findPrint = async (
  desk: Desk,
  request: Request,
  typed: string,
): Promise<{ readonly printing: PrintingRow; readonly opened: DeskRecord } | undefined> => {
  const { database, catalogue } = desk.parts;
  const read = readReference(latinDigits(typed));
  if (read?.prefix !== printingPrefix) return undefined;
  const [printing] = await database.run(findPrinting, [read.id]);
  if (!printing) return undefined;
  const { referencePrefix } = await catalogue.getVersion(printing.versionId);
  const reference = referenceOf(referencePrefix, printing.recordId);
  const opened = await findDeskRecord(desk, reference, getStaff(request), desk.toolsOf(request), 'nothing');
  return opened && { printing, opened };
};
