import { apply } from '../record/fold.ts';
import type { Reassigned } from '../record/nouns/assignment.ts';
import { change, type EngineParts } from './engine.ts';
import { findHeldByAbsent } from './hand-on-absent-queries.ts';
import { rolesIn } from './staffing.ts';

/**
 * Takes open records out of the hands of people who are away: at most so many, each in a transaction of its own, by an event
 * that names who is away. The deputy gets those that he or she may act on and is there for; the rest goes to who has the next
 * turn, where the service gives turns, or waits in its basket. It looks as long as somebody is away: what comes back from
 * its applicant meanwhile lies in nobody's absence either. Gives how many.
 */
export const handOnAbsent = async (parts: EngineParts, limit: number): Promise<number> => {
  const failures: unknown[] = [];
  const held = await parts.database.run(findHeldByAbsent, [limit]);
  for (const { id, account, until, deputy } of held) {
    await change(parts, id, async ({ service, record }, { now, nextAssignee }) => {
      if (record.assignee !== account) return undefined;
      const colleagues = await parts.staffing.colleagues(service, record.institution, rolesIn(service, record.state));
      const present = new Set(colleagues.flatMap((each) => (each.awayUntil ? [] : [each.account])));
      const inTurn = (): string | undefined => {
        // A list of turns that is some seconds old may still have who has just left.
        for (let tries = 0; tries < 3; tries++) {
          const next = nextAssignee?.(service, record.institution);
          if (next === undefined || present.has(next)) return next;
        }
        return undefined;
      };
      const to = deputy !== null && present.has(deputy) ? deputy : inTurn();
      const event: Reassigned = {
        kind: 'reassigned',
        at: now,
        actor: { kind: 'system' },
        facts: {
          assigned: to === undefined ? {} : { to },
          absent: { account, until: until.toISOString() },
        },
      };
      return { events: [event], record: apply(record.id, record, event) };
    }).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  return held.length;
};
