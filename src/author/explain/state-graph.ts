import { type Locale, say } from '../../base/texts.ts';
import { waysOf } from '../../definition/analysis/ways.ts';
import type { StateMeaning } from '../../definition/nouns/states.ts';
import type { Action, Service } from '../../definition/service.ts';
import { explainTexts as texts, meaningTexts } from './explain-texts.ts';
import { roleNames } from './words.ts';

export interface StateNode {
  readonly name: string;
  readonly meaning: StateMeaning;
  readonly isInitial: boolean;
  /** The state's own words first, then smaller ones. */
  readonly label: string;
  readonly lines: readonly string[];
}

export interface StateEdge {
  readonly from: string;
  readonly to: string;
  /** One for each action. */
  readonly lines: readonly string[];
  /** All its actions are done by the platform itself. */
  readonly isAutomatic: boolean;
}

export interface StateGraph {
  readonly nodes: readonly StateNode[];
  readonly edges: readonly StateEdge[];
}

/** The states of a service and the ways between them, in the words of a language. */
export const stateGraph = (service: Service, locale: Locale): StateGraph => {
  const ways = waysOf(service).filter(({ from, to }) => from !== to);
  const pairs = Map.groupBy(ways, ({ from, to }) => `${from}\n${to}`);
  const moves = new Set(ways.map(({ from, action }) => `${from}\n${action.name}`));
  return {
    nodes: [...service.states.values()].map(({ name, meaning, staffLabel }) => {
      const staying = [...service.actions.values()].filter(
        (action) => action.from.includes(name) && !moves.has(`${name}\n${action.name}`),
      );
      const also = staying.map(({ label }) => label[locale]).join(locale === 'ar' ? '، ' : ', ');
      return {
        name,
        meaning,
        isInitial: name === service.initialState,
        label: staffLabel[locale],
        lines: [
          meaningTexts[meaning]?.[locale] ?? meaning,
          ...(also === '' ? [] : [say(locale, texts.also, { actions: also })]),
        ],
      };
    }),
    edges: [...pairs.values()].map((group) => ({
      from: group[0]?.from ?? '',
      to: group[0]?.to ?? '',
      lines: group.map(({ action }) => sayAction(service, action, locale)),
      isAutomatic: group.every(({ action }) => action.automatic !== undefined && action.by.length === 0),
    })),
  };
};

const sayAction = (service: Service, action: Action, locale: Locale): string => {
  const who = [...roleNames(service, action.by, locale), ...(action.automatic ? [texts.automatic[locale]] : [])];
  return `${action.label[locale]} (${who.join(locale === 'ar' ? '، ' : ', ')})`;
};
