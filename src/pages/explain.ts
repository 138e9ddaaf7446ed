import { say } from '../base/texts.ts';
import type { Comparison } from '../definition/comparison.ts';
import type { Service } from '../definition/service.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { Answer } from '../form/fields/field-type.ts';
import { type FoundCondition, type FoundRule, tellingConditions } from '../record/explain.ts';
import { explainTexts as texts } from './explain-texts.ts';
import type { FieldTools } from './fields/field-page.ts';
import { nameOfFigure, sayFigure } from './nouns/survey-words.ts';
import { sayStanding } from './nouns/task-standing.ts';
import { channelTexts } from '../definition/nouns/channel-texts.ts';

/** A condition of a rule in words: what was found, and what the rule asks for. */
export interface SaidCondition {
  /** The condition as the declaration writes it. */
  readonly rule: string;
  /** Undefined: not known, or not for this reader. */
  readonly holds: boolean | undefined;
  readonly words: string;
}

/** What is said by one mechanism wherever a rule has decided, not decided or refused: on pages and by the API. */
export interface Sayer {
  readonly service: Service;
  /** Names of answers that the reader may not see: neither they nor whether they meet a condition is told. */
  readonly hidden: ReadonlySet<string>;
  readonly tools: Pick<FieldTools, 'locale' | 'world'>;
}

/** Each condition of a rule, with the answers that it looked at. */
export const sayConditions = (sayer: Sayer, found: FoundRule): readonly SaidCondition[] =>
  tellingConditions(found).map((condition) => {
    const { locale } = sayer.tools;
    if (condition.uses.some((name) => sayer.hidden.has(name)))
      return { rule: '', holds: undefined, words: say(locale, texts.hidden) };
    const { source: rule, holds } = condition;
    return { rule, holds, words: sayCondition(sayer, condition, found) };
  });

const sayCondition = (sayer: Sayer, { comparison, uses, holds, source }: FoundCondition, found: FoundRule): string => {
  const { locale } = sayer.tools;
  const seen = uses.map((name) =>
    say(locale, texts.seen, { question: sayName(sayer.service, name, locale), answer: sayFound(sayer, name, found) }),
  );
  const separator = locale === 'ar' ? '، ' : ', ';
  const facts = seen.join(separator);
  if (comparison) {
    const asked = say(locale, operators[comparison.operator], { values: sayValues(sayer, comparison) });
    return say(locale, holds === undefined ? texts.unknown : texts.asked, { facts, asked });
  }
  return say(locale, texts.askedAsWritten, { facts: facts === '' ? '–' : facts, rule: source });
};

const operators = {
  '==': texts.is,
  '!=': texts.isNot,
  in: texts.isIn,
  'not in': texts.isNotIn,
  '<': texts.less,
  '<=': texts.atMost,
  '>': texts.more,
  '>=': texts.atLeast,
} as const satisfies Record<Comparison['operator'], unknown>;

/** What a name in a rule is called: a question, a count, the state. */
const sayName = (service: Service, name: string, locale: FieldTools['locale']): string =>
  service.fields.get(name)?.label[locale] ??
  service.counts.find((count) => count.name === name)?.label[locale] ??
  service.actions.get(name)?.label[locale] ??
  nameOfFigure(service, name, locale) ??
  (Object.hasOwn(ownNames, name) ? say(locale, ownNames[name as keyof typeof ownNames]) : name);

const ownNames = { state: texts.state, channel: texts.channel, open_proposals: texts.openProposals };

const sayChannel = (channel: string, locale: FieldTools['locale']): string =>
  channelTexts[channel]?.[locale] ?? channel;

const sayFound = ({ service, tools }: Sayer, name: string, { answers, state, counts, values }: FoundRule): string => {
  const { locale } = tools;
  const field = service.fields.get(name);
  if (field) {
    const answer = answers[name];
    return answer === undefined
      ? say(locale, texts.notAnswered)
      : behaviourOf(field).say(answer, field, locale, tools.world);
  }
  if (name === 'state') return service.states.get(state)?.staffLabel[locale] ?? state;
  if (service.counts.some((count) => count.name === name))
    return counts[name] === undefined ? say(locale, texts.notKept) : String(counts[name]);
  const value = values[name];
  if (name === 'channel') return sayChannel(String(value), locale);
  if (service.tasks.has(name)) return sayStanding(service, name, String(value ?? ''), locale);
  const figure = sayFigure(service, name, value, locale);
  if (figure !== undefined) return figure;
  return typeof value === 'bigint' || typeof value === 'number' ? String(value) : '–';
};

const sayValues = ({ service, tools }: Sayer, { name, values }: Comparison): string => {
  const { locale, world } = tools;
  const field = service.fields.get(name);
  const words = values.map((value) => {
    if (service.tasks.has(name)) return sayStanding(service, name, String(value), locale);
    if (value === '') return say(locale, texts.notAnswered);
    if (name === 'state') return service.states.get(String(value))?.staffLabel[locale] ?? String(value);
    if (name === 'channel') return sayChannel(String(value), locale);
    if (!field) return sayFigure(service, name, Number(value), locale) ?? String(value);
    try {
      return behaviourOf(field).say(value as Answer, field, locale, world) || String(value);
    } catch {
      // A rule may compare an answer with what can never be one.
      return String(value);
    }
  });
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(words);
};
