import type { Transaction } from '../base/database.ts';
import type { OpenedByException } from '../record/nouns/break-glass.ts';
import type { Beside } from './beside.ts';
import { keepOpenedByException, tellOfException } from './opened-records-queries.ts';
import { referenceOf } from './reference.ts';

/** Who opened which record in an emergency and until when, and those who are told of it: written with the event that says so. */
export const openedRecords: Beside = {
  concerns: ({ breakGlass }, { events }) =>
    breakGlass !== undefined && events.some(({ kind }) => kind === 'opened-by-exception'),
  write: async (transaction: Transaction, decisions) => {
    const opened = decisions.flatMap(({ service, decision: { record, events } }) =>
      events.flatMap((event, index) =>
        event.kind === 'opened-by-exception' && event.actor.kind === 'account'
          ? [
              {
                event: record.lastEvent - events.length + 1 + index,
                account: event.actor.account,
                record: record.id,
                reference: referenceOf(service.referencePrefix, record.id),
                facts: event.facts satisfies OpenedByException['facts'],
              },
            ]
          : [],
      ),
    );
    const rows = opened.map(({ record, account, event, facts }) => ({
      record_id: record,
      account,
      event,
      until: facts.until,
    }));
    await transaction.run(keepOpenedByException, [JSON.stringify(rows)]);
    const told = opened.flatMap(({ account, reference, facts }) =>
      facts.told.map((each) => ({ told: each, account, reference, until: facts.until })),
    );
    if (told.length > 0) await transaction.run(tellOfException, [JSON.stringify(told)]);
  },
};
