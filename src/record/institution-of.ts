import type { RecordEvent } from './events.ts';

interface Move {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const moveOf = (event: RecordEvent): Move | undefined => {
  switch (event.kind) {
    case 'submitted':
      return { to: event.facts.institution };
    case 'deadline-passed':
    case 'succeeded':
      return { from: event.facts.from, to: event.facts.institution };
    case 'acted':
      return event.facts.transferred;
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

/** The institution in whose basket an event put its record; undefined where it left it where it was. */
export const institutionOf = (event: RecordEvent): string | undefined => moveOf(event)?.to;

/** The institution that an event took its record from; undefined where it left it where it was. */
export const leftBy = (event: RecordEvent): string | undefined => moveOf(event)?.from;
