import type { Service } from '../../definition/service.ts';
import type { RecordEvent } from '../events.ts';

/** Whether what was said at an event is for civil servants only: never for the applicant, on no page and in no message. */
export const isSaidToStaff = (service: Service, event: RecordEvent): boolean =>
  event.kind === 'acted' && (service.actions.get(event.facts.action)?.saidToStaff ?? false);
