import type { Database, Queryable, Transaction } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import { recordAccountEvent } from './account-events.ts';
import type { AccountKeys } from './account-keys.ts';
import { mailAccount, mailAddress } from './account-mail.ts';
import { insertAccount } from './account-queries.ts';
import type { Client } from './client.ts';
import { grantRole } from './grants.ts';
import {
  acceptInvitation,
  findInvitation,
  findMember,
  findOpenInvitation,
  insertInvitation,
  type InvitationRow,
  type InvitedGrant,
  listInvitations,
  withdrawInvitation,
} from './invitation-queries.ts';
import type { PasswordHashing } from './password-hashing.ts';
import type { PasswordFault, PasswordJudge } from './password-judge.ts';

export interface Invitation {
  readonly email: string;
  /** Of the e-mail, and of the account until the person chooses. */
  readonly locale: Locale;
  /** What the account may do once it is opened: whoever invites must have been checked to be allowed to grant it. */
  readonly grants: readonly InvitedGrant[];
  readonly invitedBy: string | null;
}

/** What the invited person says about himself or herself. */
export interface NewMember {
  /** In Arabic script. */
  readonly name: string;
  readonly nameLatin: string;
  readonly locale: Locale;
  readonly password: string;
}

export type AcceptOutcome =
  | { readonly kind: 'joined'; readonly accountId: string }
  | { readonly kind: 'faulty'; readonly fault: PasswordFault }
  /** Accepted before, withdrawn, or too old. */
  | { readonly kind: 'expired' };

export interface Invitations {
  /**
   * Invites by e-mail, whatever the address: somebody who has an account is told so by e-mail, and whoever invites does not
   * learn of it. Returns the id of the invitation.
   */
  readonly invite: (invitation: Invitation) => Promise<string>;
  /** Open ones, for who administers accounts. */
  readonly list: () => Promise<readonly InvitationRow[]>;
  /** An open one, by its id. */
  readonly findOpen: (id: string) => Promise<InvitationRow | undefined>;
  readonly withdraw: (id: string, by: string) => Promise<boolean>;
  /** The invitation of a link; undefined when it can no longer be accepted, also since who invited may no longer give that. */
  readonly find: (link: string) => Promise<InvitationRow | undefined>;
  readonly accept: (link: string, member: NewMember, client: Client) => Promise<AcceptOutcome>;
}

const goodForDays = 7;

export const createInvitations = (options: {
  readonly database: Database;
  readonly keys: AccountKeys;
  readonly hashing: Pick<PasswordHashing, 'hash'>;
  readonly judge: PasswordJudge;
  readonly afterWrite: () => void;
  /** Whether who invited may still give this; of what the program itself promised nobody asks. */
  readonly mayGive: (inviter: string, grants: readonly InvitedGrant[]) => Promise<boolean>;
}): Invitations => {
  const { database, keys, hashing, judge, afterWrite, mayGive } = options;

  const find = async (queryable: Queryable, link: string): Promise<InvitationRow | undefined> => {
    const id = keys.readLink('invitation', link);
    const [invitation] = id === undefined ? [] : await queryable.run(findInvitation, [id]);
    // A promise is worth what the right of who made it is worth today: that may have ended by itself meanwhile.
    const stands =
      invitation && (invitation.invited_by === null || (await mayGive(invitation.invited_by, invitation.grants)));
    return stands ? invitation : undefined;
  };

  return {
    invite: async ({ email: typed, locale, grants, invitedBy }) => {
      const email = typed.trim().toLowerCase();
      const id = await database.transaction(async (transaction) => {
        const values = [email, locale, JSON.stringify(grants), invitedBy, goodForDays];
        const [row] = await transaction.run(insertInvitation, values);
        if (!row) throw new Error('an invitation was inserted but did not come back');
        const [member] = await transaction.run(findMember, [email]);
        if (member) await mailAccount(transaction, member.id, 'account/already-member', {});
        else
          await mailAddress(transaction, { template: 'account/invitation', to: email, locale, values: { id: row.id } });
        return row.id;
      });
      afterWrite();
      return id;
    },
    list: () => database.run(listInvitations),
    findOpen: async (id) => (await database.run(findOpenInvitation, [id]))[0],
    withdraw: async (id, by) => (await database.run(withdrawInvitation, [id, by])).length > 0,
    find: (link) => find(database, link),
    accept: async (link, { name, nameLatin, locale, password }, client) => {
      const invitation = await find(database, link);
      if (!invitation) return { kind: 'expired' };
      const fault = await judge.findFault(password, [invitation.email, name, nameLatin]);
      if (fault) return { kind: 'faulty', fault };
      const passwordHash = await hashing.hash(password);
      return database
        .transaction(async (transaction): Promise<AcceptOutcome> => {
          const values = [invitation.email, name, nameLatin, locale, passwordHash, false];
          const [account] = await transaction.run(insertAccount, values);
          if (!account) return { kind: 'expired' };
          const [accepted] = await transaction.run(acceptInvitation, [invitation.id, account.id]);
          // Nothing stays of an account whose invitation was used or withdrawn at the same moment.
          if (!accepted) throw new UsedMeanwhile();
          for (const grant of accepted.grants) await give(transaction, account.id, grant, accepted.invited_by);
          const details = { invitation: accepted.id };
          await recordAccountEvent(transaction, { accountId: account.id, kind: 'joined', client, details });
          return { kind: 'joined', accountId: account.id };
        })
        .catch((error: unknown): AcceptOutcome => {
          if (error instanceof UsedMeanwhile) return { kind: 'expired' };
          throw error;
        });
    },
  };
};

/** A role whose time is over by now is left out. */
const give = async (
  transaction: Transaction,
  accountId: string,
  { role, institution, services, from, until }: InvitedGrant,
  invitedBy: string | null,
): Promise<void> => {
  const [now, validFrom, validUntil] = [new Date(), from && new Date(from), until && new Date(until)];
  if (validUntil && validUntil <= now) return;
  await grantRole(transaction, {
    accountId,
    role,
    institution,
    services,
    ...(validFrom && validFrom > now && { validFrom }),
    ...(validUntil && { validUntil }),
    ...(invitedBy !== null && { grantedBy: invitedBy }),
  });
};

class UsedMeanwhile extends Error {}
