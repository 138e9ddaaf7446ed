import type { Field } from '../../definition/service.ts';
import { explainTexts as texts } from './explain-texts.ts';
import type { Explained } from './explain-service.ts';
import type { Block } from './page.ts';
import { roleNames } from './words.ts';

/** Who reads which answer, and who changes it: applicants, each role, who checks a document, and everybody. */
export const sightTable = ({ service, locale }: Explained): Block => {
  const roles = [...service.roles.keys()];
  const working = new Set([
    ...[...service.actions.values()].flatMap(({ by }) => by),
    ...service.deadlines.flatMap(({ escalate }) => escalate),
    ...service.oversight,
    ...service.enteredBy.roles,
  ]);
  const claimed = new Set([...service.documents.values()].flatMap(({ claims }) => claims.map(({ name }) => name)));
  const published = new Set(service.publish?.columns.flatMap(({ field }) => (field ? [field.name] : [])));
  const sight = (field: Field, role: string): string => {
    const checks = [...service.documents.values()].some(
      ({ checkedBy, claims }) => checkedBy.includes(role) && claims.some(({ name }) => name === field.name),
    );
    const maySee = role === 'applicant' || (working.has(role) && (field.seenBy?.includes(role) ?? true));
    const mayChange =
      maySee &&
      [...service.actions.values()].some(({ by, edit }) => by.includes(role) && edit.includes(field.name)) &&
      (field.changedBy?.includes(role) ?? true);
    if (mayChange) return texts.changes[locale];
    if (maySee) return texts.reads[locale];
    return checks ? texts.readsOnDocument[locale] : texts.nothing[locale];
  };
  return {
    columns: [texts.answer[locale], ...roleNames(service, ['applicant', ...roles], locale), texts.everybody[locale]],
    rows: [...service.fields.values()].map((field) => [
      field.label[locale],
      ...['applicant', ...roles].map((role) => sight(field, role)),
      published.has(field.name)
        ? texts.published[locale]
        : claimed.has(field.name)
          ? texts.readsOnDocument[locale]
          : texts.nothing[locale],
    ]),
  };
};
