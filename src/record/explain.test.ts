import { describe, expect, test } from 'vitest';
import { noon, permit, permitData, surroundings, worldAt } from '../../test/world/service.ts';
import { validate } from '../form/validate.ts';
import { decideSubmission } from './decide.ts';
import type { RecordEvent } from './events.ts';
import { explainAutomatic } from './explain.ts';

const submit = (changes: Record<string, unknown>, permits: number): readonly RecordEvent[] =>
  decideSubmission(
    permit,
    {
      id: 7,
      answers: validate(permit.fields.values(), permitData(changes), worldAt(noon)).answers,
      channel: 'web',
      locale: 'ar',
    },
    { now: noon, counts: { permits_that_day: permits }, ...surroundings, nextDocumentId: () => 500 },
  ).events;
const explained = (events: readonly RecordEvent[]) => explainAutomatic(permit, 7, events, 0)[0];
const heldBy = (events: readonly RecordEvent[]) => explained(events)?.found.conditions.map(({ holds }) => holds);
const other = { reason: 'other', explanation: 'زيارة والدتي' };

describe('why a request was decided by a rule, or not', () => {
  test('each condition of the rule is told apart', () => {
    const approved = explained(submit({}, 1));
    expect(approved?.happened).toBe(true);
    expect(approved?.found.conditions.map(({ comparison }) => comparison)).toEqual([
      { name: 'state', operator: '==', values: ['submitted'] },
      { name: 'reason', operator: 'in', values: ['medical', 'food', 'funeral'] },
      { name: 'permits_that_day', operator: '<', values: [2] },
    ]);
    expect(heldBy(submit({}, 1))).toEqual([true, true, true]);
  });

  test('the answer that did not fit is the one that failed', () => {
    expect(heldBy(submit(other, 0))).toEqual([true, false, true]);
    expect(explained(submit(other, 0))).toMatchObject({ happened: false, found: { holds: false } });
  });

  test('the count is the one that was found then', () => {
    const events = submit({}, 2);
    expect(heldBy(events)).toEqual([true, true, false]);
    expect(explained(events)?.found.counts).toEqual({ permits_that_day: 2 });
  });

  test('a count that an event does not hold is not known, and nothing is made up', () => {
    const events = submit({}, 2).map((event) => {
      const { counts: _, ...facts } = event.facts as Record<string, unknown>;
      return { ...event, facts } as unknown as RecordEvent;
    });
    expect(heldBy(events)).toEqual([true, true, undefined]);
    expect(explained(events)?.found.holds).toBeUndefined();
  });
});

test('a rule for another state is not told of', () => {
  const events = submit(other, 0);
  const contested = {
    kind: 'acted',
    at: noon,
    actor: { kind: 'applicant' },
    facts: { action: 'contest', state: 'contested' },
  } as const satisfies RecordEvent;
  expect(explainAutomatic(permit, 7, [...events, contested], 1)).toEqual([]);
});
