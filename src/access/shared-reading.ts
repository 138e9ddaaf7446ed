import type { Database } from '../base/database.ts';
import { dayOf } from '../base/calendar-day.ts';
import { Problem, type ProblemCode } from '../base/problem.ts';
import { locales, type Text } from '../base/texts.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Service } from '../definition/service.ts';
import { findRecord, type LoadedRecord, type LoadParts } from '../events/load-record.ts';
import { referenceOf } from '../events/reference.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { sensitiveNames } from '../record/field-access.ts';
import { standingConsents } from '../record/nouns/consents.ts';
import {
  type AgreementRow,
  findAgreement,
  insertAgreementReading,
  listLatestShared,
  listShared,
  listVersionsOf,
} from './agreement-queries.ts';
import { readsUnder, sidesOf, standingOf, stateField } from './agreements.ts';
import type { Covers, Staff } from './grant.ts';
import type { ReadingWay, Readings } from './readings.ts';
import { sharedReadingTexts as texts } from './shared-reading-texts.ts';

/**
 * Reading another institution's records under an agreement. Whether it stands, whether the person consents and whether the
 * reader still may is asked anew for every single record, when it is about to be given: what ends during a long export ends
 * with the next row.
 */
export interface SharedParts extends LoadParts {
  readonly database: Database;
  readonly covers: Covers;
  readonly readings: Pick<Readings, 'note' | 'open'>;
  readonly now: () => Date;
  /** In whose days agreements begin and end. */
  readonly timeZone: string;
  /** Every institution at which records may lie. */
  readonly institutions: () => readonly string[];
}

export interface SharedRecord {
  readonly id: number;
  readonly reference: string;
  /** The version that it is pinned to. */
  readonly service: Service;
  /** The answers that the agreement names and consent, where they need it, opens. */
  readonly answers: Answers;
  /** Where it stands, where the agreement names that. */
  readonly state: string | undefined;
  /** What the agreement names and the person does not consent to; whether there is an answer is not told. */
  readonly withheld: readonly { readonly field: string; readonly consent: string }[];
}

const refuse = (code: ProblemCode, reason: string, message: Text): Problem =>
  new Problem(code, { errors: [{ path: '', code: reason, message }] });

const fill = (text: Text, values: Readonly<Record<string, string | Text>>): Text =>
  Object.fromEntries(
    locales.map((locale) => [
      locale,
      text[locale].replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
        const value = values[name];
        return value === undefined ? '' : typeof value === 'string' ? value : value[locale];
      }),
    ]),
  ) as Text;

/** The agreement, for who reads under it while it stands; else the Problem that says what is missing. */
export const getReadableAgreement = async (
  parts: Pick<SharedParts, 'database' | 'covers' | 'now' | 'timeZone'>,
  id: number,
  staff: Staff,
): Promise<AgreementRow> => {
  const [agreement] = await parts.database.run(findAgreement, [id]);
  if (!agreement) throw new Problem('not-found');
  if (!readsUnder(parts, staff, agreement)) {
    // Who has nothing to do with it does not learn that it exists.
    if (sidesOf(parts, staff, agreement).length === 0) throw new Problem('not-found');
    throw refuse('not-allowed', 'other-role', texts.otherRole);
  }
  const missing = missingFrom(agreement, parts.now(), parts.timeZone);
  if (missing) throw refuse('agreement-missing', missing.code, missing.message);
  return agreement;
};

/** What keeps an agreement from being read under; undefined: nothing. */
export const missingFrom = (
  agreement: AgreementRow,
  now: Date,
  timeZone: string,
): { readonly code: string; readonly message: Text } | undefined => {
  const standing = standingOf(agreement, now);
  if (standing === 'standing') return undefined;
  const values = {
    number: String(agreement.id),
    from: dayOf(agreement.valid_from, timeZone),
    // It runs out as the next day begins.
    until: dayOf(agreement.ended_at ?? new Date(+agreement.valid_until - 1), timeZone),
  };
  return { code: `agreement-${standing}`, message: fill(texts[standing], values) };
};

/** The names asked for, or all that the agreement gives; a name beyond it is refused by that name. */
export const fieldsAsked = (agreement: AgreementRow, asked: readonly string[] | undefined): readonly string[] => {
  const beyond = asked?.filter((name) => !agreement.fields.includes(name)) ?? [];
  if (beyond.length > 0)
    throw new Problem('outside-agreement', {
      errors: beyond.map((name) => ({
        path: name,
        code: 'outside-agreement',
        message: fill(texts.outside, { number: String(agreement.id), fields: agreement.fields.join(', ') }),
      })),
    });
  return asked ?? agreement.fields;
};

/** What is given of a record under an agreement that stands; undefined: nothing, for want of consent. */
export const sharedView = (
  agreement: AgreementRow,
  { service, record }: Pick<LoadedRecord, 'service' | 'record'>,
  asked: readonly string[],
): SharedRecord | undefined => {
  const standing = standingConsents(service, record.answers);
  if (agreement.needs_consent !== null && !standing.has(agreement.needs_consent)) return undefined;
  const answers: Record<string, Answers[string]> = {};
  const withheld: { field: string; consent: string }[] = [];
  for (const name of asked) {
    const field = service.fields.get(name);
    if (!field) continue;
    const { needsConsent } = field;
    const answer = record.answers[name];
    if (needsConsent !== undefined && !standing.has(needsConsent))
      withheld.push({ field: name, consent: needsConsent });
    else if (answer !== undefined) answers[name] = answer;
  }
  return {
    id: record.id,
    reference: referenceOf(service.referencePrefix, record.id),
    service,
    answers,
    state: asked.includes(stateField) ? record.state : undefined,
    withheld,
  };
};

/** Whether the records in an institution's basket are the giver's to show: its own, or those of a service that it owns. */
const isGivenBy = ({ giver }: AgreementRow, { owner }: Service, institution: string, covers: Covers): boolean =>
  covers(giver, owner) || covers(giver, institution);

export interface SharedReading {
  readonly agreement: AgreementRow;
  readonly reader: Staff;
  readonly way: Extract<ReadingWay, 'page' | 'api' | 'export'>;
  readonly asked: readonly string[];
}

/**
 * One record. Who asks for a record that does not exist, is of another service or institution, or whose person does not
 * consent, gets one and the same answer: nobody finds out in this way who has a record.
 */
export const readShared = async (parts: SharedParts, id: number, reading: SharedReading): Promise<SharedRecord> => {
  const { agreement, asked } = reading;
  const loaded = await findRecord(parts, id);
  const isIts =
    loaded?.service.id === agreement.service &&
    isGivenBy(agreement, loaded.service, loaded.record.institution, parts.covers);
  const shared = loaded && isIts ? sharedView(agreement, loaded, asked) : undefined;
  if (!shared) throw consentMissing(parts.catalogue, agreement);
  await recordReading(parts, shared, reading);
  return shared;
};

const consentMissing = (catalogue: Catalogue, { needs_consent: needed, service }: AgreementRow): Problem => {
  if (needed === null) return new Problem('unknown-record');
  const purpose = catalogue.findKnown(service)?.service.purposes.get(needed)?.label;
  return refuse('consent-missing', 'consent-missing', fill(texts.consent, { purpose: purpose ?? needed }));
};

/**
 * Written before a record is given: what was read is never more than what is on record, for both institutions. The person
 * whose record it is reads it among all other readings.
 */
const recordReading = async (
  { database, readings, now }: SharedParts,
  { id, service, answers }: SharedRecord,
  { agreement, reader, way }: SharedReading,
): Promise<void> => {
  const { role, receiver: institution } = agreement;
  const opening = {
    recordId: id,
    at: now(),
    account: reader.accountId,
    role,
    institution,
    purpose: 'agreement',
  } as const;
  readings.note({ ...opening, way });
  // What is sensitive is told as opened, with what it is: written first, as when somebody opens it on a page.
  const opened = Object.keys(answers).filter((name) => sensitiveNames(service).has(name));
  if (opened.length > 0) await readings.open(opening, 'agreement', opened);
  await database.run(insertAgreementReading, [agreement.id, id, reader.accountId, way]);
};

/** The records of an agreement from one onwards, or the latest; their ids only: each is read when it is given. */
export const listSharedIds = async (
  parts: SharedParts,
  agreement: AgreementRow,
  page: { readonly after: number; readonly limit: number } | { readonly before: number; readonly limit: number },
): Promise<readonly number[]> => {
  const { catalogue, covers, database } = parts;
  const service = catalogue.findKnown(agreement.service)?.service;
  if (!service) return [];
  const isOwners = covers(agreement.giver, service.owner);
  const institutions = isOwners ? null : parts.institutions().filter((code) => covers(agreement.giver, code));
  const consents = await consentQuestions(parts, agreement);
  const rows =
    'after' in page
      ? await database.run(listShared, [agreement.service, page.after, institutions, consents, page.limit])
      : await database.run(listLatestShared, [agreement.service, page.before, institutions, consents, page.limit]);
  return rows.map(({ id }) => id);
};

/** By which question each version of the service asks for the consent; null: none is needed. */
const consentQuestions = async (
  { database, catalogue }: SharedParts,
  { service, needs_consent: needed }: AgreementRow,
): Promise<string | null> => {
  if (needed === null) return null;
  const versions = await database.run(listVersionsOf, [service]);
  const questions = await Promise.all(
    versions.map(async ({ id }) => {
      const field = (await catalogue.getVersion(id)).purposes.get(needed)?.field.name;
      return field === undefined ? [] : [{ version: id, field }];
    }),
  );
  return JSON.stringify(questions.flat());
};

const atOnce = 200;

/**
 * Every record of an agreement from one onwards, one by one. `readerNow` gives the reader as he or she is now: with the grant
 * that entitles, or the key, the reading ends.
 */
export async function* streamShared(
  parts: SharedParts,
  start: { readonly agreement: number; readonly after: number; readonly asked: readonly string[] | undefined },
  readerNow: () => Promise<Staff | undefined>,
): AsyncGenerator<SharedRecord> {
  let { after } = start;
  const allowed = async () => {
    const reader = await readerNow();
    if (!reader) throw new Problem('sign-in-required');
    const agreement = await getReadableAgreement(parts, start.agreement, reader);
    return { agreement, reader, way: 'export', asked: fieldsAsked(agreement, start.asked) } as const;
  };
  for (;;) {
    const { agreement } = await allowed();
    const ids = await listSharedIds(parts, agreement, { after, limit: atOnce });
    for (const id of ids) {
      const reading = await allowed();
      try {
        yield await readShared(parts, id, reading);
      } catch (error) {
        // It was there when its page was listed; meanwhile the person has withdrawn, or the record went elsewhere.
        if (!(error instanceof Problem) || (error.code !== 'consent-missing' && error.code !== 'unknown-record'))
          throw error;
      }
    }
    if (ids.length < atOnce) return;
    after = ids.at(-1) ?? after;
  }
}
