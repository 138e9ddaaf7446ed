import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Submitted } from '../../record/events.ts';
import type { CaseRecord } from '../../record/fold.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { recordTexts as texts } from './record-texts.ts';

/** Why a record came to this institution: the rule that decided, with the answers that it looked at. */
export const explainRoute = (service: Service, record: CaseRecord, { facts }: Submitted, tools: FieldTools): string => {
  const { locale } = tools;
  const rule = service.routes[facts.route];
  if (!rule) return say(locale, texts.routedNowhere);
  const parts: string[] = [];
  if ('of' in rule.to) {
    const question = service.fields.get(rule.to.of)?.label[locale] ?? rule.to.of;
    const words = 'type' in rule.to ? texts.routedCovers : texts.routedNamed;
    parts.push(say(locale, words, { place: sayAnswer(service, record, rule.to.of, tools), question }));
  }
  if (rule.when)
    parts.push(
      say(locale, texts.routedBecause, {
        answers: listed(
          rule.when.uses.map((name) => sayUsed(service, record, name, tools)),
          tools,
        ),
      }),
    );
  if (parts.length === 0) parts.push(say(locale, facts.route === 0 ? texts.routedByDefault : texts.routedByRest));
  return parts.join(' ');
};

const listed = (words: readonly string[], { locale }: FieldTools): string => words.join(locale === 'ar' ? '، ' : ', ');

const sayAnswer = (service: Service, { answers }: CaseRecord, name: string, { locale, world }: FieldTools): string => {
  const field = service.fields.get(name);
  const answer = answers[name];
  return field && answer !== undefined ? behaviourOf(field).say(answer, field, locale, world) : '–';
};

/** A question with its answer, or what else a rule may look at: a declared count, the state. */
const sayUsed = (service: Service, record: CaseRecord, name: string, tools: FieldTools): string => {
  const question = service.fields.get(name)?.label[tools.locale];
  if (question !== undefined)
    return say(tools.locale, texts.answerOf, { question, answer: sayAnswer(service, record, name, tools) });
  return (
    service.counts.find((count) => count.name === name)?.label[tools.locale] ??
    service.states.get(record.state)?.staffLabel[tools.locale] ??
    name
  );
};
