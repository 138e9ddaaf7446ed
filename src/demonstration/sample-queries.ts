import { statement } from '../base/database.ts';

export const anyRecord = statement('demonstration/any-record', 'select 1 from record where service = $1 limit 1');

/** One row for each role that the account holds. */
export const accountByEmail = statement<{ id: string; role: string; institution: string }>(
  'demonstration/account-by-email',
  `select auth_user.id, role_grant.role, role_grant.institution
   from auth_user join role_grant on role_grant.account_id = auth_user.id
   where auth_user.email = $1`,
);

export const recordOfCampaign = statement<{ record_id: number | null; fault: string | null }>(
  'demonstration/record-of-campaign',
  'select record_id, fault from campaign_institution where campaign_id = $1 and institution = $2',
);
