import { type Queryable, statement } from '../base/database.ts';
import type { Staff } from '../access/grant.ts';
import { mayEndGrant, type DelegationParts, type WantedGrant } from '../access/delegation.ts';

type GrantOf = Pick<WantedGrant, 'institution' | 'services'>;

/** A message about an account that did not arrive: never its link, which is nowhere but in what was to be sent. */
export interface FailedAccountMessage {
  readonly id: number;
  readonly template: string;
  readonly recipient: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly lastError: string | null;
}

interface FoundRow extends FailedAccountMessage {
  readonly account: string | null;
  /** What the account has, or what was promised to who is invited. */
  readonly grants: readonly GrantOf[];
}

const mostRows = 200;
const select = `select outbox.id, outbox.template, outbox.recipient, outbox.attempts, outbox.created_at as "createdAt", outbox.last_error as "lastError",
    account.id as account,
    coalesce(
      (select jsonb_agg(jsonb_build_object('institution', g.institution, 'services', g.services)) from role_grant g
        where g.account_id = account.id and g.ended_at is null and (g.valid_until is null or g.valid_until > now())),
      (select invitation.grants from account_invitation invitation
        where outbox.template = 'account/invitation' and invitation.id::text = outbox."values" ->> 'id'
          and invitation.accepted_at is null and invitation.withdrawn_at is null),
      '[]') as grants
  from outbox left join account on account.email = outbox.recipient
  where outbox.status = 'failed' and outbox.record_id is null and outbox.template like 'account/%'`;

const listStatement = statement<FoundRow>(
  'account-messages/list',
  `${select} order by outbox.id desc limit ${mostRows}`,
);
const findStatement = statement<FoundRow>('account-messages/find', `${select} and outbox.id = $1`);

/** The same as of the page on which such people are shown: all that they have is the reader's to administer. */
const isOwn =
  (parts: DelegationParts, staff: Staff) =>
  ({ grants, account }: FoundRow): boolean =>
    parts.administersAll(staff) ||
    (account !== staff.accountId && grants.length > 0 && grants.every((grant) => mayEndGrant(parts, staff, grant)));

const shown = ({ id, template, recipient, attempts, createdAt, lastError }: FoundRow): FailedAccountMessage => ({
  id,
  template,
  recipient,
  attempts,
  createdAt,
  lastError,
});

/** Invitations and other messages to the reader's own people that could not be delivered, the newest first. */
export const listFailedAccountMessages = async (
  database: Queryable,
  parts: DelegationParts,
  staff: Staff,
): Promise<readonly FailedAccountMessage[]> =>
  (await database.run(listStatement)).filter(isOwn(parts, staff)).map(shown);

export const findFailedAccountMessage = async (
  database: Queryable,
  parts: DelegationParts,
  staff: Staff,
  id: number,
): Promise<FailedAccountMessage | undefined> =>
  (await database.run(findStatement, [id])).filter(isOwn(parts, staff)).map(shown)[0];
