import { describe, expect, test } from 'vitest';
import { amal, at, chief, doctor, economist, home, staff, story } from '../../../test/world/work-story.ts';

describe('what other institutions are asked', () => {
  const approved = { outcome: 'approved', opinion: 'لا مانع' };

  test('is open at the start or by an action, and only whom it is for answers it, wherever the record is', () => {
    const { does, refusal, record } = story();
    expect(record.tasks).toMatchObject([{ name: 'economy_review', institution: 'economy-ministry', standing: 'open' }]);
    expect(refusal('health_review', doctor)).toBe('wrong-state');
    expect(does(amal, 'review').tasks).toMatchObject([
      { name: 'economy_review' },
      { name: 'health_review', institution: 'health-ministry', standing: 'open', dueAt: at(6) },
    ]);
    expect(refusal('health_review', doctor)).toBeUndefined();
    for (const other of [amal, chief, economist, staff('x', 'health-reviewer', home)])
      expect(refusal('health_review', other)).toBe('other-role');
    expect(refusal('approve', doctor)).toBe('wrong-state');
    expect(refusal('refuse', doctor)).toBe('other-role');
  });

  test('lets the rule decide when the last has answered', () => {
    const { does } = story();
    does(amal, 'review');
    expect(does(doctor, 'health_review', approved).state).toBe('review');
    const agreed = does(economist, 'economy_review', { outcome: 'approved' });
    expect(agreed).toMatchObject({
      state: 'proposed',
      tasks: [
        { name: 'economy_review', standing: 'answered', outcome: 'approved' },
        { name: 'health_review', standing: 'answered', outcome: 'approved' },
      ],
    });
  });

  test('does not let the rule decide when one refuses; it can be asked again', () => {
    const { does, refusal } = story();
    does(amal, 'review');
    does(doctor, 'health_review', { ...approved, outcome: 'refused' });
    expect(does(economist, 'economy_review', { outcome: 'approved' }).state).toBe('review');
    expect(refusal('health_review', doctor)).toBe('wrong-state');
    does(amal, 'ask_again');
    does(doctor, 'health_review', approved);
    expect(does(economist, 'economy_review', { outcome: 'approved' }).state).toBe('proposed');
  });

  test('is withdrawn when the record ends', () => {
    const { does, events } = story();
    does(amal, 'review');
    expect(does(chief, 'close').tasks.map(({ standing }) => standing)).toEqual(['withdrawn', 'withdrawn']);
    expect(events.at(-1)?.facts).toMatchObject({ tasks: { withdrawn: ['economy_review', 'health_review'] } });
  });
});
