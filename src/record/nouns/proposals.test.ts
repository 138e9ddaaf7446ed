import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clinics } from '../../../test/world/clinics.ts';
import { noon, surroundings } from '../../../test/world/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { type Candidate, findRefusal } from '../allowed-actions.ts';
import { askedOf } from '../asked-action.ts';
import { decideAction, decideSubmission } from '../decide.ts';
import type { Actor, RecordEvent } from '../events.ts';
import { type CaseRecord, fold } from '../fold.ts';
import { proposalFaults } from './proposals.ts';

const context = { now: noon, counts: {}, ...surroundings, nextDocumentId: () => 1 };
const answers: Answers = {
  clinic: 'Al Amal',
  care: 'general',
  doctor: 'Dr A',
  phone: '+9613123456',
  findings: 'clean',
};

const person = (account: string, ...roles: string[]): { candidate: Candidate; actor: Actor } => ({
  candidate: { kind: 'account', account, roles: new Set(roles) },
  actor: { kind: 'account', account, role: roles[0] ?? '', institution: 'interior-ministry' },
});
const registrar = person('rana', 'clinic-registrar');
const colleague = person('samer', 'clinic-registrar');
const clerk = person('ziad', 'clinic-clerk');
const citizen = { candidate: { kind: 'applicant' }, actor: { kind: 'applicant' } } as const;

const entered = () =>
  decideSubmission(
    clinics,
    { id: 1, answers, channel: 'counter', locale: 'ar', actor: clerk.actor },
    { ...context, enteredAt: 'interior-ministry' },
  );

/** A register entry as it is worked on, with all of its events. */
const open = () => {
  const events: RecordEvent[] = [...entered().events];
  return {
    events,
    get record(): CaseRecord {
      return fold(1, events);
    },
    does(who: { candidate: Candidate; actor: Actor }, name: string, inputs: Answers = {}) {
      const declared = clinics.actions.get(name)!;
      const refusal = findRefusal(clinics, this.record, declared, who.candidate, noon);
      if (refusal) return refusal;
      const action = askedOf(clinics, this.record, declared, who.candidate);
      const decision = decideAction(clinics, this.record, action, who.actor, inputs, context);
      events.push(...decision.events);
      expect(decision.record).toEqual(this.record);
      return undefined;
    },
  };
};
const { findings: _, doctor: __, ...plain } = answers;

test('an entry is made by the civil servant who makes it, and its facts say where', () => {
  expect(entered().events).toMatchObject([
    { kind: 'submitted', actor: clerk.actor, facts: { channel: 'counter', enteredAt: 'interior-ministry' } },
  ]);
});

describe('a proposed change', () => {
  test('changes nothing until another person accepts it, and then exactly what was proposed', () => {
    const entry = open();
    entry.does(clerk, 'suggest', { ...plain, care: 'dental', reason: 'new sign' });
    entry.does(citizen, 'suggest', { ...plain, clinic: 'Al Amal Centre', reason: 'renamed' });
    expect(entry.record.answers).toEqual(answers);
    expect(entry.record.proposals.map(({ number, fields }) => [number, fields])).toEqual([
      [2, ['care']],
      [3, ['clinic']],
    ]);
    entry.does(registrar, 'accept', { proposal: '2' });
    expect(entry.record.answers).toEqual({ ...answers, care: 'dental' });
    entry.does(registrar, 'accept', { proposal: '3' });
    expect(entry.record.answers).toEqual({ ...answers, care: 'dental', clinic: 'Al Amal Centre' });
    expect(entry.record.proposals).toEqual([]);
  });

  test('takes an answer out where it proposes none', () => {
    const entry = open();
    const { phone: _phone, ...rest } = plain;
    entry.does(clerk, 'suggest', { ...rest, reason: 'no telephone any more' });
    entry.does(registrar, 'accept');
    expect(entry.record.answers).not.toHaveProperty('phone');
  });

  test('is not accepted by who made it, who may withdraw it', () => {
    const entry = open();
    expect(entry.does(registrar, 'accept')).toBe('nothing-proposed');
    entry.does(registrar, 'suggest', { ...plain, doctor: 'Dr B', reason: 'moved' });
    expect(entry.does(registrar, 'accept')).toBe('own-proposal');
    expect(entry.does(registrar, 'decline', { why: 'a mistake' })).toBeUndefined();
    expect(entry.record).toMatchObject({ answers, proposals: [] });
  });

  test('is decided on by nobody who may not change what it changes', () => {
    const entry = open();
    entry.does(registrar, 'suggest', { ...plain, doctor: 'Dr B', reason: 'moved' });
    expect(entry.does(clerk, 'decline', { why: 'no' })).toBe('other-role');
    expect(entry.does(colleague, 'accept')).toBeUndefined();
    expect(entry.record.answers).toMatchObject({ doctor: 'Dr B' });
  });

  test('asks of a role only what it may change', () => {
    const asked = (candidate: Candidate) =>
      askedOf(clinics, open().record, clinics.actions.get('suggest')!, candidate).fields.map(({ name }) => name);
    expect(asked(registrar.candidate)).toEqual(['reason', 'clinic', 'care', 'town', 'doctor', 'phone']);
    expect(asked(clerk.candidate)).toEqual(['reason', 'clinic', 'care', 'town', 'phone']);
    const entry = open();
    entry.does(clerk, 'suggest', { ...plain, care: 'eyes', reason: 'new sign' });
    entry.does(registrar, 'accept');
    expect(entry.record.answers).toMatchObject({ doctor: 'Dr A', findings: 'clean', care: 'eyes' });
  });

  test('that proposes nothing else is sent back', () => {
    const action = clinics.actions.get('suggest')!;
    expect(proposalFaults(open().record, action, { ...plain, doctor: 'Dr A', reason: '' })).toHaveLength(1);
    expect(proposalFaults(open().record, action, { ...plain, doctor: 'Dr B' })).toEqual([]);
  });

  test('keeps an entry from being archived until it is decided on', () => {
    const entry = open();
    entry.does(clerk, 'suggest', { ...plain, care: 'eyes', reason: 'x' });
    expect(entry.does(registrar, 'archive')).toBe('condition');
    entry.does(registrar, 'decline', { why: 'no' });
    expect(entry.does(registrar, 'archive')).toBeUndefined();
    expect(entry.record.state).toBe('archived');
  });

  test('leaves no word of what people wrote in the facts of events', () => {
    const entry = open();
    entry.does(clerk, 'suggest', { ...plain, clinic: 'Secret name', reason: 'because' });
    entry.does(registrar, 'accept');
    const facts = JSON.stringify(entry.events.map((event) => event.facts));
    for (const word of ['Secret name', 'because', 'Al Amal', 'Dr A']) expect(facts).not.toContain(word);
    expect(facts).toContain('"proposed":["clinic"]');
  });
});

const step = fc.oneof(
  fc.record({
    kind: fc.constant('suggest' as const),
    by: fc.constantFrom('clerk', 'registrar', 'citizen'),
    care: fc.constantFrom('general', 'dental', 'eyes'),
    clinic: fc.constantFrom('A', 'B', 'C'),
  }),
  fc.record({ kind: fc.constantFrom('accept' as const, 'decline' as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('correct' as const), clinic: fc.constantFrom('D', 'E') }),
);

test('whatever is proposed, corrected, accepted and declined: replay gives the same, the last that took effect counts, what was declined left no trace', () => {
  const people = { clerk, registrar, citizen };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const entry = open();
      let expected: Answers = answers;
      for (const each of steps) {
        const { proposals } = entry.record;
        if (each.kind === 'correct') {
          entry.does(registrar, 'correct', { ...expected, clinic: each.clinic });
          expected = { ...expected, clinic: each.clinic };
        } else if (each.kind === 'suggest') {
          const inputs = { ...expected, care: each.care, clinic: each.clinic, reason: 'r' };
          if (proposalFaults(entry.record, clinics.actions.get('suggest')!, inputs).length > 0) continue;
          entry.does(people[each.by], 'suggest', inputs);
        } else {
          const chosen = proposals[each.which];
          if (!chosen) continue;
          const inputs = { proposal: String(chosen.number), ...(each.kind === 'decline' && { why: 'w' }) };
          expect(entry.does(colleague, each.kind, inputs)).toBeUndefined();
          if (each.kind === 'accept') expected = { ...expected, ...chosen.values };
        }
        expect(entry.record.answers).toEqual(expected);
      }
      expect(fold(1, structuredClone(entry.events))).toEqual(entry.record);
    }),
    { numRuns: 150 },
  );
});
