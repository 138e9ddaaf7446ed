import { describe, expect, test } from 'vitest';
import { noon, permit, permitData, surroundings, worldAt } from '../../test/world/service.ts';
import { edited, permitDeclaration } from '../../test/world/versions.ts';
import { withTexts } from '../../test/world/declared.ts';
import { amal, doctor, economist, home, karim, story } from '../../test/world/work-story.ts';
import { works, worksDeclaration } from '../../test/world/works.ts';
import { compileService, type ServiceFiles } from '../definition/compile-service.ts';
import { validate } from '../form/validate.ts';
import { decideSubmission } from './decide.ts';
import type { RecordEvent } from './events.ts';
import { type ReplayContext, replaySubmission } from './replay.ts';

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

describe('what people did since, under a changed declaration', () => {
  const approved = { outcome: 'approved', opinion: 'لا مانع' };
  const worked = () => {
    const { does, events } = story();
    does(amal, 'review');
    does(doctor, 'health_review', approved);
    does(economist, 'economy_review', { outcome: 'approved' });
    return events;
  };
  const changed = (...edits: readonly (readonly [string, string])[]) => {
    const text = edits.reduce((yaml, [from, to]) => {
      if (!yaml.includes(from)) throw new Error(`the service does not say ${from}`);
      return yaml.replace(from, to);
    }, worksDeclaration);
    return compileService(withTexts(text), 'changed', 'Asia/Beirut');
  };
  const again = (after: typeof permit, events: readonly RecordEvent[], more: Partial<ReplayContext> = {}) =>
    replaySubmission(works, after, events, { ...surroundings, cross: (answers) => answers, worldAt, ...more });
  const onlyHealth = changed([
    "automatic: \"health_review == 'approved' && economy_review == 'approved'\"",
    'automatic: "health_review == \'refused\'"',
  ]);

  test('is the same under the same rules', () => {
    expect(again(works, worked())).toMatchObject({
      differences: [],
      later: { before: { state: 'proposed', actions: ['agreed'] }, after: { state: 'proposed', actions: ['agreed'] } },
    });
  });

  test('shows what another rule would have made of an answer that came later', () => {
    expect(again(onlyHealth, worked())).toMatchObject({
      before: { state: 'submitted' },
      after: { state: 'submitted' },
      differences: ['later'],
      later: { before: { state: 'proposed' }, after: { state: 'review', actions: [] } },
    });
  });

  test('goes as far as it could have gone', () => {
    const { does, events } = story();
    does(amal, 'review');
    does(doctor, 'health_review', approved);
    does(economist, 'economy_review', { outcome: 'approved' });
    does(karim, 'approve');
    expect(again(onlyHealth, events).later).toMatchObject({
      before: { state: 'approved' },
      after: { state: 'review' },
    });
  });

  test('shows where a deadline would have taken the record', () => {
    const { events } = story();
    const above = changed(['escalate: chief }', 'escalate: chief, to: above }']);
    const context = { findInstitutionAbove: () => 'council-presidency', until: new Date(+noon + 10 * 86_400_000) };
    expect(again(above, events, context)).toMatchObject({
      differences: ['hand-over'],
      later: { before: { institution: home }, after: { institution: 'council-presidency' } },
    });
    expect(again(above, events, { ...context, until: noon }).differences).toEqual([]);
  });
});
