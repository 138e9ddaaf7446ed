import { normaliseForSearch } from '../base/search-text.ts';
import type { Field, Service } from '../definition/service.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { Answers, Searched } from '../form/fields/field-type.ts';
import { codedWords } from './coded-words.ts';

/**
 * By which words a record is found. Words are told apart by who may read the answers that they stand in, so that nobody finds
 * a record by an answer that is not for him or her to read.
 */
export interface AudienceWords {
  /** Empty: all who see the record. */
  readonly audience: string;
  readonly words: readonly string[];
}

export type Standing = 'open' | 'waiting' | 'over';

/** Makes the keyed hashes by which numbers are found. */
export interface NumberHashes {
  readonly phone: (number: string) => string;
  readonly identity: (number: string) => string;
}

/** Another rule, another number: all records are then read anew. */
export const wordsEdition = 2;

const mostWords = 1_500;
const longestWord = 60;

/** Who may read the answers to a question, as a text that is the same for the same readers; empty: all who see the record. */
export const audienceOf = ({ seenBy, needsConsent }: Pick<Field, 'seenBy' | 'needsConsent'>): string =>
  seenBy === undefined && needsConsent === undefined
    ? ''
    : JSON.stringify([seenBy?.toSorted() ?? null, needsConsent ?? null]);

const fieldsOf = (service: Service): ReadonlyMap<string, Field> =>
  new Map([
    ...[...service.actions.values()].flatMap(({ fields }) => fields.map((field) => [field.name, field] as const)),
    ...service.fields,
  ]);

/** The same for all records of a declaration. */
const searchedFields = new WeakMap<Service, ReadonlyMap<string, Field>>();
export const searchedFieldsOf = (service: Service): ReadonlyMap<string, Field> => {
  const known = searchedFields.get(service);
  if (known) return known;
  const fields = fieldsOf(service);
  searchedFields.set(service, fields);
  return fields;
};

/** Each audience of a declaration besides all who see its records, with what it takes to belong to it. */
export const audiencesOf = (
  service: Service,
): readonly {
  readonly audience: string;
  readonly seenBy: Field['seenBy'];
  readonly needsConsent: Field['needsConsent'];
}[] => {
  const restricted = [...searchedFieldsOf(service).values()].flatMap(({ seenBy, needsConsent }) => {
    const audience = audienceOf({ seenBy, needsConsent });
    return audience === '' ? [] : [[audience, { audience, seenBy, needsConsent }] as const];
  });
  return [...new Map(restricted).values()];
};

/** The words of a text, in one spelling. */
export const wordsOf = (text: string): readonly string[] =>
  normaliseForSearch(text)
    .split(' ')
    .flatMap((word) => (word === '' ? [] : [word.slice(0, longestWord)]));

export const inBasketWord = (institution: string): string => `@${institution}`;
export const ofServiceWord = (service: string): string => `#${service}`;
export const numberWord = (hash: string): string => `=${hash}`;
/** What lies in a list of work, and what waits for its applicant. */
export const standingWord = (standing: Standing): string => `+${standing}`;

/**
 * @param answers as lists hold them: what is sensitive is not among them, or as a keyed hash.
 */
export const searchWords = (
  service: Service,
  institution: string,
  standing: Standing,
  answers: Answers,
  hashes: NumberHashes,
): readonly AudienceWords[] => {
  const found = new Map<string, Set<string>>([['', new Set()]]);
  const coded = new Map<string, string[]>();
  const fields = searchedFieldsOf(service);
  for (const [name, answer] of Object.entries(answers)) {
    const field = fields.get(name);
    if (!field) continue;
    const isSensitive = field.protect === 'sensitive';
    const words = isSensitive ? hashInPlace(answer) : wordsOfAnswer(field, answer, hashes);
    const codes = isSensitive ? [] : codedWords(name, searchedIn(field, answer));
    if (words.length === 0 && codes.length === 0) continue;
    const audience = audienceOf(field);
    coded.set(audience, [...(coded.get(audience) ?? []), ...codes]);
    const known = found.get(audience) ?? new Set();
    found.set(audience, known);
    for (const word of words) known.add(word);
  }
  const common = found.get('') ?? new Set<string>();
  const where = [inBasketWord(institution), ofServiceWord(service.id), standingWord(standing)];
  const codedForAll = coded.get('') ?? [];
  // Who may read more finds by both together.
  return [...found].map(([audience, words]) => ({
    audience,
    words: [
      ...where,
      ...new Set([...(coded.get(audience) ?? []), ...codedForAll]),
      ...[...new Set([...words, ...common])].slice(0, mostWords),
    ],
  }));
};

/** By which numbers a record is found, among answers that were not left out for their reader. */
export const numbersIn = (service: Service, answers: Answers, hashes: NumberHashes): readonly string[] =>
  Object.entries(answers).flatMap(([name, answer]) => {
    const field = searchedFieldsOf(service).get(name);
    return field?.type === 'phone' || field?.type === 'identity' ? wordsOfAnswer(field, answer, hashes) : [];
  });

const hashInPlace = (answer: unknown): readonly string[] =>
  typeof answer === 'string' && answer.startsWith('#') ? [numberWord(answer.slice(1))] : [];

const searchedIn = (field: Field, answer: Answers[string]): Searched =>
  behaviourOf(field).searched?.(answer as never, field as never) ?? {};

const wordsOfAnswer = (field: Field, answer: Answers[string], hashes: NumberHashes): readonly string[] => {
  const { texts = [], phones = [], identities = [] } = searchedIn(field, answer);
  return [
    ...texts.flatMap(wordsOf),
    ...phones.map((phone) => numberWord(hashes.phone(phone))),
    ...identities.map((number) => numberWord(hashes.identity(number))),
  ];
};
