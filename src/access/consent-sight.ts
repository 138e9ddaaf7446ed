import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { standingConsents } from '../record/nouns/consents.ts';
import type { Covers, Staff } from './grant.ts';

const nothing: Answers = {};

/**
 * The consents by which somebody reads answers that need one; nothing for who works at the institution in charge, which
 * reads all of them. Where the answers are not at hand no consent counts.
 */
export const consentsFor = (
  staff: Pick<Staff, 'grants'>,
  service: Service,
  record: { readonly institution: string; readonly answers?: Answers | undefined },
  covers: Covers,
): { readonly consents?: ReadonlySet<string> } => {
  if (service.purposes.size === 0) return {};
  const isInCharge = staff.grants.some(
    ({ institution, services }) =>
      (services === null || services.includes(service.id)) && covers(institution, record.institution),
  );
  return isInCharge ? {} : { consents: standingConsents(service, record.answers ?? nothing) };
};
