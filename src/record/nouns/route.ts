import type { Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { Point } from '../../form/fields/point.ts';
import { holds } from '../../form/validate.ts';
import type { Territory } from '../../territory/territory.ts';
import { findTarget } from '../target.ts';

/** Finds the institution of a type that covers a place, or the place in which a point lies. */
export type FindInstitutionFor = (type: string, place: string | Point) => string | undefined;

/** As the territory of the moment says. A point that lies in no place has nobody. */
export const createInstitutionFinder =
  (territory: Pick<Territory, 'institutionFor' | 'boundaries'>): FindInstitutionFor =>
  (type, answer) => {
    const place = typeof answer === 'string' ? answer : territory.boundaries.placeAt([answer.lon, answer.lat]);
    return place === undefined ? undefined : territory.institutionFor({ type, place })?.code;
  };

export interface RouteContext {
  readonly now: Date;
  readonly findInstitutionFor: FindInstitutionFor;
  /** The institution at which it is being entered; none: the applicant sends it. */
  readonly enteredAt?: string;
}

export interface Basket {
  readonly institution: string;
  /** Position of the rule that decided, or -1: none found an institution (of earlier declarations only), the owner has it. */
  readonly route: number;
}

/** Whose basket a record goes to: the first rule that holds and finds an institution; nobody's basket does not exist. */
export const routeRecord = (
  service: Service,
  answers: Answers,
  values: Readonly<Record<string, unknown>>,
  { now, findInstitutionFor, enteredAt }: RouteContext,
): Basket => {
  for (const [route, { to, when }] of service.routes.entries()) {
    if (when && !holds(when, values, now)) continue;
    const institution = 'entered' in to ? enteredAt : findTarget(to, answers, findInstitutionFor);
    if (institution !== undefined) return { institution, route };
  }
  return { institution: service.owner, route: -1 };
};
