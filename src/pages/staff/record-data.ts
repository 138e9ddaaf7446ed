import type { Staff } from '../../access/grant.ts';
import { awayUntil } from '../../access/absence-queries.ts';
import type { ReadingGroupRow } from '../../access/reading-queries.ts';
import { listReadings, type ReadingWay } from '../../access/readings.ts';
import { scopeParameter } from '../../access/scope.ts';
import { Problem } from '../../base/problem.ts';
import { type Locale, type Text } from '../../base/texts.ts';
import {
  countScansOfDocuments,
  listAccountNames,
  listRecordMessages,
  type RecordMessageRow,
  type ScanCountRow,
} from '../../projections/record-desk-queries.ts';
import type { Service } from '../../definition/service.ts';
import { numberHashes } from '../../projections/search-index.ts';
import { findSimilar, type SimilarRecord } from '../../projections/similar.ts';
import { isByClock } from '../../record/events.ts';
import { findPreviousRound, type RoundRow } from '../../projections/survey-round-queries.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { openAsStaff, type OpenedRecord } from '../record-access.ts';
import { type Desk, getVersion } from './desk.ts';
import { seenRows } from './seen-rows.ts';
import { findGatheredLinks, type GatheredLink } from './gathered/gathered-data.ts';

/** A record on a civil servant's desk. */
export interface DeskRecord extends OpenedRecord {
  readonly staff: Staff;
  readonly tools: FieldTools;
  /** Of those who acted on it, by account. */
  readonly names: ReadonlyMap<string, Text>;
  /** Until when who is in charge is away. */
  readonly assigneeAwayUntil: Date | undefined;
}

/** What accompanies a record on its page. */
export interface RecordExtras {
  readonly messages: readonly RecordMessageRow[];
  readonly scans: ReadonlyMap<number, ScanCountRow>;
  /** Of a survey: how the same institution stood in the round before, where this account may see it. */
  readonly previousRound: RoundRow | undefined;
  /** What gathers around it: those that name it, those about the same. */
  readonly gathered: readonly GatheredLink[];
  /** Those that resemble it, as far as this account sees them. */
  readonly similar: readonly (SimilarRecord & { readonly service: Service })[];
  /** Who has read it, where this account oversees the service. */
  readonly readings: readonly ReadingGroupRow[] | undefined;
}

/** Opens a record for a civil servant; undefined when there is none that this account may see. */
export const findDeskRecord = async (
  desk: Desk,
  reference: string,
  staff: Staff,
  tools: FieldTools,
  way: ReadingWay | 'nothing',
): Promise<DeskRecord | undefined> => {
  try {
    const opened = await openAsStaff(desk.parts, reference, staff, way);
    await lookUpRecords(desk.parts, opened.service.fields, opened.record.answers);
    return {
      ...opened,
      staff,
      tools,
      names: await namesOf(desk, opened),
      assigneeAwayUntil: await findAwayUntil(desk, opened.record.assignee),
    };
  } catch (error) {
    if (error instanceof Problem && error.code === 'unknown-record') return undefined;
    throw error;
  }
};

const namesOf = (desk: Desk, { events, record }: OpenedRecord): Promise<ReadonlyMap<string, Text>> =>
  namesOfAccounts(desk, [
    ...events.flatMap(({ actor }) =>
      actor.kind === 'account' ? [actor.account, ...(actor.for ? [actor.for] : [])] : [],
    ),
    ...events.flatMap((event) =>
      event.kind === 'reassigned' || !isByClock(event) ? (event.facts.assigned?.to ?? []) : [],
    ),
    ...events.flatMap((event) => (event.kind === 'reassigned' ? (event.facts.absent?.account ?? []) : [])),
    ...(record.assignee === undefined ? [] : [record.assignee]),
  ]);

const findAwayUntil = async ({ parts }: Desk, account: string | undefined): Promise<Date | undefined> =>
  account === undefined ? undefined : ((await parts.database.run(awayUntil, [account]))[0]?.until ?? undefined);

/** What people are called, by account. */
export const namesOfAccounts = async (
  { parts }: Desk,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Text>> => {
  if (accounts.length === 0) return new Map();
  const rows = await parts.database.run(listAccountNames, [[...new Set(accounts)]]);
  return new Map(rows.map(({ id, name, nameLatin }) => [id, { ar: name, fr: nameLatin, en: nameLatin }]));
};

export const loadExtras = async (desk: Desk, opened: DeskRecord): Promise<RecordExtras> => {
  const { database } = desk.parts;
  const { record } = opened;
  const ids = record.documents.map(({ id }) => id);
  const [messages, scans, previousRound, gathered, similar, readings] = await Promise.all([
    database.run(listRecordMessages, [record.id]),
    ids.length > 0 ? database.run(countScansOfDocuments, [ids]) : [],
    findRoundBefore(desk, opened),
    findGatheredLinks(desk, opened),
    findSimilarRecords(desk, opened),
    opened.readAs?.oversees ? listReadings(database, record.id, opened.tools.world.timeZone) : undefined,
  ]);
  return {
    messages,
    scans: new Map(scans.map((row) => [row.documentId, row])),
    previousRound,
    gathered,
    similar,
    readings,
  };
};

const findSimilarRecords = async (
  desk: Desk,
  { service, record, staff, handedOverTo }: DeskRecord,
): Promise<RecordExtras['similar']> => {
  if (handedOverTo !== undefined || record.erased) return [];
  const { database, secrets } = desk.parts;
  const work = await desk.workOf(staff);
  const found = await findSimilar(database, work.scope, work.versions, { ...record, service }, numberHashes(secrets));
  const rows = seenRows(
    desk,
    work,
    found.map(({ row }) => row),
  );
  return found.flatMap(({ because }, index) => {
    const row = rows[index];
    return row ? [{ row, because, service: getVersion(work, row.versionId) }] : [];
  });
};

const findRoundBefore = async (desk: Desk, { service, record, staff }: DeskRecord): Promise<RoundRow | undefined> => {
  if (!service.survey) return undefined;
  const { scope } = await desk.workOf(staff);
  const subject = record.answers[service.survey.subject];
  const values = [scopeParameter(scope), service.id, subject, record.submittedAt, record.id];
  return (await desk.parts.database.run(findPreviousRound, values))[0];
};

/** Several names as one enumeration: "a, b or c". */
export const enumerate = (
  words: readonly string[],
  locale: Locale,
  type: 'conjunction' | 'disjunction' = 'disjunction',
): string => new Intl.ListFormat(locale, { type, style: 'long' }).format(words);
