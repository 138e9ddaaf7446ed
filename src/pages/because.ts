import { type Locale, say } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { World } from '../form/world.ts';
import type { Acted } from '../record/events.ts';
import { sensitiveNames } from '../record/field-access.ts';
import type { CaseRecord } from '../record/fold.ts';

/** Why a rule acted by itself: the declaration's sentence, with the answers and the counts that the rule looked at. */
export const sayBecause = (
  service: Service,
  record: CaseRecord,
  event: Acted,
  locale: Locale,
  world: World,
): string | undefined => {
  const because = service.actions.get(event.facts.action)?.automatic?.because;
  if (!because || !event.facts.automatic) return undefined;
  // A sentence about sensitive answers is told with them only.
  const lacking = [...sensitiveNames(service)].filter((name) => record.answers[name] === undefined);
  if (lacking.some((name) => because[locale].includes(`{${name}`))) return undefined;
  const answers = [...service.fields.values()].map((field) => {
    const answer = record.answers[field.name];
    return [field.name, answer === undefined ? '' : behaviourOf(field).say(answer, field, locale, world)] as const;
  });
  const counts = service.counts.map(({ name }) => [name, event.facts.automatic?.counts[name] ?? 0] as const);
  return say(locale, because, Object.fromEntries<string | number>([...answers, ...counts]));
};
