import type { Field, Service } from '../../definition/service.ts';
import { channelTexts } from '../../definition/nouns/channel-texts.ts';
import { explainTexts as texts, reachTexts } from './explain-texts.ts';
import type { Explained } from './explain-service.ts';
import type { Block } from './page.ts';
import { listed, roleNames } from './words.ts';

/** The roles that have to do with records at all. */
const workingRoles = (service: Service): ReadonlySet<string> =>
  new Set([
    ...[...service.actions.values()].flatMap(({ by }) => by),
    ...service.deadlines.flatMap(({ escalate }) => escalate),
    ...service.oversight,
    ...service.enteredBy.roles,
  ]);

/** Who reads which answer, and who changes it: applicants, each role, who checks a document, and everybody. */
export const sightTable = ({ service, locale }: Explained): Block => {
  const roles = [...service.roles.keys()];
  const working = workingRoles(service);
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

/** Which records each role sees: in which states, come in by which ways, and of whose baskets. */
export const recordSightTable = ({ service, locale }: Explained): Block => ({
  columns: [texts.role[locale], texts.inStates[locale], texts.cameInBy[locale], texts.whose[locale]],
  rows: [...service.roles.keys()].map((role) => {
    const { states, channels, reach = 'subtree' } = service.visible.get(role) ?? {};
    const [name = role] = roleNames(service, [role], locale);
    const works = !service.oversight.includes(role) && workingRoles(service).has(role);
    if (!works && !service.oversight.includes(role)) return [name, ...Array<string>(3).fill(texts.nothing[locale])];
    return [
      name,
      states === undefined
        ? texts.all[locale]
        : listed(
            states.map((state) => service.states.get(state)?.staffLabel[locale] ?? state),
            locale,
          ),
      channels === undefined
        ? texts.all[locale]
        : listed(
            channels.map((channel) => channelTexts[channel]?.[locale] ?? channel),
            locale,
          ),
      service.oversight.includes(role) ? texts.oversees[locale] : reachTexts[reach][locale],
    ];
  }),
});
