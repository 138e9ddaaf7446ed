import type { RecordEvent } from './events.ts';

/** The institution in whose basket an event put its record; undefined where it left it where it was. */
export const institutionOf = (event: RecordEvent): string | undefined => {
  switch (event.kind) {
    case 'submitted':
    case 'deadline-passed':
      return event.facts.institution;
    case 'acted':
      return event.facts.transferred?.to;
    case 'deadline-near':
      return undefined;
  }
};
