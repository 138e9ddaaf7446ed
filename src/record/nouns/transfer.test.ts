import { describe, expect, test } from 'vitest';
import { amal, at, contextAt, home, staff, story, submit } from '../../../test/world/work-story.ts';
import { works } from '../../../test/world/works.ts';
import { decideAction, decideDeadline } from '../decide.ts';
import { transferFaults } from './transfer.ts';

describe('a hand-over', () => {
  const reason = { institution: 'interior-ministry', reason: 'من اختصاصكم' };

  test('moves the record, starts the deadline anew, and gives the turn to somebody there', () => {
    const { does, record } = story();
    expect(record.deadline).toMatchObject({ dueAt: at(3) });
    const moved = does(amal, 'hand_over', reason, 2);
    expect(moved).toMatchObject({
      institution: 'interior-ministry',
      state: 'submitted',
      assignee: 'nada',
      deadline: { dueAt: at(5) },
    });
  });

  test('tells where from and where to in its facts, and why in what can be erased', () => {
    const { does, events } = story();
    does(amal, 'hand_over', reason);
    expect(events.at(-1)).toMatchObject({
      facts: { transferred: { from: home, to: 'interior-ministry', anew: true } },
      content: { reason: 'من اختصاصكم' },
    });
    expect(JSON.stringify(events.at(-1)?.facts)).not.toContain('اختصاصكم');
  });

  test('lets the deadline go on where the declaration says so', () => {
    const { does } = story();
    does(amal, 'hand_over', reason, 2);
    expect(does(staff('nada', 'clerk', 'interior-ministry'), 'give_back', {}, 4)).toMatchObject({
      institution: home,
      deadline: { dueAt: at(5) },
    });
  });

  test('releases whom a passed deadline had called upon', () => {
    const late = decideDeadline(works, submit().record, { ...contextAt(at(4)) })!;
    expect(late.record.escalatedTo).toEqual(['chief']);
    const moved = decideAction(
      works,
      late.record,
      works.actions.get('hand_over')!,
      amal.actor,
      reason,
      contextAt(at(5)),
    ).record;
    expect(moved).toMatchObject({ escalatedTo: [], deadline: { dueAt: at(8) } });
  });

  test('does not go to where the record is', () => {
    const action = works.actions.get('hand_over')!;
    expect(transferFaults(submit().record, action, { institution: home }).map(({ path }) => path)).toEqual([
      'institution',
    ]);
    expect(transferFaults(submit().record, action, reason)).toEqual([]);
    // What comes into another state in any case may stay.
    expect(transferFaults(submit().record, { ...action, to: 'review' }, { institution: home })).toEqual([]);
  });
});
