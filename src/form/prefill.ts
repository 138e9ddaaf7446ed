import { dayOf } from '../base/calendar-day.ts';
import type { Prefill } from '../definition/prefill.ts';
import type { Field } from '../definition/service.ts';
import type { World } from './world.ts';

/**
 * What is known that a question may be answered with, the likeliest first. It is offered like a default, so that people
 * may write something else; where it would not be accepted as an answer nothing is offered.
 */
export const knownAnswers = (prefill: Prefill, field: Field, world: World): readonly unknown[] => {
  const { filler, now, timeZone, findInstitution } = world;
  const institution = filler?.institution;
  switch (prefill) {
    case 'today':
      return [dayOf(now, timeZone)];
    case 'account-name':
      return filler?.name === undefined ? [] : [filler.name, filler.name.ar, filler.name.latin];
    case 'institution':
      return institution === undefined ? [] : [institution];
    case 'place': {
      const around = institution === undefined ? undefined : findInstitution(institution)?.place;
      return field.type === 'place' && around !== undefined ? placesAround(around, field.level, world) : [];
    }
  }
};

/** The place itself or the one of that level in which it lies. */
const placesAround = (code: string, level: string, { findPlace }: World): readonly string[] => {
  for (let at = findPlace(code); at; at = at.parent === undefined ? undefined : findPlace(at.parent))
    if (at.level === level) return [at.code];
  return [];
};
