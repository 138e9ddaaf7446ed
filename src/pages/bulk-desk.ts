import type { Holder } from '../access/holder.ts';
import type { BulkRow } from '../access/bulk/bulk-queries.ts';
import { type Picked, recordsOf } from '../access/bulk/bulk-runs.ts';
import type { BulkParts } from '../access/bulk/judge.ts';
import { Problem } from '../base/problem.ts';
import { problemTexts } from '../base/problem-texts.ts';
import type { TableToWrite } from '../base/table/table-writer.ts';
import { directionOf, type Locale, say, type Text } from '../base/texts.ts';
import type { Action, Service } from '../definition/service.ts';
import { isForMany } from '../record/in-bulk.ts';
import { bulkTexts as texts } from './bulk-texts.ts';
import type { Parts } from './parts.ts';
import { normaliseReference } from './record-access.ts';

/** What pages and API share in acting on many records. */
export const bulkParts = ({ engine, covers }: Parts): BulkParts => ({ ...engine, covers });

/** A reference as it was sent: what is none names no record. */
export const pickedBy = (parts: Parts, typed: string): Picked => {
  try {
    return normaliseReference(parts, typed);
  } catch (error) {
    if (error instanceof Problem && error.code === 'unknown-record')
      return { reference: typed.slice(0, 40).toWellFormed().replaceAll('\0', ''), id: undefined };
    throw error;
  }
};

/** An action in the words of the version in force, or of the last that had it. */
export const findActionOf = (
  { catalogue }: Parts,
  { service: id, action: name }: { readonly service: string | null; readonly action: string | null },
): { readonly service: Service; readonly action: Action } | undefined => {
  const service = catalogue.findKnown(id ?? '')?.service;
  const action = service?.actions.get(name ?? '');
  return service && action && isForMany(action) ? { service, action } : undefined;
};

/** Why it ended before its end, in words. */
export const sayBulkFault = ({ fault }: BulkRow): Text | undefined => {
  if (fault === null) return undefined;
  if (fault === 'not-allowed') return texts.rightsLost;
  return fault in problemTexts ? problemTexts[fault as keyof typeof problemTexts].detail : problemTexts.internal.detail;
};

export const holderOf = ({ accountId, grants, key }: Holder): Holder => ({ accountId, grants, ...(key && { key }) });

const resultWords = {
  chosen: texts.untried,
  ready: texts.untried,
  out: texts.wasNot,
  refused: texts.wasNot,
  done: texts.wasDone,
} as const;

/** What became of each record. */
export const resultsOf = ({ database }: Parts, row: BulkRow, locale: Locale): TableToWrite => ({
  title: say(locale, texts.result),
  isRightToLeft: directionOf(locale) === 'rtl',
  headings: [texts.reference, texts.result, texts.reason].map((text) => say(locale, text)),
  rows: (async function* () {
    for await (const rows of recordsOf(database, row.id))
      yield rows.map(({ reference, status, reason }) => [
        reference,
        say(locale, resultWords[status]),
        reason ? say(locale, reason.message) : undefined,
      ]);
  })(),
});
