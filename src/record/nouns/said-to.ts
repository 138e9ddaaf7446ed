import { assigneeQuestion } from '../../definition/nouns/assignment.ts';
import type { Service } from '../../definition/service.ts';
import type { RecordEvent } from '../events.ts';

/** Whether what was said at an event is for civil servants only: never for the applicant, on no page and in no message. */
export const isSaidToStaff = (service: Service, event: RecordEvent): boolean =>
  event.kind === 'acted' && (service.actions.get(event.facts.action)?.saidToStaff ?? false);

/** An event as an applicant may know it: without what was said to civil servants, and without who of them is in charge. */
const told = (service: Service, event: RecordEvent): RecordEvent => {
  if (event.kind !== 'acted' || event.content === undefined) return event;
  const action = service.actions.get(event.facts.action);
  const { content, ...rest } = event;
  if (action?.saidToStaff) return rest;
  if (action?.assign !== 'person') return event;
  const { [assigneeQuestion]: _, ...said } = content;
  return { ...rest, content: said };
};

/** Events with nothing of what civil servants tell each other. */
export const withoutNotes = (service: Service, events: readonly RecordEvent[]): readonly RecordEvent[] =>
  events.map((event) => told(service, event));

/** Whether an event is no more than something that one civil servant tells another: for the applicant nothing happened. */
export const isNote = (service: Service, events: readonly RecordEvent[], index: number): boolean => {
  const event = events[index];
  if (event?.kind !== 'acted' || !isSaidToStaff(service, event)) return false;
  const before = events.slice(0, index).findLast((each) => each.kind === 'submitted' || each.kind === 'acted');
  const { action: _, state, automatic: __, ...more } = event.facts;
  return (
    before !== undefined && 'state' in before.facts && before.facts.state === state && Object.keys(more).length === 0
  );
};
