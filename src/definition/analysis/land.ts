import type { Institution, Place } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';

/** The country that a declaration is checked against. */
export interface Land {
  readonly territory: Pick<Territory, 'findInstitution' | 'institutionsOf' | 'institutionFor'>;
  readonly institutions: readonly Pick<Institution, 'code' | 'type'>[];
  readonly places: readonly Pick<Place, 'code' | 'level'>[];
}
