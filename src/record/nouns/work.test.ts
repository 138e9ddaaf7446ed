import { describe, expect, test } from 'vitest';
import { noon } from '../../../test/world/service.ts';
import { amal, at, chief, contextAt, karim, story, submit } from '../../../test/world/work-story.ts';
import { works } from '../../../test/world/works.ts';
import type { CaseRecord } from '../fold.ts';
import { messageAfter } from '../message.ts';

describe('who is in charge', () => {
  test('is whose turn it is, as each record arrives', () => {
    const turns = new Map<string, number>();
    const charged = Array.from({ length: 4 }, () => submit(contextAt(noon, turns)).record.assignee);
    expect(charged).toEqual(['amal', 'karim', 'amal', 'karim']);
  });

  test('is who takes it, gets it or is put in charge; others with the role may act all the same', () => {
    const { does, refusal } = story();
    expect(refusal('take', amal)).toBe('wrong-state');
    expect(does(karim, 'take').assignee).toBe('karim');
    expect(refusal('review', amal)).toBeUndefined();
    expect(does(chief, 'give', { assignee: 'amal' }).assignee).toBe('amal');
    expect(does(karim, 'put_down').assignee).toBeUndefined();
    expect(refusal('put_down', karim)).toBe('wrong-state');
    expect(does(chief, 'pass_on').assignee).toBe('amal');
  });

  test('alone may do what is for the person in charge only', () => {
    const { does, refusal } = story();
    does(amal, 'review');
    expect(refusal('refuse', karim)).toBe('not-assignee');
    expect(refusal('refuse', amal)).toBeUndefined();
  });

  test('is told by the id of an account, never by a name', () => {
    const { does, events } = story();
    does(chief, 'give', { assignee: 'karim' });
    expect(events.at(-1)?.facts).toMatchObject({ action: 'give', assigned: { to: 'karim' } });
  });
});

describe('what was decided', () => {
  const decided = () => {
    const it = story();
    it.does(amal, 'review');
    it.does(amal, 'propose');
    return it;
  };

  test('takes two people where the declaration wants them', () => {
    const { does, refusal } = decided();
    expect(refusal('approve', amal)).toBe('other-person');
    expect(does(karim, 'approve').state).toBe('approved');
  });

  test('is reopened with a new deadline, its document revoked', () => {
    const { does } = decided();
    expect(does(karim, 'approve').deadline).toBeUndefined();
    expect(does(chief, 'reopen', {}, 10)).toMatchObject({
      state: 'review',
      deadline: { name: 'decision', dueAt: at(13) },
      documents: [{ id: 100, revoked: true }],
    });
  });

  test('is corrected by a new event, and its document issued anew', () => {
    const { does, events } = decided();
    does(karim, 'approve');
    const corrected = does(chief, 'correct', { phone: '+9613654321', size: 'large' });
    expect(corrected).toMatchObject({ state: 'approved', answers: { size: 'large', full_name: 'سلمى نجار' } });
    expect(corrected.documents.map(({ revoked }) => revoked)).toEqual([true, false]);
    expect(events.at(-1)?.facts).toMatchObject({ edited: ['phone', 'size'] });
  });
});

describe('the applicant', () => {
  const told = (name: string, before: CaseRecord, after: CaseRecord) =>
    messageAfter(works, before, after, works.actions.get(name));

  test('is told of an action that says so, though the state stays', () => {
    const before = submit().record;
    const after = story().does(amal, 'inform', { news: 'سنزور الموقع' });
    expect(told('inform', before, after)).toEqual({ action: 'inform' });
    expect(told('note', before, story().does(amal, 'note', { note: 'x' }))).toBeUndefined();
  });

  test('is not told of an action that says no, though the state changes', () => {
    const before = submit().record;
    const after = story().does(chief, 'quietly');
    expect(after.state).toBe('refused');
    expect(told('quietly', before, after)).toBeUndefined();
    expect(messageAfter(works, before, after)).toEqual({ state: 'refused' });
  });
});
