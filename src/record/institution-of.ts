import type { RecordEvent } from './events.ts';

/** The institution in whose basket an event put its record; undefined where it left it where it was. */
export const institutionOf = (event: RecordEvent): string | undefined => {
  switch (event.kind) {
    case 'submitted':
    case 'deadline-passed':
    case 'succeeded':
      return event.facts.institution;
    case 'acted':
      return event.facts.transferred?.to;
    case 'reassigned':
    case 'opened-by-exception':
    case 'deadline-near':
    case 'recounted':
    case 'erased':
    case 'consent-changed':
    case 'task-near':
    case 'task-overdue':
      return undefined;
  }
};

/** The institution that an event took its record from; undefined where it left it where it was. */
export const leftBy = (event: RecordEvent): string | undefined => {
  switch (event.kind) {
    case 'deadline-passed':
    case 'succeeded':
      return event.facts.from;
    case 'acted':
      return event.facts.transferred?.from;
    case 'submitted':
    case 'reassigned':
    case 'opened-by-exception':
    case 'deadline-near':
    case 'recounted':
    case 'erased':
    case 'consent-changed':
    case 'task-near':
    case 'task-overdue':
      return undefined;
  }
};
