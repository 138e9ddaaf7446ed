import { describe, expect, test } from 'vitest';
import { auditWorldAt, audits } from '../../../test/world/audits.ts';
import { noon, surroundings } from '../../../test/world/service.ts';
import type { Action } from '../../definition/service.ts';
import { actionParts } from '../action-pages.ts';
import { findRefusal } from '../allowed-actions.ts';
import { decideAction, decideSubmission } from '../decide.ts';
import type { RecordEvent } from '../events.ts';
import { type CaseRecord, fold } from '../fold.ts';
import { readInputs } from '../read-inputs.ts';
import { surveyStanding } from './survey.ts';

const world = auditWorldAt(noon);
const context = { ...surroundings, now: noon, counts: {}, nextDocumentId: () => 1 };
const as = (role: string) => ({ kind: 'account', account: role, roles: new Set([role]) }) as const;
const actorOf = (role: string) => ({ kind: 'account', account: role, role, institution: 'health-ministry' }) as const;
const actionOf = (name: string): Action => audits.actions.get(name)!;

interface Told {
  readonly record: CaseRecord;
  readonly events: readonly RecordEvent[];
}

const begin = (): Told =>
  decideSubmission(
    audits,
    {
      id: 1,
      answers: { office: 'health-ministry', round: '2026', due_on: '2026-12-31' },
      channel: 'import',
      locale: 'ar',
      actor: actorOf('audit-manager'),
    },
    context,
  );

const read = ({ record }: Told, name: string, sent: Record<string, unknown>) =>
  readInputs(audits, record, actionOf(name), sent, world);

const act = (told: Told, name: string, sent: Record<string, unknown>, role: string): Told => {
  const { action, answers, errors } = read(told, name, sent);
  expect(errors).toEqual([]);
  const { record, events } = decideAction(audits, told.record, action, actorOf(role), answers, context);
  return { record, events: [...told.events, ...events] };
};
const fill = (told: Told, sent: Record<string, unknown>) => act(told, 'fill', sent, 'assessor');
const complete = { written: 'yes', reviewed: true, posts: 10, filled: 8, trained: true };
const standing = ({ record }: Told) => surveyStanding(audits, audits.survey!, record, noon);

describe('filling in over weeks', () => {
  test('keeps what is said and leaves what is not', () => {
    const some = fill(fill(begin(), { written: 'partly' }), { posts: 10 });
    expect(some.record.answers).toMatchObject({ round: '2026', written: 'partly', posts: 10 });
    expect(standing(some).declared).toMatchObject({ answered: 2, asked: 5 });
  });

  test('takes out an answer that is emptied', () => {
    const emptied = fill(fill(begin(), complete), { trained: null });
    expect(emptied.record.answers).not.toHaveProperty('trained');
  });

  test('takes out answers to questions that are no longer asked', () => {
    const changed = fill(fill(begin(), complete), { written: 'no' });
    expect(changed.record.answers).not.toHaveProperty('reviewed');
  });

  test('writes down only what changed', () => {
    const { action, answers } = read(fill(begin(), complete), 'fill', { written: 'yes', posts: 11 });
    expect(action.edit).toEqual(['posts']);
    expect(answers).toEqual({ posts: 11 });
  });

  test('has nothing to write where everything is as it was', () => {
    expect(read(fill(begin(), complete), 'fill', complete).isNothingNew).toBe(true);
  });

  test('asks for no answer, but refuses a wrong one', () => {
    expect(read(begin(), 'fill', { filled: 3 }).errors).toEqual([]);
    const { errors } = read(fill(begin(), { posts: 2 }), 'fill', { filled: 3 });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([['filled', 'not-more']]);
    expect(read(begin(), 'fill', { office: 'justice-ministry' }).errors[0]).toMatchObject({ code: 'unknown-field' });
  });

  test('may be handed in once it is complete', () => {
    const refusal = (told: Told) => findRefusal(audits, told.record, actionOf('submit'), as('assessor'), noon);
    expect(refusal(fill(begin(), { written: 'yes' }))).toBe('condition');
    const whole = fill(begin(), complete);
    expect(refusal(whole)).toBeUndefined();
    const submitted = act(whole, 'submit', {}, 'assessor');
    expect(submitted.record).toMatchObject({ state: 'submitted', institution: 'central-inspection' });
  });

  test('shows how far each page has come', () => {
    const parts = actionParts(audits, fill(begin(), { written: 'no', posts: 3 }).record, actionOf('fill'), noon);
    expect(parts.map(({ page, asked, done }) => [page.name, done, asked])).toEqual([
      ['rules', 1, 1],
      ['people', 1, 3],
    ]);
  });
});

describe('verifying answer by answer', () => {
  const submitted = () => act(fill(begin(), complete), 'submit', {}, 'assessor');
  const verify = (told: Told, sent: Record<string, unknown>) => act(told, 'verify', sent, 'auditor');
  const otherwise = {
    trained__verdict: 'other',
    trained__found: false,
    trained__remark: 'لا سجلّ للتدريب',
    trained__evidence: 'ملفات الموظفين',
  };

  test('keeps what was declared beside what was found', () => {
    const verified = verify(submitted(), otherwise);
    expect(verified.record.answers['trained']).toBe(true);
    expect(verified.record.verdicts['trained']).toMatchObject({
      verdict: 'other',
      found: false,
      remark: 'لا سجلّ للتدريب',
      evidence: 'ملفات الموظفين',
    });
    expect(standing(verified)).toMatchObject({ declared: { score: 100 }, found: { score: 25 }, otherwise: 1 });
  });

  test('is done bit by bit, each verdict as a whole', () => {
    const some = verify(verify(submitted(), { written__verdict: 'agrees' }), otherwise);
    expect(Object.keys(some.record.verdicts)).toEqual(['written', 'trained']);
    const changed = verify(some, { trained__verdict: 'agrees' });
    expect(changed.record.verdicts['trained']).toEqual({ verdict: 'agrees', event: changed.record.lastEvent });
    expect(changed.record.verdicts['written']).toEqual(some.record.verdicts['written']);
  });

  test('asks what was found and why where it is otherwise', () => {
    const { errors } = read(submitted(), 'verify', { trained__verdict: 'other' });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['trained__found', 'required-choice'],
      ['trained__remark', 'required'],
    ]);
  });

  test('is finished once every answer is verified', () => {
    const refusal = (told: Told) => findRefusal(audits, told.record, actionOf('finish'), as('auditor'), noon);
    const all = Object.fromEntries(Object.keys(complete).map((name) => [`${name}__verdict`, 'agrees']));
    expect(refusal(verify(submitted(), otherwise))).toBe('condition');
    const verified = verify(submitted(), all);
    expect(refusal(verified)).toBeUndefined();
    expect(act(verified, 'finish', {}, 'auditor').record).toMatchObject({
      state: 'done',
      institution: 'health-ministry',
    });
  });

  test('holds for the answer that it was said of, and not for another one', () => {
    const verified = verify(submitted(), otherwise).record;
    const reopened: CaseRecord = { ...verified, state: 'open' };
    expect(fill({ record: reopened, events: [] }, { trained: false }).record.verdicts).toEqual({});
  });
});

test('a survey is what its events say', () => {
  const told = act(
    act(fill(begin(), complete), 'submit', {}, 'assessor'),
    'verify',
    { posts__verdict: 'seen', posts__evidence: 'x' },
    'auditor',
  );
  expect(fold(1, told.events)).toEqual(told.record);
});
