import { expect, test } from 'vitest';
import { permit } from '../../test/world/service.ts';
import { recordWith } from '../../test/world/stored-records.ts';
import { decideSuccession } from './decide-succession.ts';

const actor = { kind: 'account', account: 'a', role: 'administrator', institution: 'office' } as const;
const now = new Date('2026-11-22T10:00:00Z');
const open = {
  name: 'review',
  openedAt: now,
  dueAt: undefined,
  standing: 'open',
  remindAt: [],
  escalates: false,
  escalatedTo: [],
} as const;
const record = recordWith(permit, {
  id: 1,
  institution: 'north',
  assignee: 'rana',
  tasks: [
    { ...open, institution: 'south' },
    { ...open, name: 'visit', institution: 'other' },
  ],
});
const successors = new Map([
  ['north', 'ministry'],
  ['south', 'ministry'],
]);
const succession = {
  now,
  actor,
  change: 7,
  successorOf: (code: string) => successors.get(code),
  keepsAssignee: () => false,
};

test('a record goes to the institution in the place of its own, with what was asked of others, by an event', () => {
  const decision = decideSuccession(record, succession);
  expect(decision?.events).toMatchObject([
    {
      kind: 'succeeded',
      actor,
      facts: { change: 7, from: 'north', institution: 'ministry', tasks: { review: 'ministry' }, released: true },
    },
  ]);
  expect(decision?.record).toMatchObject({
    institution: 'ministry',
    state: record.state,
    deadline: record.deadline,
    tasks: [{ institution: 'ministry' }, { institution: 'other' }],
    lastEvent: record.lastEvent + 1,
  });
  expect(decision?.record.assignee).toBeUndefined();
});

test('whoever is in charge stays so where the post goes along', () => {
  expect(decideSuccession(record, { ...succession, keepsAssignee: () => true })?.record.assignee).toBe('rana');
});

test('nothing happens to records of institutions that are still there', () => {
  expect(decideSuccession({ ...record, institution: 'ministry', tasks: [] }, succession)).toBeUndefined();
});
