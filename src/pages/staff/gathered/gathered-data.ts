import { readerOf } from '../../../access/record-access.ts';
import { Problem } from '../../../base/problem.ts';
import { contactOf } from '../../../events/contact.ts';
import { referenceOf } from '../../../events/reference.ts';
import { subjectOf } from '../../../events/record-subjects.ts';
import { recordFields } from '../../../events/referred-records.ts';
import type { Field, Service } from '../../../definition/service.ts';
import { gather, type Gathered, type GatheredUnder } from '../../../projections/gathered.ts';
import type { GatheredGroup } from '../../../projections/gathered-queries.ts';
import { hiddenFrom, notFor } from '../../../record/field-access.ts';
import type { Desk, Work } from '../desk.ts';
import { getVersion } from '../desk.ts';
import type { DeskRecord } from '../record-data.ts';

const pageSize = 50;

export const totalOf = ({ counts }: Pick<Gathered, 'counts'>): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

/** The questions of a record under whose answers others gather: those that it declares, and the applicant's phone. */
export const subjectFields = ({ subjects, applicant, fields }: Service): readonly Field[] => {
  const phone = applicant.phone === undefined ? undefined : fields.get(applicant.phone);
  return phone && !subjects.includes(phone) ? [...subjects, phone] : subjects;
};

/** Whether some service asks for records of this one. */
export const isNamedByOthers = ({ parts: { catalogue } }: Desk, { id }: Service): boolean =>
  catalogue.known.some(({ service }) => recordFields(service.fields.values()).some((field) => field.service === id));

/** What gathers under an answer of a record that was opened; under its reference without a field. */
export const underOf = (
  { parts: { secrets } }: Desk,
  { record }: Pick<DeskRecord, 'record'>,
  field: Field | undefined,
): GatheredUnder | undefined => {
  if (!field) return { target: record.id };
  const answer = record.answers[field.name];
  const subject = subjectOf(secrets, field, answer);
  if (!subject) return undefined;
  const isPhone = field.type === 'phone' && typeof answer === 'string';
  return { subject, ...(isPhone && { contact: contactOf(secrets, answer) }), from: record.id };
};

/**
 * Whether a reader reads the answer by which records of a group were found. The same person is found by sensitive answers as
 * well: whoever looks has opened it where it was looked at. Where it hangs on a consent or on a task, nothing is found.
 */
const reads =
  ({ parts: { covers } }: Desk, work: Work, under: GatheredUnder) =>
  (group: GatheredGroup): boolean => {
    if (under.basket !== undefined) return true;
    const service = getVersion(work, group.versionId);
    const reader = readerOf(work.staff, service, { ...group, tasks: [] }, covers);
    const hidden = under.from === undefined ? hiddenFrom(service, reader) : notFor(service, reader);
    return group.paths.some((path) => {
      const name = path === '' ? service.applicant.phone : path.split('.')[0];
      return name !== undefined && !hidden.has(name);
    });
  };

/** What this account may see of what gathers there. `service`: rows of one only; counts are always of all. */
export const gatherFor = (
  desk: Desk,
  work: Work,
  under: GatheredUnder,
  {
    service = '',
    below,
    limit = pageSize,
  }: { readonly service?: string; readonly below?: number | undefined; readonly limit?: number },
): Promise<Gathered> =>
  gather(desk.parts.database, work.scope, under, {
    mayRead: reads(desk, work, under),
    versions: (versionId) => service === '' || getVersion(work, versionId).id === service,
    below,
    limit,
  });

/** What gathers around a record, as its own page tells it. */
export interface GatheredLink {
  /** Undefined: what names the record itself. */
  readonly field: Field | undefined;
  /** The institution that it leads to, where it is one. */
  readonly institution?: string;
  /** Undefined where nothing was counted: the answer is closed, or it is an institution with a page of its own. */
  readonly total: number | undefined;
  readonly newest: readonly { readonly reference: string; readonly service: Service; readonly state: string }[];
}

const mostBeside = 5;

export const findGatheredLinks = async (desk: Desk, opened: DeskRecord): Promise<readonly GatheredLink[]> => {
  const { service, record, staff, closed } = opened;
  const work = await desk.workOf(staff);
  const countOf = async (field: Field | undefined, under: GatheredUnder, limit: number): Promise<GatheredLink> => {
    const gathered = await gatherFor(desk, work, under, { limit });
    const newest = gathered.rows.map(({ id, versionId, state }) => {
      const named = getVersion(work, versionId);
      return { reference: referenceOf(named.referencePrefix, id), service: named, state };
    });
    return { field, total: totalOf(gathered), newest };
  };
  const links = subjectFields(service).map(async (field): Promise<readonly GatheredLink[]> => {
    const answer = record.answers[field.name];
    if (field.type === 'institution')
      return typeof answer === 'string' ? [{ field, institution: answer, total: undefined, newest: [] }] : [];
    const under = underOf(desk, opened, field);
    if (under) return [await countOf(field, under, 0)];
    return closed.includes(field.name) ? [{ field, total: undefined, newest: [] }] : [];
  });
  const own = isNamedByOthers(desk, service) ? [await countOf(undefined, { target: record.id }, mostBeside)] : [];
  return [...own, ...(await Promise.all(links)).flat()].filter(({ total }) => total !== 0);
};

/** The question that an address names, or undefined where it names none. */
export const readSubject = (service: Service, name: string): Field | undefined => {
  if (name === '') return undefined;
  const field = subjectFields(service).find((each) => each.name === name);
  if (!field) throw new Problem('not-found');
  return field;
};
