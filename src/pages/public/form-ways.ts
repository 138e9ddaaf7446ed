import { checkPath, formPath, formStartPath, laterPath, servicePath } from './service-of.ts';

/** The addresses of a form that is being filled in. */
export interface FormWays {
  /** Out of it. */
  readonly leave: string;
  /** Where it begins; of a long form the list of its parts. */
  readonly start: string;
  readonly page: (name: string) => string;
  readonly check: string;
  /** How to go on later on another device; civil servants find what they have begun when they sign in. */
  readonly later: string | undefined;
  readonly discard: string;
}

export const publicWays = (service: string): FormWays => ({
  leave: servicePath(service),
  start: formStartPath(service),
  page: (name) => formPath(service, name),
  check: checkPath(service),
  later: laterPath(service),
  discard: `${servicePath(service)}/discard`,
});
