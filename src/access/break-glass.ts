import type { Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import type { Service } from '../definition/service.ts';
import { change, type EngineParts } from '../events/engine.ts';
import type { Candidate } from '../record/allowed-actions.ts';
import type { AccountActor } from '../record/events.ts';
import { apply, type CaseRecord } from '../record/fold.ts';
import { type OpenedByException, reasonKey } from '../record/nouns/break-glass.ts';
import { findOpenedByException } from './break-glass-queries.ts';
import type { Covers, Grant, Staff } from './grant.ts';
import { asActor } from './record-access.ts';
import { maySee } from './sight.ts';
import { listHolders } from './staffing-queries.ts';

/**
 * Opening a record without a right to it, in an emergency. Who may is declared; the reason is written down; it ends by itself;
 * whoever is at the head of the record's institution, and who oversees the service, is told; the applicant reads it in the
 * history. Nothing but reading comes with it.
 */
export interface BreakGlassParts {
  readonly engine: EngineParts;
  readonly covers: Covers;
}

/** Who is a deputy opens nothing in somebody else's name. */
const grantsToOpen = (staff: Staff, { id, breakGlass }: Service): readonly Grant[] =>
  staff.grants.filter(
    (grant) =>
      grant.for === undefined &&
      (breakGlass?.by.includes(grant.role) ?? false) &&
      (grant.services === null || grant.services.includes(id)),
  );

export const mayBreakGlass = (staff: Staff, service: Service): boolean => grantsToOpen(staff, service).length > 0;

/** Until when a record is open to an account that opened it so; undefined: it is not. */
export const openedUntil = async (queryable: Queryable, staff: Staff, recordId: number): Promise<Date | undefined> =>
  (await queryable.run(findOpenedByException, [recordId, staff.accountId]))[0]?.until;

/** As whom an account reads a record that it opened so: by the roles that let it. */
export const exceptionalReader = (staff: Staff, service: Service): Candidate => ({
  kind: 'account',
  account: staff.accountId,
  roles: new Set(grantsToOpen(staff, service).map(({ role }) => role)),
});

/** As what the trail names it. */
export const exceptionalActor = (staff: Staff, service: Service): AccountActor =>
  asActor(staff, grantsToOpen(staff, service)[0] ?? { role: '', institution: '', services: null });

export const shortestReason = 10;
export const longestReason = 1_000;

/** Opens a record so. Who may not gets the answer of a record that does not exist. */
export const breakGlass = async (
  { engine, covers }: BreakGlassParts,
  staff: Staff,
  recordId: number,
  reason: string,
): Promise<void> => {
  await change(engine, recordId, async ({ service, record }, { now }) => {
    const [grant] = grantsToOpen(staff, service);
    const declared = service.breakGlass;
    if (!grant || !declared) throw new Problem('unknown-record');
    if (maySee(staff, service, record, covers)) return undefined;
    const event: OpenedByException = {
      kind: 'opened-by-exception',
      at: now,
      actor: asActor(staff, grant),
      facts: {
        until: new Date(+now + declared.within.n).toISOString(),
        told: await toBeTold(engine.database, service, record, staff, covers),
      },
      content: { [reasonKey]: reason },
    };
    return { events: [event], record: apply(record.id, record, event) };
  });
};

const mostTold = 50;

/** Whoever is declared to be told at the record's institution or above it, and all who oversee the service. */
const toBeTold = async (
  queryable: Queryable,
  service: Service,
  { institution }: CaseRecord,
  staff: Staff,
  covers: Covers,
): Promise<readonly string[]> => {
  const [heads, overseers] = await Promise.all([
    queryable.run(listHolders, [service.breakGlass?.tell ?? [], service.id]),
    queryable.run(listHolders, [service.oversight, service.id]),
  ]);
  const told = [...heads.filter((holder) => covers(holder.institution, institution)), ...overseers];
  return [...new Set(told.map(({ account }) => account))].filter((each) => each !== staff.accountId).slice(0, mostTold);
};
