import type { Text } from '../base/texts.ts';
import { codeFault } from './declared-name.ts';
import { type DeclaredPlace, type Institution, isPlaceLevel, placeLevels } from './place.ts';

/**
 * One row that stands for an institution at each place of a level:
 *   code   `municipality-{place}`: the place's code is put in
 *   place  `each:municipality`: the level
 *   parent a code, or `nearest:district-office|governorate-office`: at each place, the listed institution of the first of
 *          these types that covers it or a place above it; none when there is none
 *   names  `{place}` is the place's name in that language; `{de place}` puts French « de » or « d’ » before it
 * An institution of that type and place which the file lists itself is kept as listed.
 */
export const isPattern = ({ code, place }: Institution): boolean =>
  code.includes('{place}') || (place ?? '').startsWith('each:');

export const patternFault = ({ code, place }: Institution): string | undefined => {
  if (!code.includes('{place}')) return `the code "${code}" would be the same at each place: write {place} in it`;
  const level = (place ?? '').replace(/^each:/, '');
  if (!place?.startsWith('each:') || !isPlaceLevel(level)) {
    return `a code with {place} needs a level as its place: write each: and one of ${placeLevels.join(', ')}`;
  }
  return codeFault(code.replaceAll('{place}', 'x'));
};

export const expandPattern = (
  pattern: Institution,
  places: readonly DeclaredPlace[],
  listed: readonly Institution[],
): readonly Institution[] => {
  const level = (pattern.place ?? '').slice('each:'.length);
  const byCode = new Map(places.map((place) => [place.code, place]));
  const own = new Set(listed.filter(({ type }) => type === pattern.type).map(({ place }) => place));
  return places
    .filter((place) => place.level === level && !own.has(place.code))
    .map((place) => ({
      code: pattern.code.replaceAll('{place}', place.code),
      type: pattern.type,
      name: fillIn(pattern.name, place.name),
      parent: parentAt(pattern.parent, place, byCode, listed),
      place: place.code,
    }));
};

const parentAt = (
  rule: string | undefined,
  place: DeclaredPlace,
  byCode: ReadonlyMap<string, DeclaredPlace>,
  listed: readonly Institution[],
): string | undefined => {
  if (!rule?.startsWith('nearest:')) return rule;
  for (const type of rule.slice('nearest:'.length).split('|')) {
    for (
      let at: DeclaredPlace | undefined = place;
      at;
      at = at.parent === undefined ? undefined : byCode.get(at.parent)
    ) {
      const covering = at.code;
      const found = listed.find((institution) => institution.type === type && institution.place === covering);
      if (found) return found.code;
    }
  }
  return undefined;
};

const fillIn = (pattern: Text, name: Text): Text => ({
  ar: pattern.ar.replaceAll('{place}', name.ar),
  fr: pattern.fr
    .replaceAll('{place}', name.fr)
    .replaceAll('{de place}', `${/^[aeiou]/i.test(name.fr.normalize('NFD')) ? 'd’' : 'de '}${name.fr}`),
  en: pattern.en.replaceAll('{place}', name.en),
});
