import { statement } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';

/** A role that the account gets when it is opened. */
export interface InvitedGrant {
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[] | null;
  /** RFC 3339; from the opening of the account on when left out. */
  readonly from?: string;
  /** RFC 3339; without end when left out. */
  readonly until?: string;
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly grants: readonly InvitedGrant[];
  readonly invited_by: string | null;
  readonly invited_at: Date;
  readonly expires_at: Date;
  readonly expired: boolean;
}

const columns = `id, email, locale, grants, invited_by, invited_at, expires_at, expires_at <= now() as expired`;
const isOpen = `accepted_at is null and withdrawn_at is null`;

/** Values: email, locale, grants as JSON, invited by or null, days. */
export const insertInvitation = statement<InvitationRow>(
  'invitation/insert',
  `insert into account_invitation (email, locale, grants, invited_by, expires_at)
   values ($1, $2, $3, $4, now() + make_interval(days => $5))
   returning ${columns}`,
);

/** Values: invitation. One that was neither accepted nor withdrawn, too old or not. */
export const findOpenInvitation = statement<InvitationRow>(
  'invitation/find-open',
  `select ${columns} from account_invitation where id = $1 and ${isOpen}`,
);

/** Values: invitation. One that can be accepted. */
export const findInvitation = statement<InvitationRow>(
  'invitation/find',
  `select ${columns} from account_invitation where id = $1 and ${isOpen} and expires_at > now()`,
);

/** Those that were neither accepted nor withdrawn, the newest first. */
export const listInvitations = statement<InvitationRow>(
  'invitation/list',
  `select ${columns} from account_invitation where ${isOpen} order by invited_at desc, id limit 500`,
);

/** Values: invitation, account. Of two who accept at once only one gets a row. */
export const acceptInvitation = statement<InvitationRow>(
  'invitation/accept',
  `update account_invitation set accepted_at = now(), account_id = $2
    where id = $1 and ${isOpen} and expires_at > now()
   returning ${columns}`,
);

/** Values: invitation, withdrawn by. */
export const withdrawInvitation = statement<InvitationRow>(
  'invitation/withdraw',
  `update account_invitation set withdrawn_at = now(), withdrawn_by = $2 where id = $1 and ${isOpen} returning ${columns}`,
);

export interface MemberRow {
  readonly id: string;
}

/** Values: email. */
export const findMember = statement<MemberRow>('invitation/find-member', `select id from account where email = $1`);
