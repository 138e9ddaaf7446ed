import type { Service } from '../definition/service.ts';
import type { AccountActor } from '../record/events.ts';
import { type Covers, findGrant, type Grant, type Staff } from './grant.ts';
import { asActor } from './record-access.ts';

/** The grant under which an account opens campaigns of a service: one of the declared roles, held over the service's owner. */
const grantFor = (staff: Staff, service: Service, covers: Covers): Grant | undefined =>
  (service.campaign?.openedBy ?? [])
    .map((role) => findGrant(staff, { role, institution: service.owner, service: service.id }, covers))
    .find((grant) => grant !== undefined);

/** Whether an account opens campaigns of a service, and follows them. */
export const mayOpenCampaigns = (staff: Staff, service: Service, covers: Covers): boolean =>
  grantFor(staff, service, covers) !== undefined;

/** As whom it does; to be asked only where it may. */
export const postForCampaigns = (staff: Staff, service: Service, covers: Covers): AccountActor => {
  const grant = grantFor(staff, service, covers);
  if (!grant) throw new Error(`account ${staff.accountId} opens no campaigns of ${service.id}`);
  return asActor(staff, grant);
};
