import type { TProperties, TSchema } from 'typebox';
import type { CompileContext } from './compile-context.ts';
import type { CelType } from './expressions.ts';
import type { ActionSource } from './nouns/actions.ts';
import type { Field, Service } from './service.ts';
import type { ServiceSource } from './service-schema.ts';
import type { Path } from './yaml-source.ts';

/**
 * A capability of the language: one key of `service.yaml`, what it becomes, and what actions may say about it. What it
 * does to records stands in `record/nouns/`, its pieces of pages in `pages/nouns/`, under the same name.
 */
export interface Noun<Source = never, Compiled extends object = object> {
  /** What may stand under the key, optional where a service can do without; none: it only has a say in actions. */
  readonly schema?: TSchema;
  /** Keys that it adds to actions. */
  readonly actionKeys?: TProperties;
  /** What it adds to the values that rules look at. */
  readonly celTypes?: (source: Source | undefined) => Readonly<Record<string, CelType>>;
  /** All that each of these can be, where that is few: conditions are tried with every one of them. */
  readonly celValues?: (service: Service) => Readonly<Record<string, readonly unknown[]>>;
  /** What the service has from it. `soFar` holds what the nouns before it in the list made. */
  readonly compile: (
    context: CompileContext,
    source: Source | undefined,
    soFar: Service,
    whole: ServiceSource,
  ) => Compiled;
  /** What an action has from it. */
  readonly compileAction?: (context: CompileContext, source: ActionSource, path: Path, soFar: Service) => ActionPart;
  /** Actions that come with it besides those declared under `actions`; their texts stand at the same path. */
  readonly moreActions?: (soFar: Service) => readonly DerivedAction[];
}

export interface DerivedAction {
  readonly name: string;
  readonly source: ActionSource;
  readonly path: readonly string[];
}

export interface ActionPart {
  readonly own: object;
  /** Questions that come with it, before those that the action declares: these may look at the answers. */
  readonly asksFirst?: readonly Field[];
  /** Questions that come with it, after those that the action declares. */
  readonly fields?: readonly Field[];
  /** Those among them whose answers the noun tells in words of its own, so that they are not repeated. */
  readonly saidByNoun?: readonly string[];
}
