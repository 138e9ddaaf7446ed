import type { Territory } from '../territory/territory.ts';
import type { Covers } from './grant.ts';

/** Whether one institution answers for another, by the tree of institutions and, where a role reaches so far, by that of places. */
export const createCovers =
  (territory: Pick<Territory, 'isUnder' | 'findInstitution' | 'isWithin'>): Covers =>
  (holder, institution, reach) => {
    if (territory.isUnder(institution, holder)) return true;
    if (reach !== 'territory') return false;
    const [covered, place] = [holder, institution].map((code) => territory.findInstitution(code)?.place);
    return covered !== undefined && place !== undefined && territory.isWithin(place, covered);
  };
