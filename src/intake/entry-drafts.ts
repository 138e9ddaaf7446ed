import type { Queryable } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import type { PublishedService } from '../catalogue/catalogue.ts';
import type { StaffChannel } from '../definition/nouns/channels.ts';
import type { Service } from '../definition/service.ts';
import type { AccountActor } from '../record/events.ts';
import { type DraftParts, saveDraft } from './drafts.ts';
import {
  type EntryDraftRow,
  findEntryDraft as findStatement,
  insertEntryDraft,
  listEntryDrafts as listStatement,
} from './entry-draft-queries.ts';

/** A record that a civil servant is entering: a draft of the account, which another machine can go on with. */
export interface EntryDraft {
  /** That of the draft with the answers, and the key under which it will be submitted. */
  readonly id: string;
  readonly actor: AccountActor;
  readonly channel: StaffChannel;
  /** In which the person concerned is written to. */
  readonly locale: Locale;
  readonly updatedAt: Date;
  /** What was typed for the field by which people know the record. */
  readonly name: string | undefined;
}

/** Begins an empty one; gives its id. */
export const beginEntry = async (
  parts: DraftParts,
  published: PublishedService,
  actor: AccountActor,
  channel: StaffChannel,
  locale: Locale,
): Promise<string> => {
  const id = await saveDraft(parts, undefined, published, locale, {});
  const { account, role, institution } = actor;
  await parts.database.run(insertEntryDraft, [id, published.service.id, account, role, institution, channel, locale]);
  return id;
};

const draftOf = (
  account: string,
  { id, role, institution, channel, locale, updatedAt, name }: EntryDraftRow,
): EntryDraft => ({
  id,
  actor: { kind: 'account', account, role, institution },
  // Written by `beginEntry` only.
  channel: channel as StaffChannel,
  locale: locale as Locale,
  updatedAt,
  name: name ?? undefined,
});

/** The draft of this account; undefined when it was sent or swept, or is somebody else's. */
export const findEntryDraft = async (
  database: Queryable,
  service: string,
  account: string,
  id: string,
): Promise<EntryDraft | undefined> => {
  const [row] = await database.run(findStatement, [id, service, account]);
  return row && draftOf(account, row);
};

/** What this account has begun and not sent, the last touched first. */
export const listEntryDrafts = async (
  database: Queryable,
  { id, namedBy }: Service,
  account: string,
): Promise<readonly EntryDraft[]> =>
  (await database.run(listStatement, [id, account, namedBy ?? null])).map((row) => draftOf(account, row));
