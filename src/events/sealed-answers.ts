import { seal, unseal } from '../base/sealed-box.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Service } from '../definition/service.ts';
import { phoneOfApplicant } from '../form/applicant.ts';
import type { Answer, Answers } from '../form/fields/field-type.ts';
import { contactOf, identityOf } from './contact.ts';
import { sensitiveNames } from '../record/field-access.ts';

/**
 * Answers as they lie in the database: those to sensitive questions as `{ "sealed": … }`, each bound to its place (of which
 * record or draft, at which event) and its question. No answer of any type looks like that, so what is sealed is known by
 * its shape, whatever the declaration said when it was written.
 */
interface Sealed {
  readonly sealed: string;
}

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Sealed>).sealed === 'string';

export const placeOfEvent = (record: number, number: number): string => `record ${record} event ${number}`;

const boundTo = (place: string, name: string): string => `diwan/1 ${place} ${name}`;

const sealValue = (key: Buffer, place: string, name: string, value: unknown): Sealed => ({
  sealed: seal(key, boundTo(place, name), Buffer.from(JSON.stringify(value))).toString('base64'),
});

/** The values of which `isToSeal` says so by their name, sealed; the others as they are. */
export const sealValues = (
  values: Readonly<Record<string, unknown>>,
  isToSeal: (name: string) => boolean,
  key: Buffer,
  place: string,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isToSeal(name) ? sealValue(key, place, name, value) : value]),
  );

/** The values as they were. Without the key, which is gone when a record was erased, those that are sealed are gone too. */
export const unsealValues = <Value>(
  values: Readonly<Record<string, Value>>,
  key: Buffer | undefined,
  place: string,
): Readonly<Record<string, Value>> => {
  if (!Object.values(values).some(isSealed)) return values;
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (!isSealed(value)) return [[name, value] as const];
      if (!key) return [];
      const content = unseal(key, boundTo(place, name), Buffer.from(value.sealed, 'base64'));
      return [[name, JSON.parse(content.toString()) as Value] as const];
    }),
  );
};

/** Whether anything in a value is sealed: then its key is worth looking for. */
export const hasSealed = (values: unknown): boolean =>
  typeof values === 'object' && values !== null && Object.values(values).some(isSealed);

/** The salt of a commitment to sensitive words is as secret as they: with it, "positive" or "negative" is soon guessed. */
export const sealSalt = (key: Buffer, place: string, salt: Buffer): Buffer => seal(key, boundTo(place, 'salt'), salt);
export const unsealSalt = (key: Buffer, place: string, sealed: Buffer): Buffer =>
  unseal(key, boundTo(place, 'salt'), sealed);

/** The keyed hash of a number that nobody may read, as it stands among the answers instead. */
const inPlaceOf = (hash: Buffer): string => `#${hash.toString('base64url')}`;

/**
 * Answers for lists and searches. What is sensitive is left out altogether; of the telephone number of who asks, and of
 * numbers that identify somebody, stands the keyed hash, by which they are found.
 */
export const listedAnswers = (service: Service, answers: Answers, secrets: Pick<Secrets, 'mac'>): Answers => {
  const sensitive = sensitiveNames(service);
  if (sensitive.size === 0) return answers;
  const listed: Record<string, Answer> = {};
  for (const [name, answer] of Object.entries(answers)) {
    if (!sensitive.has(name)) listed[name] = answer;
    else if (service.fields.get(name)?.type === 'identity' && typeof answer === 'string')
      listed[name] = inPlaceOf(identityOf(secrets, answer));
  }
  const { phone } = service.applicant;
  const number = phone !== undefined && sensitive.has(phone) ? phoneOfApplicant(service, answers) : undefined;
  return phone === undefined || number === undefined
    ? listed
    : { ...listed, [phone]: inPlaceOf(contactOf(secrets, number)) };
};
