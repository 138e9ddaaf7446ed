import { type FieldError, Problem } from '../base/problem.ts';
import { locales, type Text } from '../base/texts.ts';
import type { CountryContent, Effect, NewChange, Patch } from './country-change.ts';
import { codeFault } from './declared-name.ts';
import { institutionChangeTexts as texts } from './institution-change-texts.ts';
import type { Contact, Institution } from './place.ts';

/** What can be said of an institution in the console. */
export interface InstitutionDraft {
  readonly type: string;
  readonly name: Text;
  readonly parent: string | undefined;
  readonly place: string | undefined;
  readonly contact: Contact;
}

const typePattern = /^[a-z][a-z0-9-]{0,39}$/;
const emailPattern = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/;

const refuse = (...errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw new Problem('invalid-data', { errors });
};
const fault = (path: string, message: Text): FieldError => ({ path, code: path, message });

const bodiesOf = (content: CountryContent): ReadonlyMap<string, Institution> =>
  new Map(content.institutions.map((institution) => [institution.code, institution]));

/** An institution in service; a Problem where there is none with that code. */
export const getInService = (content: CountryContent, code: string): Institution => {
  const found = content.institutions.find((institution) => institution.code === code);
  if (!found) throw new Problem('not-found');
  if (found.retired) throw new Problem('state-changed');
  return found;
};

/** From the parent up, whatever a wrong tree holds. */
const ancestorsOf = (bodies: ReadonlyMap<string, Institution>, code: string): readonly string[] => {
  const found: string[] = [];
  let at = bodies.get(code)?.parent;
  while (at !== undefined && !found.includes(at)) {
    found.push(at);
    at = bodies.get(at)?.parent;
  }
  return found;
};

const draftFaults = (content: CountryContent, code: string, draft: InstitutionDraft): readonly FieldError[] => {
  const bodies = bodiesOf(content);
  const { type, parent, place, contact } = draft;
  const isBelowItself = parent !== undefined && (parent === code || ancestorsOf(bodies, parent).includes(code));
  const isThere = parent === undefined || isInService(bodies.get(parent));
  const { phone = '', email = '', address = '' } = contact;
  return [
    ...(typePattern.test(type) ? [] : [fault('type', texts.wrongType)]),
    ...(isThere ? [] : [fault('parent', texts.noSuchParent)]),
    ...(isBelowItself ? [fault('parent', texts.belowItself)] : []),
    ...(place === undefined || content.places.some((each) => each.code === place && !each.retired)
      ? []
      : [fault('place', texts.noSuchPlace)]),
    ...(email === '' || emailPattern.test(email) ? [] : [fault('email', texts.wrongEmail)]),
    ...(phone === '' || /^\+?[\d\s()/-]{3,30}$/.test(phone) ? [] : [fault('phone', texts.wrongPhone)]),
    ...(address.length <= 300 ? [] : [fault('address', texts.longAddress)]),
  ];
};

const isInService = (institution: Institution | undefined): boolean =>
  institution !== undefined && !institution.retired;

export const createInstitution = (content: CountryContent, code: string, draft: InstitutionDraft): NewChange => {
  const isTaken = content.institutions.some((institution) => institution.code === code);
  refuse(
    ...(codeFault(code) === undefined ? [] : [fault('code', texts.wrongCode)]),
    ...(isTaken ? [fault('code', texts.codeTaken)] : []),
    ...draftFaults(content, code, draft),
  );
  return {
    kind: 'institution-created',
    about: { codes: [code] },
    effect: { institutions: [{ code, isNew: true, set: setOf(draft) }] },
  };
};

const setOf = ({ parent, place, contact, ...draft }: InstitutionDraft): Patch<Institution>['set'] => ({
  ...draft,
  parent: parent ?? null,
  place: place ?? null,
  contact: Object.keys(contact).length > 0 ? contact : null,
});

/** Only what is other than before; undefined where nothing is. */
export const editInstitution = (
  content: CountryContent,
  code: string,
  draft: InstitutionDraft,
): NewChange | undefined => {
  const before = getInService(content, code);
  refuse(...draftFaults(content, code, draft));
  const isOther = (key: string, value: unknown): boolean =>
    JSON.stringify(value ?? null) !== JSON.stringify(before[key as keyof Institution] ?? null);
  const name = locales.every((locale) => before.name[locale] === draft.name[locale]) ? before.name : draft.name;
  const set = Object.fromEntries(
    Object.entries(setOf({ ...draft, name })).filter(([key, value]) => isOther(key, value)),
  );
  if (Object.keys(set).length === 0) return undefined;
  return { kind: 'institution-edited', about: { codes: [code] }, effect: { institutions: [{ code, set }] } };
};

const childrenOf = (content: CountryContent, code: string): readonly Institution[] =>
  content.institutions.filter(({ parent, retired }) => parent === code && !retired);

/** It takes nothing new and has no successor: only without institutions below it, and without open records (see the page). */
export const closeInstitution = (content: CountryContent, code: string): NewChange => {
  getInService(content, code);
  if (content.settings.operator === code) throw new Problem('not-possible', { errors: [fault('', texts.isOperator)] });
  if (childrenOf(content, code).length > 0)
    throw new Problem('not-possible', { errors: [fault('', texts.hasChildren)] });
  return {
    kind: 'institution-closed',
    about: { codes: [code] },
    effect: { institutions: [{ code, set: { retired: true } }] },
  };
};

/** Several become part of one that exists: the codes of the others keep resolving, and it answers for their records. */
export const mergeInstitutions = (content: CountryContent, codes: readonly string[], into: string): NewChange => {
  refuse(
    ...(codes.length === 0 ? [fault('codes', texts.nothingToMerge)] : []),
    ...(codes.includes(into) ? [fault('into', texts.intoItself)] : []),
  );
  for (const code of [...codes, into]) getInService(content, code);
  return {
    kind: 'institutions-merged',
    about: { codes, into: [into] },
    effect: succeed(content, codes, [into]),
  };
};

/** One becomes several that exist; the first of them has everything that belongs to none of the others. */
export const splitInstitution = (content: CountryContent, code: string, into: readonly string[]): NewChange => {
  refuse(
    ...(new Set(into).size < 2 ? [fault('into', texts.intoOne)] : []),
    ...(into.includes(code) ? [fault('into', texts.intoItself)] : []),
  );
  for (const each of [code, ...into]) getInService(content, each);
  return { kind: 'institution-split', about: { codes: [code], into }, effect: succeed(content, [code], into) };
};

const succeed = (content: CountryContent, codes: readonly string[], into: readonly string[]): Effect => {
  const bodies = bodiesOf(content);
  const [first = ''] = into;
  // Whoever takes over cannot go on answering to what is no more.
  const above = (code: string): string | null =>
    ancestorsOf(bodies, code).find((each) => !codes.includes(each)) ?? null;
  const freed = into
    .filter((code) => codes.includes(bodies.get(code)?.parent ?? ''))
    .map((code) => ({ code, set: { parent: above(code) } }));
  const children = codes
    .flatMap((code) => childrenOf(content, code))
    .filter(({ code }) => !codes.includes(code) && !into.includes(code))
    .map(({ code }) => ({ code, set: { parent: first } }));
  const { operator } = content.settings;
  return {
    institutions: [
      ...freed,
      ...children,
      // What was decided there stays in its basket: who took over answers for it.
      ...codes.map((code) => ({ code, set: { retired: true, successors: into, parent: first } })),
    ],
    ...(operator !== undefined && codes.includes(operator) && { settings: { operator: first } }),
  };
};
