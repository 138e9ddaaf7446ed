import type { Service } from '../../definition/service.ts';
import type { RecordEvent } from '../events.ts';

/** Whether what was said at an event is for civil servants only: never for the applicant, on no page and in no message. */
export const isSaidToStaff = (service: Service, event: RecordEvent): boolean =>
  event.kind === 'acted' && (service.actions.get(event.facts.action)?.saidToStaff ?? false);

/** Events with nothing of what was said to civil servants only. */
export const withoutNotes = (service: Service, events: readonly RecordEvent[]): readonly RecordEvent[] =>
  events.some((event) => isSaidToStaff(service, event))
    ? events.map((event) => {
        if (!isSaidToStaff(service, event)) return event;
        const { content: _, ...told } = event;
        return told as RecordEvent;
      })
    : events;
