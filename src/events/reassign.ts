import type { Service } from '../definition/service.ts';
import { apply } from '../record/fold.ts';
import type { Reassigned } from '../record/nouns/assignment.ts';
import { change, type EngineParts } from './engine.ts';
import { findClosedWithWork, findInHands, markWorkDone } from './reassign-queries.ts';

/** Everybody who can do something with records of a service. */
const rolesAt = (service: Service): readonly string[] => [
  ...new Set([...service.actions.values()].flatMap(({ by }) => by)),
];

/**
 * Takes open records out of the hands of accounts that were closed: at most so many, each in a transaction of its own, by an
 * event that names who closed the account. Whom that person chose gets those that he or she may work on; the rest waits in its
 * basket. Nothing is lost by a stop in between. Gives how many.
 */
export const handOnWork = async (parts: EngineParts, limit: number): Promise<number> => {
  const failures: unknown[] = [];
  let handedOn = 0;
  for (const { decision, account, by, institution, workTo, settled } of await parts.database.run(findClosedWithWork)) {
    const held = await parts.database.run(findInHands, [account, limit - handedOn]);
    for (const { id } of held) {
      await change(parts, id, async ({ service, record }, { now }) => {
        if (record.assignee !== account) return undefined;
        const able =
          workTo === null ? [] : await parts.staffing.colleagues(service, record.institution, rolesAt(service));
        const to = able.find((colleague) => colleague.account === workTo && !colleague.awayUntil)?.account;
        const event: Reassigned = {
          kind: 'reassigned',
          at: now,
          actor: { kind: 'account', account: by, role: 'administrator', institution },
          facts: { assigned: to === undefined ? {} : { to } },
        };
        return { events: [event], record: apply(record.id, record, event) };
      }).then(
        () => handedOn++,
        (error) => failures.push(error),
      );
    }
    if (held.length === 0 && settled) await parts.database.run(markWorkDone, [decision]);
    if (handedOn >= limit) break;
  }
  if (failures.length > 0) throw failures[0];
  return handedOn;
};
