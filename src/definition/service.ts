import type { Text } from '../base/texts.ts';
import type { Expression } from './expressions.ts';
import type { FieldTypeName, Protection } from './fields/field-types.ts';
import type { StateMeaning } from './service-schema.ts';

/** A declaration that was found right, in the shape that the engines use. Made by `compileService` only. */
export interface Service {
  readonly id: string;
  /** Short hash of its files: two declarations with the same text are the same version. */
  readonly digest: string;
  readonly owner: string;
  readonly referencePrefix: string;
  readonly icon: string | undefined;
  readonly fee: number | undefined;
  readonly keepMonths: number;
  readonly applicant: { readonly name: string; readonly phone: string };
  readonly texts: ServiceTexts;
  readonly pages: readonly FormPage[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly counts: readonly Count[];
  readonly states: ReadonlyMap<string, State>;
  readonly initialState: string;
  readonly actions: ReadonlyMap<string, Action>;
  readonly routes: readonly Route[];
  readonly deadlines: readonly Deadline[];
  readonly documents: ReadonlyMap<string, DocumentKind>;
  /** Roles that read every record of the service and act on none. */
  readonly oversight: readonly string[];
  /** What each role that the declaration names is called. */
  readonly roles: ReadonlyMap<string, Text>;
  /** State → the service's own words for its message; undefined: the platform's. */
  readonly messages: ReadonlyMap<string, Text | undefined>;
}

export interface ServiceTexts {
  readonly title: Text;
  readonly summary: Text;
  readonly record: Text;
  readonly who: Text;
  /** One line each. */
  readonly needs: Text;
  readonly whoSees: Text;
}

export interface FormPage {
  readonly name: string;
  readonly title: Text;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly type: FieldTypeName;
  readonly label: Text;
  readonly hint: Text | undefined;
  readonly required: boolean;
  readonly protect: Protection;
  readonly show: Expression | undefined;
  readonly checks: readonly { readonly name: string; readonly holds: Expression; readonly message: Text }[];
  readonly max: number;
  readonly options: ReadonlyMap<string, Text>;
  readonly level: string | undefined;
  /** What is offered as the answer before anything was typed. */
  readonly offer: 'now' | 'today' | undefined;
}

export interface State {
  readonly name: string;
  readonly label: Text;
  /** What civil servants read, where the words for the applicant ("your answer") would say something else to them. */
  readonly staffLabel: Text;
  readonly meaning: StateMeaning;
}

export interface Action {
  readonly name: string;
  readonly label: Text;
  readonly from: readonly string[];
  /** A state, or `previous`. */
  readonly to: string;
  readonly by: readonly string[];
  readonly automatic: { readonly when: Expression; readonly because: Text } | undefined;
  readonly fields: readonly Field[];
  readonly otherThan: readonly string[];
  readonly issue: string | undefined;
  readonly revoke: string | undefined;
}

export interface Count {
  readonly name: string;
  readonly label: Text;
  readonly same: readonly Expression[];
  readonly in: ReadonlySet<string>;
}

export interface Route {
  readonly to: { readonly institution: string } | { readonly type: string; readonly of: string };
  readonly when: Expression | undefined;
}

export interface Deadline {
  readonly name: string;
  readonly in: ReadonlySet<string>;
  readonly milliseconds: number;
  readonly escalate: readonly string[];
}

export interface DocumentKind {
  readonly name: string;
  readonly title: Text;
  readonly statement: Text;
  readonly claims: readonly Field[];
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Roles that check it where it is shown. */
  readonly checkedBy: readonly string[];
}

/** The state by that name; a name that the declaration does not have is a fault of the program. */
export const getState = (service: Service, name: string): State => {
  const state = service.states.get(name);
  if (!state) throw new Error(`service ${service.id} has no state ${name}`);
  return state;
};
