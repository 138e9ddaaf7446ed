import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, submit } from '../../../test/world/work-story.ts';
import { apply } from '../fold.ts';
import { takeTurn } from './assignment.ts';

describe('turns', () => {
  const people = ['c', 'a', 'b'].map((account) => ({ account, institution: account === 'c' ? 'branch' : 'office' }));
  const covers = (holder: string, institution: string) => holder === institution || holder === 'office';

  test('go round among those of the institution, whoever waited longest first', () => {
    const last = new Map([['a', 9]]);
    const given = Array.from({ length: 5 }, () => takeTurn(people, last, 'office', covers));
    expect(given).toEqual(['b', 'a', 'b', 'a', 'b']);
  });

  test('go to those above where the institution has nobody, and to nobody where there is none', () => {
    expect(takeTurn(people, new Map(), 'branch', covers)).toBe('c');
    expect(takeTurn(people, new Map(), 'village', covers)).toBe('a');
    expect(takeTurn([], new Map(), 'office', covers)).toBeUndefined();
  });

  test('are shared out evenly, whatever was before', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(50)),
        fc.integer({ min: 1, max: 5 }),
        (accounts, before, rounds) => {
          const last = new Map(accounts.flatMap((account, index) => (before[index] ? [[account, before[index]]] : [])));
          const all = accounts.map((account) => ({ account, institution: 'office' }));
          const given = Array.from({ length: accounts.length * rounds }, () => takeTurn(all, last, 'office', covers));
          for (const account of accounts) expect(given.filter((each) => each === account)).toHaveLength(rounds);
        },
      ),
    );
  });
});

test('a record that goes one institution higher since it is late is in nobody’s charge there', () => {
  const { record } = submit();
  const late = { kind: 'deadline-passed', at: at(4), actor: { kind: 'system' } } as const;
  const facts = { deadline: 'decision', escalatedTo: ['chief'] };
  expect(record.assignee).toBe('amal');
  expect(apply(7, record, { ...late, facts }).assignee).toBe('amal');
  expect(
    apply(7, record, { ...late, facts: { ...facts, institution: 'council-presidency' } }).assignee,
  ).toBeUndefined();
});
