import { type FieldError, Problem } from '../base/problem.ts';
import { locales, type Text } from '../base/texts.ts';
import type { CountryContent, NewChange, Patch } from './country-change.ts';
import { codeFault } from './declared-name.ts';
import { institutionChangeTexts as texts } from './institution-change-texts.ts';
import type { DeclaredPlace, Institution } from './place.ts';

const refuse = (path: string, message: Text): never => {
  const error: FieldError = { path, code: path, message };
  throw new Problem('invalid-data', { errors: [error] });
};

const getPlaceInService = (content: CountryContent, code: string): DeclaredPlace => {
  const found = content.places.find((place) => place.code === code);
  if (!found) throw new Problem('not-found');
  if (found.retired) throw new Problem('state-changed');
  return found;
};

/** Names and other spellings; undefined where nothing is other than before. The name before stays searchable. */
export const editPlace = (
  content: CountryContent,
  code: string,
  draft: { readonly name: Text; readonly otherNames: readonly string[]; readonly pcode: string | undefined },
): NewChange | undefined => {
  const before = getPlaceInService(content, code);
  const former = locales
    .map((locale) => before.name[locale])
    .filter((name) => !locales.some((each) => draft.name[each] === name));
  const otherNames = [...new Set([...draft.otherNames, ...former])];
  const set: Patch<DeclaredPlace>['set'] = {
    ...(former.length > 0 && { name: draft.name }),
    ...(JSON.stringify(otherNames) !== JSON.stringify(before.otherNames) && { otherNames }),
    ...(draft.pcode !== before.pcode && { pcode: draft.pcode ?? null }),
  };
  if (Object.keys(set).length === 0) return undefined;
  return { kind: 'place-edited', about: { codes: [code] }, effect: { places: [{ code, set }] } };
};

/** Another code from now on: what lies in the place and whoever covers it go along, and the old code keeps resolving. */
export const recodePlace = (content: CountryContent, code: string, next: string): NewChange => {
  const before = getPlaceInService(content, code);
  if (codeFault(next) !== undefined) refuse('next', texts.wrongCode);
  if (content.places.some((place) => place.code === next)) refuse('next', texts.codeTaken);
  const { code: _code, ...same } = before;
  const children: readonly Patch<DeclaredPlace>[] = content.places
    .filter(({ parent }) => parent === code)
    .map((child) => ({ code: child.code, set: { parent: next } }));
  const institutions: readonly Patch<Institution>[] = content.institutions
    .filter(({ place }) => place === code)
    .map((institution) => ({ code: institution.code, set: { place: next } }));
  return {
    kind: 'place-recoded',
    about: { codes: [code], into: [next] },
    effect: {
      places: [{ code: next, isNew: true, set: same }, { code, set: { retired: true, successor: next } }, ...children],
      institutions,
    },
  };
};
