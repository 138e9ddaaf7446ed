import { say } from '../../base/texts.ts';
import type { Action } from '../../definition/service.ts';
import { explainAutomatic, explainGuard, explainRouteRule, type FoundAutomatic } from '../../record/explain.ts';
import { findRefusal } from '../../record/allowed-actions.ts';
import { hiddenFrom } from '../../record/field-access.ts';
import { type SaidCondition, sayConditions, type Sayer } from '../explain.ts';
import { explainTexts as texts } from '../explain-texts.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import type { OpenedRecord } from '../record-access.ts';
import { Details } from '../ui/details.tsx';
import { Icon } from '../ui/icon.tsx';

export const sayerOf = (
  { service, reader }: Pick<OpenedRecord, 'service' | 'reader'>,
  tools: Sayer['tools'],
): Sayer => ({
  service,
  tools,
  hidden: hiddenFrom(service, reader),
});

/** The conditions of a rule, each with whether it was met: by a sign and in words. */
export const ConditionList = ({
  conditions,
  locale,
}: {
  readonly conditions: readonly SaidCondition[];
  readonly locale: FieldTools['locale'];
}) => (
  <div class="conditions" role="list">
    {conditions.map(({ holds, words }) => (
      <div role="listitem" data-color={holds === undefined ? 'neutral' : holds ? 'success' : 'danger'}>
        <Icon name={holds === undefined ? 'info' : holds ? 'check' : 'close'} />
        <span>
          <span class="ds-sr-only">
            {say(locale, holds === undefined ? texts.notTold : holds ? texts.met : texts.notMet)}
            {': '}
          </span>
          {words}
        </span>
      </div>
    ))}
  </div>
);

const titleOf = ({ action, happened }: FoundAutomatic, { locale }: Sayer['tools']): string =>
  say(locale, happened ? texts.why : texts.whyNot, { action: action.label[locale] });

/** Which rules were looked at after each step, and which of their conditions held. */
export const explanations: PageNoun = {
  staffStep: (_desk, opened, event) => {
    const { service, whole, tools } = opened;
    // Events that a reader sees are those of the whole record, with less in them.
    const index = whole.events.findIndex(
      (each) => each.at === event.at && each.kind === event.kind && each.facts === event.facts,
    );
    return explainAutomatic(service, whole.record.id, whole.events, index).map((each) => (
      <Details summary={titleOf(each, tools)}>
        <ConditionList conditions={sayConditions(sayerOf(opened, tools), each.found)} locale={tools.locale} />
      </Details>
    ));
  },
  json: (opened, locale, given) => {
    const { service, whole, reader, candidate } = opened;
    const tools = { ...given, locale };
    const sayer = sayerOf(opened, tools);
    const jsonOf = (conditions: readonly SaidCondition[]) =>
      conditions.map(({ rule, holds, words }) => ({ rule, holds: holds ?? null, says: words }));
    // What an applicant is told of a rule is the sentence that its declaration has for it.
    if (reader.kind === 'applicant') return {};
    const route = explainRouteRule(service, whole.record.id, whole.events);
    const { now } = tools.world;
    return {
      explanations: {
        automatic: whole.events.flatMap((_, index) =>
          explainAutomatic(service, whole.record.id, whole.events, index).map(({ action, happened, found }) => ({
            after_event: index + 1,
            action: action.name,
            happened,
            conditions: jsonOf(sayConditions(sayer, found)),
          })),
        ),
        ...(route && { route: jsonOf(sayConditions(sayer, route)) }),
        refused: [...service.actions.values()].flatMap((action) => {
          const refusal = findRefusal(service, whole.record, action, candidate, now);
          if (refusal === undefined || refusal === 'wrong-state') return [];
          const guard =
            refusal === 'condition' ? explainGuard(service, whole.record.id, whole.events, action, now) : undefined;
          return [
            {
              action: action.name,
              code: refusal,
              ...(refusal === 'condition' && { because: action.when?.unless[locale] }),
              ...(guard && { conditions: jsonOf(sayConditions(sayer, guard)) }),
            },
          ];
        }),
      },
    };
  },
};

/** Why a condition keeps somebody from an action now: each part of it, where it has more than one to tell. */
export const GuardConditions = ({
  opened,
  action,
}: {
  readonly opened: OpenedRecord & { readonly tools: FieldTools };
  readonly action: Action;
}) => {
  const { service, whole, tools } = opened;
  const guard = explainGuard(service, whole.record.id, whole.events, action, tools.world.now);
  return guard && <ConditionList conditions={sayConditions(sayerOf(opened, tools), guard)} locale={tools.locale} />;
};
