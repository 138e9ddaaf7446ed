import { type Database, type Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import type { Text } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import { administratorRole } from './administration.ts';
import {
  type AgreementRow,
  decideAgreement,
  endAgreement,
  findAgreement,
  insertAgreement,
  type Side,
} from './agreement-queries.ts';
import { type Covers, findGrant, type Staff } from './grant.ts';

/**
 * What one institution may read of another's records: proposed by an administrator of one side, accepted by one of the
 * other. It says which answers of which service, for what, on which legal basis, from when until when, and whether the
 * person has to consent. Never changed: what is to be otherwise is a new agreement.
 */
export interface NewAgreement {
  readonly giver: string;
  readonly receiver: string;
  readonly service: string;
  /** Names of answers; `state` is where the record stands. */
  readonly fields: readonly string[];
  readonly role: string;
  readonly purpose: Text;
  readonly legalBasis: string;
  readonly needsConsent: string | undefined;
  readonly from: Date;
  readonly until: Date;
}

export interface AgreementParts {
  readonly database: Database;
  readonly covers: Covers;
}

/** What is given besides answers. */
export const stateField = 'state';

export type AgreementStanding = 'proposed' | 'declined' | 'withdrawn' | 'coming' | 'standing' | 'over' | 'ended';

export const standingOf = (agreement: AgreementRow, now: Date): AgreementStanding => {
  if (agreement.accepted === false) return 'declined';
  if (agreement.ended_at) return agreement.accepted ? 'ended' : 'withdrawn';
  if (agreement.valid_until <= now) return 'over';
  if (agreement.accepted === null) return 'proposed';
  return agreement.valid_from > now ? 'coming' : 'standing';
};

/** The sides that somebody administers. */
export const sidesOf = (
  parts: Pick<AgreementParts, 'covers'>,
  staff: Staff,
  { giver, receiver }: Pick<AgreementRow, Side>,
): readonly Side[] =>
  [['giver', giver] as const, ['receiver', receiver] as const].flatMap(([side, institution]) =>
    isAdministratorOf(parts, staff, institution) ? [side] : [],
  );

/** Who runs the installation is no side by that: an agreement is between who answers for records and who reads them. */
export const isAdministratorOf = (
  { covers }: Pick<AgreementParts, 'covers'>,
  staff: Staff,
  institution: string,
): boolean =>
  staff.grants.some(
    (grant) =>
      grant.role === administratorRole &&
      grant.services === null &&
      grant.for === undefined &&
      covers(grant.institution, institution),
  );

/** Whether somebody reads records under it: by its role, at the institution that receives or above it. */
export const readsUnder = (
  { covers }: Pick<AgreementParts, 'covers'>,
  staff: Staff,
  { role, receiver, service }: Pick<AgreementRow, 'role' | 'receiver' | 'service'>,
): boolean => findGrant(staff, { role, institution: receiver, service }, covers) !== undefined;

/** Writes what one side proposes. The caller has checked it (`agreementFaults`), and that `staff` administers that side. */
export const proposeAgreement = async (
  queryable: Queryable,
  agreement: NewAgreement,
  side: Side,
  staff: Staff,
): Promise<number> => {
  const { giver, receiver, service, fields, role, purpose, legalBasis, needsConsent, from, until } = agreement;
  const values = [giver, receiver, service, fields, role, purpose, legalBasis, needsConsent ?? null, from, until];
  const [row] = await queryable.run(insertAgreement, [...values, side, staff.accountId]);
  if (!row) throw new Error('an agreement was inserted but no id came back');
  return row.id;
};

const getAgreement = async (queryable: Queryable, id: number): Promise<AgreementRow> => {
  const [agreement] = await queryable.run(findAgreement, [id]);
  if (!agreement) throw new Problem('not-found');
  return agreement;
};

const otherSide = (side: Side): Side => (side === 'giver' ? 'receiver' : 'giver');

/** Accepts or declines for the side that did not propose it: nobody else may, and not who proposed it. */
export const decideOnAgreement = async (
  parts: AgreementParts,
  id: number,
  staff: Staff,
  accepts: boolean,
): Promise<void> => {
  const agreement = await getAgreement(parts.database, id);
  const sides = sidesOf(parts, staff, agreement);
  if (sides.length === 0) throw new Problem('not-found');
  if (!sides.includes(otherSide(agreement.proposed_side)) || agreement.proposed_by === staff.accountId)
    throw new Problem('not-allowed', { errors: [{ path: '', code: 'other-side', message: otherSideDecides }] });
  const [decided] = await parts.database.run(decideAgreement, [id, accepts, staff.accountId]);
  if (!decided) throw new Problem('state-changed');
};

/** Ends it now, for either side; before it is accepted that takes it back or turns it down. */
export const endAgreementNow = async (
  parts: AgreementParts,
  id: number,
  staff: Staff,
  because: string,
): Promise<void> => {
  const agreement = await getAgreement(parts.database, id);
  const [side] = sidesOf(parts, staff, agreement);
  if (side === undefined) throw new Problem('not-found');
  const [ended] = await parts.database.run(endAgreement, [id, side, staff.accountId, because || null]);
  if (!ended) throw new Problem('state-changed');
};

const otherSideDecides: Text = {
  ar: 'يقرّر في الاتفاق مسؤول من الجهة الأخرى، غير من اقترحه.',
  fr: 'C’est un administrateur de l’autre partie, autre que l’auteur de la proposition, qui décide de l’accord.',
  en: 'An administrator of the other side, and not who proposed it, decides on an agreement.',
};

/** What is no answer, what is for the person only to give, and files, which are not handed on. */
const unshared: ReadonlySet<string> = new Set(['note', 'consent', 'files', 'photos', 'signature']);

/** The answers that may stand in an agreement about a service. */
export const shareableFields = (service: Service): readonly string[] => [
  stateField,
  ...[...service.fields.values()].filter(({ type }) => !unshared.has(type)).map(({ name }) => name),
];
