import { listOf } from '../compile-context.ts';
import type { FormSource } from '../nouns/form.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';

/** Roles that are called upon and can do nothing, and those that may change an answer by no action. */
export const people: Analysis = (context) => {
  const { service, warning } = context;
  reportUnableToChange(context);
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

const reportUnableToChange = ({ service, source, warning }: AnalysisContext): void => {
  const form = source['form'] as FormSource;
  form.forEach(({ fields }, page) => {
    fields.forEach(({ name, changed_by: declared }, index) => {
      if (declared === undefined) return;
      for (const role of service.fields.get(name)?.changedBy ?? []) {
        const way = [...service.actions.values()].find(
          ({ by, edit, propose }) => by.includes(role) && (edit.includes(name) || propose.includes(name)),
        );
        if (!way)
          warning(
            ['form', page, 'fields', index, 'changed_by'],
            `"${role}" may change "${name}", but no action of that role corrects it: name it in an "edit"`,
          );
      }
    });
  });
};
