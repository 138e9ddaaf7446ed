import { describe, expect, test } from 'vitest';
import { noon, permit, permitData, surroundings, worldAt } from '../../test/world/service.ts';
import { edited, permitDeclaration } from '../../test/world/versions.ts';
import { compileService, type ServiceFiles } from '../definition/compile-service.ts';
import { validate } from '../form/validate.ts';
import { decideSubmission } from './decide.ts';
import type { RecordEvent } from './events.ts';
import { replaySubmission } from './replay.ts';

const compile = (files: ServiceFiles) => compileService(files, 'changed', 'Asia/Beirut');
const stricter = compile(edited(permitDeclaration, ['service.yaml', 'permits_that_day < 2', 'permits_that_day < 1']));
const withoutFood = compile(edited(permitDeclaration, ['service.yaml', "['medical', 'food',", "['medical',"]));
const slower = compile(edited(permitDeclaration, ['service.yaml', 'within: 2h', 'within: 4h']));
const countedElse = compile(
  edited(permitDeclaration, ['service.yaml', 'same: [phone, day(leave_at)]', 'same: [phone]']),
);
const shorter = compile(edited(permitDeclaration, ['service.yaml', "duration('12h')", "duration('1h')"]));

const past = (changes: Record<string, unknown>, permits = 0): readonly RecordEvent[] =>
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
const play = (after: typeof permit, events: readonly RecordEvent[]) =>
  replaySubmission(permit, after, events, { ...surroundings, cross: (answers) => answers, worldAt });
const other = { reason: 'other', explanation: 'زيارة والدتي' };

describe('a past request under a changed declaration', () => {
  test('makes no difference where nothing changed', () => {
    for (const events of [past({}), past({}, 2), past(other)])
      expect(play(permit, events)).toMatchObject({ differences: [], refused: [], unknownCounts: [] });
  });

  test('would have been decided otherwise by another rule', () => {
    const replayed = play(withoutFood, past({ reason: 'food' }));
    expect(replayed.differences).toEqual(['decision', 'deadline']);
    expect(replayed.before).toMatchObject({ state: 'approved', actions: ['approve'] });
    expect(replayed.after).toMatchObject({ state: 'submitted', actions: [] });
    expect(play(withoutFood, past({})).differences).toEqual([]);
  });

  test('is judged by the count that was found then', () => {
    expect(play(stricter, past({}, 0)).differences).toEqual([]);
    expect(play(stricter, past({}, 1)).differences).toContain('decision');
  });

  test('would have had another time limit', () => {
    expect(play(slower, past(other)).differences).toEqual(['deadline']);
  });

  test('cannot be known where it hangs on a count that nobody kept, and only there', () => {
    expect(play(countedElse, past({}))).toMatchObject({ after: undefined, unknownCounts: ['permits_that_day'] });
    expect(play(countedElse, past(other))).toMatchObject({ differences: [], unknownCounts: [] });
  });

  test('would be refused by a form that asks for more', () => {
    expect(play(shorter, past({})).refused).toEqual(['back_at']);
  });

  test('that people decided since is looked at as it came in', () => {
    const events = past(other);
    const acted = {
      kind: 'acted',
      at: new Date(+noon + 60_000),
      actor: { kind: 'account', account: 'rana', role: 'permit-agent', institution: 'interior-ministry' },
      facts: { action: 'approve', state: 'approved' },
    } as const satisfies RecordEvent;
    expect(play(slower, [...events, acted])).toMatchObject({
      before: { state: 'submitted' },
      differences: ['deadline'],
    });
  });
});
