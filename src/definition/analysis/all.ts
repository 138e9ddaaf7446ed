import { actions } from './actions.ts';
import type { Analysis } from './analysis.ts';
import { baskets } from './baskets.ts';
import { conditions } from './conditions.ts';
import { documents } from './documents.ts';
import { failing } from './failing.ts';
import { labels } from './labels.ts';
import { messages } from './messages.ts';
import { people } from './people.ts';
import { protection } from './protection.ts';
import { states } from './states.ts';

/** Everything that a declaration is judged by as a whole. */
export const analyses: readonly Analysis[] = [
  states,
  actions,
  conditions,
  failing,
  people,
  baskets,
  documents,
  protection,
  messages,
  labels,
];
