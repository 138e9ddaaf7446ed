import { statement } from '../base/database.ts';

export interface EntryDraftRow {
  readonly id: string;
  readonly role: string;
  readonly institution: string;
  readonly channel: string;
  readonly locale: string;
  readonly updatedAt: Date;
  /** What was typed for the field by which people know the record. */
  readonly name: string | null;
}

export const insertEntryDraft = statement(
  'entry-draft/insert',
  'insert into entry_draft (draft_id, service, account_id, role, institution, channel, locale) values ($1, $2, $3, $4, $5, $6, $7)',
);

const columns = `draft.id, entry_draft.role, entry_draft.institution, entry_draft.channel, entry_draft.locale, draft.updated_at as "updatedAt"`;

/** Values: draft, service, account. No row: it was sent or swept, or is somebody else's. */
export const findEntryDraft = statement<EntryDraftRow>(
  'entry-draft/find',
  `select ${columns}, null as name
   from entry_draft join draft on draft.id = entry_draft.draft_id
   where entry_draft.draft_id = $1 and entry_draft.service = $2 and entry_draft.account_id = $3`,
);

/** Values: service, account, the field that names a record or null. The last touched first. */
export const listEntryDrafts = statement<EntryDraftRow>(
  'entry-draft/list',
  `select ${columns}, draft.answers ->> $3 as name
   from entry_draft join draft on draft.id = entry_draft.draft_id
   where entry_draft.service = $1 and entry_draft.account_id = $2
   order by draft.updated_at desc
   limit 50`,
);
