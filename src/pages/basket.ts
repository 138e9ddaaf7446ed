import { say } from '../base/texts.ts';
import type { Route } from '../definition/nouns/route.ts';
import type { Service } from '../definition/service.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { createInstitutionFinder, routeRecord } from '../record/nouns/route.ts';
import { recordValues } from '../record/record-values.ts';
import { isPoint } from '../record/target.ts';
import type { RecordEvent, Submitted } from '../record/events.ts';
import { institutionOf, leftBy } from '../record/institution-of.ts';
import type { FieldTools } from './fields/field-page.ts';
import { routeTexts as texts } from './nouns/route-texts.ts';
import type { OpenedRecord } from './record-access.ts';

/** In whose basket a record is, and why, in words that are made from its events and the declaration that it is pinned to. */
export interface SaidBasket {
  readonly institution: string;
  readonly name: string;
  readonly because: string;
  /** Position and name of the rule that decided; none: it was handed over since. */
  readonly rule?: { readonly position: number; readonly name?: string };
}

type Tools = Pick<FieldTools, 'locale' | 'world'>;
/** What this reader may see of a record. */
type Seen = Pick<OpenedRecord, 'service' | 'events' | 'record' | 'reader'>;

export const sayBasket = (seen: Seen, tools: Tools): SaidBasket => {
  const { record, events } = seen;
  const placed = events.findLast((event) => institutionOf(event) !== undefined);
  const institution = record.institution;
  const because = placed ? sayPlacing(seen, placed, tools) : '';
  return {
    institution,
    name: nameOf(institution, tools),
    because,
    ...(placed?.kind === 'submitted' && { rule: ruleOf(seen.service, placed) }),
  };
};

const ruleOf = (service: Service, { facts: { route } }: Submitted): NonNullable<SaidBasket['rule']> => {
  const name = service.routes[route]?.name;
  return { position: route, ...(name !== undefined && { name }) };
};

const nameOf = (code: string, { locale, world }: Tools): string => world.findInstitution(code)?.name[locale] ?? code;

const sayPlacing = (seen: Seen, event: RecordEvent, tools: Tools): string => {
  const { locale } = tools;
  switch (event.kind) {
    case 'submitted':
      return sayRoute(seen, event, tools);
    case 'deadline-passed':
      return say(locale, texts.late, { from: nameOf(leftBy(event) ?? '–', tools) });
    case 'acted':
      return say(locale, texts.handedOver, { from: nameOf(leftBy(event) ?? '–', tools) });
    case 'succeeded':
      return say(locale, texts.succeeded, { from: nameOf(leftBy(event) ?? '–', tools) });
    default:
      return '';
  }
};

/**
 * To whom a request would go if it were sent as it stands; nothing where it goes to the same one whatever is answered, or
 * where a rule looks at more than the answers.
 */
export const sayDestination = (
  service: Service,
  answers: Answers,
  tools: Tools & Pick<FieldTools, 'territory'>,
): string | undefined => {
  const { locale, territory, world } = tools;
  const isKnown = (name: string): boolean => name === 'channel' || service.fields.has(name);
  if (service.routes.length < 2 || !service.routes.every(({ when }) => when?.uses.every(isKnown) ?? true))
    return undefined;
  const { institution, route } = routeRecord(service, answers, recordValues(service, { channel: 'web', answers }), {
    now: world.now,
    findInstitutionFor: createInstitutionFinder(territory),
  });
  const rule = service.routes[route];
  const because = rule && !rule.because ? sayTarget(service, rule, answers, true, tools) : undefined;
  const goes = say(locale, texts.goesTo, { institution: nameOf(institution, tools) });
  return because === undefined ? goes : `${goes} ${because}`;
};

/** Why the rules gave a record to its first institution. */
export const sayRoute = ({ service, reader }: Seen, { facts, content }: Submitted, tools: Tools): string => {
  const { locale } = tools;
  const rule = service.routes[facts.route];
  if (!rule) return say(locale, texts.nowhere);
  const answers = content ?? {};
  if (rule.because) {
    const words = [...service.fields.keys()].map((name) => [name, sayAnswer(service, answers, name, tools)] as const);
    return say(locale, rule.because, {
      ...Object.fromEntries(words),
      institution: nameOf(facts.institution, tools),
    });
  }
  const parts = [
    sayTarget(service, rule, answers, reader.kind === 'applicant', tools),
    sayCondition(service, rule, answers, tools),
  ];
  const said = parts.filter((part) => part !== undefined);
  if (said.length > 0) return said.join(' ');
  return say(locale, service.routes.length === 1 ? texts.all : texts.rest);
};

const sayTarget = (
  service: Service,
  { to }: Route,
  answers: Answers,
  isApplicant: boolean,
  tools: Tools,
): string | undefined => {
  const { locale } = tools;
  if ('entered' in to) return say(locale, texts.entered);
  if ('institution' in to) return undefined;
  const question = service.fields.get(to.of)?.label[locale] ?? to.of;
  if (!('type' in to)) return say(locale, isApplicant ? texts.namedForYou : texts.named, { question });
  const place = sayPlaceOf(answers[to.of], tools) ?? sayAnswer(service, answers, to.of, tools);
  return say(locale, isApplicant ? texts.coversForYou : texts.covers, { place, question });
};

/** The place in which an answered point lies. */
const sayPlaceOf = (answer: unknown, { locale, world }: Tools): string | undefined => {
  if (!isPoint(answer)) return undefined;
  const code = world.boundaries?.placeAt([answer.lon, answer.lat]);
  return code === undefined ? undefined : world.findPlace(code)?.name[locale];
};

const sayCondition = (service: Service, { when }: Route, answers: Answers, tools: Tools): string | undefined => {
  const { locale } = tools;
  const used = when?.uses.filter((name) => service.fields.has(name)) ?? [];
  if (used.length === 0) return undefined;
  const words = used.map((name) =>
    say(locale, texts.answer, {
      question: service.fields.get(name)?.label[locale] ?? name,
      answer: sayAnswer(service, answers, name, tools),
    }),
  );
  return say(locale, texts.because, { answers: words.join(locale === 'ar' ? '، ' : ', ') });
};

const sayAnswer = (service: Service, answers: Answers, name: string, { locale, world }: Tools): string => {
  const field = service.fields.get(name);
  const answer = answers[name];
  return field && answer !== undefined ? behaviourOf(field).say(answer, field, locale, world) : '–';
};
