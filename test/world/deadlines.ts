import { compileService } from '../../src/definition/compile-service.ts';
import type { Service } from '../../src/definition/service.ts';
import type { Answers } from '../../src/form/fields/field-type.ts';
import { findRefusal } from '../../src/record/allowed-actions.ts';
import { decideAction, decideDeadline, type Decision, decideSubmission } from '../../src/record/decide.ts';
import type { Actor, RecordEvent } from '../../src/record/events.ts';
import { permitFiles, surroundings } from './service.ts';

/** The permit with other deadlines, and an action that extends the decision. */
export const permitWithDeadlines = (deadlines: string, texts: Readonly<Record<string, string>> = {}): Service => {
  const yaml = (permitFiles['service.yaml'] ?? '')
    .replace(/deadlines:\n(.*\n)+?\n/, () => `deadlines:\n${deadlines}\n`)
    .replace(
      '  withdraw:',
      () => `  prolong:
    from: [submitted, asked, contested]
    by: permit-agent
    extend: { deadline: decision, by: 2 working-days, times: 1 }
    fields:
      - { name: grounds_for_delay, type: long-text, required: true, max: 500 }
  withdraw:`,
    );
  const withTexts = ['ar', 'fr', 'en'].map((locale) => {
    const file = `texts.${locale}.yaml`;
    const more = Object.entries(texts).map(([key, value]) => `\n${key}: ${value}`);
    const text = (permitFiles[file] ?? '').replace(
      /^actions:\n/m,
      () => `actions:\n  prolong:\n    label: L\n    fields:\n      grounds_for_delay: { label: L }\n`,
    );
    return [file, `${text}${more.join('')}`] as const;
  });
  return compileService(
    { ...permitFiles, 'service.yaml': yaml, ...Object.fromEntries(withTexts) },
    'test',
    'Asia/Beirut',
  );
};

export const threeDays = permitWithDeadlines(
  '  decision: { in: [submitted, contested], within: 3 working-days, remind: [1 working-day, 2 working-hours], escalate: permit-supervisor }\n',
);
const agent: Actor = { kind: 'account', account: 'a', role: 'permit-agent', institution: 'interior-ministry' };
export const applicant: Actor = { kind: 'applicant' };
// Monday 23 November 2026, in Beirut. Offices: Monday to Thursday 07:30–15:15, Friday 08:00–11:00.
export const at = (local: string) => new Date(`2026-${local}:00+02:00`);

interface Surroundings {
  readonly above?: (institution: string) => string | undefined;
  readonly answers?: Answers;
}
/** A request as it goes through hands. */
export const story = (
  service: Service,
  start: Date,
  { above = () => undefined, answers = { reason: 'other' } }: Surroundings = {},
) => {
  const contextAt = (now: Date) => ({
    ...surroundings,
    now,
    counts: {},
    findInstitutionAbove: above,
    nextDocumentId: () => 1,
  });
  const submission = { id: 1, answers, channel: 'web', locale: 'ar' } as const;
  let decision: Decision = decideSubmission(service, submission, contextAt(start));
  const add = (next: Decision | undefined) => {
    if (next) decision = { record: next.record, events: [...decision.events, ...next.events] };
    return decision.record;
  };
  return {
    record: () => decision.record,
    /** As the database gives them back. */
    events: () =>
      (JSON.parse(JSON.stringify(decision.events)) as RecordEvent[]).map((event) => ({
        ...event,
        at: new Date(event.at),
      })),
    act: (now: Date, name: string, actor: Actor = agent) =>
      add(decideAction(service, decision.record, service.actions.get(name)!, actor, {}, contextAt(now))),
    clock: (now: Date) => add(decideDeadline(service, decision.record, contextAt(now))),
    refusal: (now: Date, name: string) =>
      findRefusal(
        service,
        decision.record,
        service.actions.get(name)!,
        { kind: 'account', account: 'a', roles: new Set(['permit-agent']) },
        now,
      ),
  };
};
