import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noon, surroundings, worldAt } from '../../../test/world/service.ts';
import { works, worksData } from '../../../test/world/works.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { validate } from '../../form/validate.ts';
import { actionsFor, type Candidate, findRefusal } from '../allowed-actions.ts';
import { decideAction, decideDeadline, decideSubmission, type Decision, type DecisionContext } from '../decide.ts';
import type { Actor, RecordEvent } from '../events.ts';
import { type CaseRecord, fold } from '../fold.ts';
import { messageAfter } from '../message.ts';
import { takeTurn } from './assignment.ts';
import { transferFaults } from './transfer.ts';

const home = 'works-ministry';
const day = 86_400_000;
const at = (days: number) => new Date(+noon + days * day);

/** Decisions whose turns go to these people at the ministry, whoever works elsewhere coming after. */
const contextAt = (now: Date, turns = new Map<string, number>()): DecisionContext => {
  let document = 100;
  return {
    ...surroundings,
    now,
    counts: { same_size: 0 },
    nextAssignee: (_service, institution) =>
      takeTurn(
        [
          { account: 'karim', institution: home },
          { account: 'amal', institution: home },
          { account: 'nada', institution: 'interior-ministry' },
        ],
        turns,
        institution,
        (holder, held) => holder === held,
      ),
    nextDocumentId: () => document++,
  };
};

const answers = validate(works.fields.values(), worksData(), worldAt(noon)).answers;
const submit = (context = contextAt(noon)): Decision =>
  decideSubmission(works, { id: 7, answers, channel: 'web', locale: 'ar' }, context);

const staff = (account: string, role: string, institution = home): { candidate: Candidate; actor: Actor } => ({
  candidate: {
    kind: 'account',
    account,
    roles: new Set([role]),
    rolesAt: (asked) => new Set(asked === institution ? [role] : []),
  },
  actor: { kind: 'account', account, role, institution },
});
const amal = staff('amal', 'clerk');
const karim = staff('karim', 'clerk');
const chief = staff('hind', 'chief');
const doctor = staff('dr', 'health-reviewer', 'health-ministry');
const economist = staff('eco', 'economy-reviewer', 'economy-ministry');

/** A record as it goes through hands. */
const story = (decision: Decision = submit()) => {
  let { record } = decision;
  const events: RecordEvent[] = [...decision.events];
  const refusal = (name: string, { candidate }: { candidate: Candidate }) =>
    findRefusal(works, record, works.actions.get(name)!, candidate, noon);
  return {
    get record() {
      return record;
    },
    events,
    refusal,
    does: (who: { candidate: Candidate; actor: Actor }, name: string, said: Answers = {}, days = 1) => {
      expect(refusal(name, who)).toBeUndefined();
      const next = decideAction(works, record, works.actions.get(name)!, who.actor, said, contextAt(at(days)));
      events.push(...next.events);
      record = next.record;
      return record;
    },
  };
};

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

  test('put somebody in charge of each record as it arrives', () => {
    const turns = new Map<string, number>();
    const charged = Array.from({ length: 4 }, () => submit(contextAt(noon, turns)).record.assignee);
    expect(charged).toEqual(['amal', 'karim', 'amal', 'karim']);
  });
});

describe('who is in charge', () => {
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
  });
});

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

test('whatever people do in whatever order, replaying the events gives the same record, and nothing holds a name', () => {
  const people = [amal, karim, chief, doctor, economist, staff('nada', 'clerk', 'interior-ministry')];
  const step = fc.record({
    action: fc.constantFrom(...works.actions.keys(), 'clock'),
    person: fc.nat(people.length),
    hours: fc.integer({ min: 0, max: 40 }),
    outcome: fc.constantFrom('approved', 'refused'),
    institution: fc.constantFrom(home, 'interior-ministry'),
    assignee: fc.constantFrom('amal', 'karim'),
    size: fc.constantFrom('small', 'large'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const turns = new Map<string, number>();
      let { record, events } = submit(contextAt(noon, turns));
      let all: readonly RecordEvent[] = events;
      let now = noon;
      for (const { action: name, person, hours, ...said } of steps) {
        now = new Date(+now + hours * 3_600_000);
        const context = contextAt(now, turns);
        const action = works.actions.get(name);
        const who = people[person] ?? {
          candidate: { kind: 'applicant' } as const,
          actor: { kind: 'applicant' } as const,
        };
        if (action && findRefusal(works, record, action, who.candidate, now)) continue;
        const inputs = Object.fromEntries(
          (action?.fields ?? []).map((field) => [field.name, said[field.name as 'size'] ?? 'سرّ']),
        );
        if (action && transferFaults(record, action, inputs).length > 0) continue;
        const decision = action
          ? decideAction(works, record, action, who.actor, inputs, context)
          : decideDeadline(works, record, context);
        if (!decision) continue;
        ({ record, events } = decision);
        all = [...all, ...events];
      }
      const stored = (JSON.parse(JSON.stringify(all)) as RecordEvent[]).map((event) => ({
        ...event,
        at: new Date(event.at),
      }));
      expect(fold(7, stored)).toEqual(record);
      expect(JSON.stringify(all.map(({ facts }) => facts))).not.toContain('سرّ');
      const { meaning } = works.states.get(record.state)!;
      const isOver = meaning !== 'open' && meaning !== 'waiting';
      expect(record.tasks.some(({ standing }) => standing === 'open') && isOver).toBe(false);
      for (const { name, institution, standing } of record.tasks) {
        if (standing !== 'open') continue;
        const able = people.filter(({ candidate }) =>
          actionsFor(works, record, candidate, now).some(({ action, refusal }) => action.name === name && !refusal),
        );
        expect(able.map(({ actor }) => (actor.kind === 'account' ? actor.institution : ''))).toEqual([institution]);
      }
    }),
    { numRuns: 300 },
  );
});
