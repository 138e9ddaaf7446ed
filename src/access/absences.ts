import { recordAccountEvent } from './account-events.ts';
import type { Client } from './client.ts';
import { endAbsenceStatement, findOverlap, insertAbsence, listSameRole } from './absence-queries.ts';
import type { Staff } from './grant.ts';
import { getPerson, type PeopleParts } from './people.ts';
import { Problem } from '../base/problem.ts';

/**
 * Being away: open work of somebody who is goes to a deputy, or back to the institution (`events/hand-on-absent.ts`). It gives
 * nobody a right: a deputy for the work needs a role of his or her own over it.
 */
export type AbsenceFault = 'already-over' | 'too-long' | 'overlaps' | 'no-deputy' | 'deputy-away';

const longest = 366 * 86_400_000;

/** Who may take over from somebody: by own grants with the same role, at the same institution or above it. */
export const deputiesFor = async ({ database, covers }: PeopleParts, accountId: string) => {
  const rows = await database.run(listSameRole, [accountId]);
  const able = rows.filter(({ institution, ownInstitution }) => covers(institution, ownInstitution));
  return [...new Map(able.map(({ id, name, nameLatin }) => [id, { id, name, nameLatin }])).values()];
};

/** Whose absences somebody may say: the own ones, and those of people whose rights are all his or hers to administer. */
export const mayRuleAbsences = async (parts: PeopleParts, staff: Staff, accountId: string): Promise<void> => {
  if (accountId === staff.accountId) return;
  if (!(await getPerson(parts, staff, accountId)).isWhole) throw new Problem('not-allowed');
};

export interface WantedAbsence {
  readonly accountId: string;
  readonly from: Date;
  readonly until: Date;
  /** Left out: the institution shares the work. */
  readonly deputy?: string | undefined;
}

/** Says that somebody is away, or what keeps it from being said. */
export const sayAbsence = async (
  parts: PeopleParts,
  staff: Staff,
  { accountId, from, until, deputy }: WantedAbsence,
  client: Client,
): Promise<AbsenceFault | undefined> => {
  await mayRuleAbsences(parts, staff, accountId);
  if (until <= from || until <= parts.now()) return 'already-over';
  if (+until - +from > longest) return 'too-long';
  if (deputy !== undefined) {
    if (!(await deputiesFor(parts, accountId)).some(({ id }) => id === deputy)) return 'no-deputy';
    if ((await parts.database.run(findOverlap, [deputy, from, until])).length > 0) return 'deputy-away';
  }
  if ((await parts.database.run(findOverlap, [accountId, from, until])).length > 0) return 'overlaps';
  await parts.database.transaction(async (transaction) => {
    await transaction.run(insertAbsence, [accountId, from, until, deputy ?? null, staff.accountId]);
    await recordAccountEvent(transaction, {
      accountId,
      kind: 'absence-said',
      by: staff.accountId,
      sessionId: staff.sessionId,
      client,
      details: { from: from.toISOString(), until: until.toISOString(), ...(deputy !== undefined && { deputy }) },
    });
  });
  return undefined;
};

/** Ends an absence before its time, or takes back one that is to come. Work that was handed on stays where it is. */
export const endAbsence = async (
  parts: PeopleParts,
  staff: Staff,
  { accountId, id }: { readonly accountId: string; readonly id: string },
  client: Client,
): Promise<void> => {
  await mayRuleAbsences(parts, staff, accountId);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Problem('not-found');
  await parts.database.transaction(async (transaction) => {
    const ended = await transaction.run(endAbsenceStatement, [id, staff.accountId, accountId]);
    if (ended.length === 0) throw new Problem('not-found');
    await recordAccountEvent(transaction, {
      accountId,
      kind: 'absence-ended',
      by: staff.accountId,
      sessionId: staff.sessionId,
      client,
    });
  });
};
