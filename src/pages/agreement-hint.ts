import { listAgreementsAbout } from '../access/agreement-queries.ts';
import { readsUnder, standingOf } from '../access/agreements.ts';
import type { Staff } from '../access/grant.ts';
import { missingFrom } from '../access/shared-reading.ts';
import { sharedReadingTexts } from '../access/shared-reading-texts.ts';
import { Problem } from '../base/problem.ts';
import { readReference } from '../events/reference.ts';
import { latinDigits } from '../form/digits.ts';
import type { Parts } from './parts.ts';

/**
 * What somebody is told who may not read a record directly, and whose institution has, or had, an agreement about such
 * records: which one. It goes by the letters of the reference only, so that it says nothing of whether the record exists;
 * who has to do with no agreement is told that there is none.
 */
export const refuseByAgreement = async (
  parts: Parts,
  typedReference: string,
  staff: Staff,
  refusal: unknown,
): Promise<never> => {
  if (!(refusal instanceof Problem) || refusal.code !== 'unknown-record') throw refusal;
  const prefix = readReference(latinDigits(typedReference))?.prefix;
  const service = parts.catalogue.known.find((known) => known.service.referencePrefix === prefix)?.service.id;
  if (service === undefined) throw refusal;
  const { now, timeZone } = parts.world();
  const mine = (await parts.database.run(listAgreementsAbout, [service])).filter((each) =>
    readsUnder(parts, staff, each),
  );
  const agreement = mine.find((each) => standingOf(each, now) === 'standing') ?? mine[0];
  if (!agreement) throw refusal;
  const missing = missingFrom(agreement, now, timeZone) ?? {
    code: 'agreement-only',
    message: sharedReadingTexts.needed,
  };
  throw new Problem('agreement-missing', { errors: [{ path: '', ...missing }] });
};
