import type { Fault } from './fault.ts';
import type { Service } from './service.ts';

/** A service of the same program by its id; `unseen`: it may be there, but nobody looked. */
export type FindService = (id: string) => Service | 'unseen' | undefined;

/** Something in a declaration that can be judged only when the other services are known. */
export interface CrossCheck {
  /** Words that say what is wrong, if anything is. */
  readonly judge: (find: FindService, own: Service) => string | undefined;
  readonly faultAt: (message: string) => Fault;
}

/** What is wrong with what a service says of others. */
export const crossFaults = (service: Service, find: FindService): readonly Fault[] =>
  service.crossChecks.flatMap(({ judge, faultAt }) => {
    const words = judge((id) => (id === service.id ? service : find(id)), service);
    return words === undefined ? [] : [faultAt(words)];
  });
