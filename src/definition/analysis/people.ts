import { listOf } from '../compile-context.ts';
import type { Analysis } from './analysis.ts';

/** Roles that are called upon and can do nothing. */
export const people: Analysis = ({ service, warning }) => {
  const acting = new Set([...service.actions.values()].flatMap(({ by }) => listOf(by)));
  for (const { name, escalate } of service.deadlines) {
    for (const role of escalate) {
      if (!acting.has(role))
        warning(
          ['deadlines', name, 'escalate'],
          `"${role}" is called upon and may do nothing: name it in the "by" of an action`,
        );
    }
  }
};
