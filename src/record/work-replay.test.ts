import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noon } from '../../test/world/service.ts';
import { amal, chief, contextAt, doctor, economist, home, karim, staff, submit } from '../../test/world/work-story.ts';
import { works } from '../../test/world/works.ts';
import { actionsFor, findRefusal } from './allowed-actions.ts';
import { decideAction, decideDeadline } from './decide.ts';
import type { RecordEvent } from './events.ts';
import { fold } from './fold.ts';
import { transferFaults } from './nouns/transfer.ts';

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
