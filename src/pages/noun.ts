import type { ComponentChildren } from 'preact';
import type { Locale } from '../base/texts.ts';
import type { Action, Service } from '../definition/service.ts';
import type { RecordEvent } from '../record/events.ts';
import type { FieldTools } from './fields/field-page.ts';
import type { RecordView } from './public/record-view.ts';
import type { OpenedRecord } from './record-access.ts';
import type { Desk } from './staff/desk.ts';
import type { DeskRecord, RecordExtras } from './staff/record-data.ts';

/**
 * The pieces of pages of a capability of the language: what it shows of a record, wherever records are shown. A piece that
 * has nothing to say gives nothing. Its declared half is in `definition/nouns/`, what it does in `record/nouns/`.
 */
export interface PageNoun {
  /** What an action will bring about, before it is confirmed: a sentence for each thing that others will see. */
  readonly outcomes?: (desk: Desk, opened: DeskRecord, action: Action) => readonly ComponentChildren[];
  /** The same before it is done on many records: what holds for each of them. */
  readonly outcomesForMany?: (service: Service, action: Action, tools: FieldTools) => readonly string[];
  /** What a record needs now, on its page for civil servants: a sentence each. */
  readonly staffNow?: (desk: Desk, opened: DeskRecord) => readonly ComponentChildren[];
  /** A part of a record's page for civil servants, above its answers. */
  readonly staffPart?: (desk: Desk, opened: DeskRecord, extras: RecordExtras) => ComponentChildren;
  /** What a step in the history says more, to civil servants. */
  readonly staffStep?: (desk: Desk, opened: DeskRecord, event: RecordEvent) => readonly ComponentChildren[];
  /** The same, to the applicant. */
  readonly applicantStep?: (view: RecordView, event: RecordEvent) => readonly ComponentChildren[];
  /** Cards beside a record on its page for civil servants. */
  readonly staffCard?: (desk: Desk, opened: DeskRecord, extras: RecordExtras) => ComponentChildren;
  /** A part of the applicant's page of a record, between where it stands and its history. */
  readonly applicantPart?: (view: RecordView) => ComponentChildren;
  /** Facts that the API tells of a record, to whoever has opened it: `opened.candidate` says who that is. */
  readonly json?: (
    opened: OpenedRecord,
    locale: Locale,
    tools: Pick<FieldTools, 'world'>,
  ) => Readonly<Record<string, unknown>>;
}
