import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { staff } from '../../../test/world/engine.ts';
import { hoursAfter, noon, permit, permitData, surroundings, worldAt } from '../../../test/world/service.ts';
import { locales } from '../../base/texts.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { validate } from '../../form/validate.ts';
import { decideAction, decideDeadline, type Decision, decideSubmission } from '../../record/decide.ts';
import type { Actor } from '../../record/events.ts';
import { createTerritory } from '../../territory/territory.ts';
import { historyOf } from './history.tsx';
import type { RecordView } from './record-view.ts';
import { standingOf, waysOn } from './standing.ts';

const ministry = { ar: 'وزارة الداخلية', fr: 'Ministère de l’Intérieur', en: 'Ministry of Interior' };
const territory = createTerritory(
  [],
  [{ code: permit.owner, type: 'ministry', name: ministry, parent: undefined, place: 'LB' }],
);
const agent = staff('a', 'permit-agent').actor;
const applicant: Actor = { kind: 'applicant' };

/** A request as it goes through hands: each step at its hour after noon. */
const story = (changes: Readonly<Record<string, unknown>> = {}) => {
  const context = (hours: number) => ({
    now: new Date(hoursAfter(hours)),
    counts: { permits_that_day: 0 },
    ...surroundings,
    nextDocumentId: () => 7,
  });
  const { answers } = validate(permit.fields.values(), permitData(changes), worldAt(noon));
  let decision: Decision = decideSubmission(permit, { id: 1, answers, channel: 'web', locale: 'en' }, context(0));
  const add = (next: Decision | undefined) => {
    if (next) decision = { events: [...decision.events, ...next.events], record: next.record };
  };
  return {
    act: (hours: number, action: string, actor: Actor, said: Answers = {}) =>
      add(decideAction(permit, decision.record, permit.actions.get(action)!, actor, said, context(hours))),
    wait: (hours: number) => add(decideDeadline(permit, decision.record, context(hours))),
    view: (locale: (typeof locales)[number] = 'en'): RecordView => ({
      ...decision,
      service: permit,
      versionId: 1,
      digest: Buffer.alloc(0),
      whole: { ...decision, service: permit, versionId: 1, digest: Buffer.alloc(0) },
      reference: 'MP-0000-0018',
      candidate: { kind: 'applicant' },
      reader: { kind: 'applicant' },
      actorOf: () => applicant,
      closed: [],
      readings: [],
      agreements: [],
      credentials: [],
      tools: { locale, world: worldAt(noon), territory, calendar: surroundings.calendar },
    }),
  };
};

const plain = (part: unknown): string =>
  renderToString(<>{part as string}</>)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const told = (view: RecordView) =>
  historyOf(view).map(({ title, byline, body }) => [title, byline, body].map(plain).join(' | '));

describe('what the applicant reads', () => {
  test('of a rule: the rule, not a basket or a deadline that never mattered', () => {
    const [decision, received] = told(story().view());
    expect(decision).toMatch(
      /^Approved \| Automatically, by rule .*Medical care or medicine.*no other permit that day.*Document issued: Movement permit/,
    );
    expect(received).toMatch(/^Request received \| You · .* \| $/);
  });

  test('of a question: who asks, what, and that the clock stands still', () => {
    const asked = story({ reason: 'other', explanation: 'x' });
    asked.act(1, 'ask', agent, { question: 'Which hospital?' });
    expect(told(asked.view())[0]).toMatch(
      /^A question for you \| Ministry of Interior · .* \| Which hospital\? .*paused/,
    );
    expect(standingOf(asked.view())).toMatchObject({ tone: 'warning', title: 'Waiting for your answer' });
    expect(waysOn(asked.view()).map(({ name }) => name)).toEqual(['answer', 'withdraw']);
    asked.act(2, 'answer', applicant, { answer: 'The one in Saida' });
    expect(told(asked.view())[0]).toMatch(/^You answered the question \| You · .* \| The one in Saida .*Answer by/);
  });

  test('of a late answer: that a supervisor was called', () => {
    const late = story({ reason: 'other', explanation: 'x' });
    expect(standingOf(late.view()).sentence).toMatch(/^You will have an answer by 22 November 2026/);
    late.wait(3);
    expect(told(late.view())[0]).toMatch(/^The answer is late \| .*supervisor/);
    expect(standingOf(late.view()).sentence).toContain('supervisor');
  });

  test('of a refusal: the reason, and that it can be contested', () => {
    const refused = story({ reason: 'other', explanation: 'x' });
    refused.act(1, 'reject', agent, { explanation: 'Not necessary' });
    expect(told(refused.view())[0]).toMatch(/^Rejected \| Ministry of Interior · .* \| Not necessary/);
    expect(standingOf(refused.view())).toMatchObject({ tone: 'danger', title: 'Rejected' });
    expect(standingOf(refused.view()).sentence).toContain('examined again');
    refused.act(2, 'contest', applicant, { grounds: 'It is' });
    expect(told(refused.view())[0]).toMatch(/^You asked for the decision to be examined again/);
  });

  test.each(locales)('never an account, nor a name of the program, in %s', (locale) => {
    const long = story({ reason: 'other', explanation: 'x' });
    long.act(1, 'ask', agent, { question: '?' });
    long.act(1.1, 'answer', applicant, { answer: '!' });
    long.wait(4);
    long.act(4, 'approve', agent);
    long.act(5, 'revoke', staff('s', 'permit-supervisor').actor, { explanation: '…' });
    const words = told(long.view(locale)).join('\n');
    expect(words).not.toMatch(/undefined|permit-agent|interior-ministry|submitted|\{/);
    expect(historyOf(long.view(locale))).toHaveLength(6);
  });
});
