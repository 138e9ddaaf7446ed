import type { Transaction } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { deleteFactors, endAllDeputising, insertDecision } from './account-decision-queries.ts';
import { recordAccountEvent } from './account-events.ts';
import { mailAccount } from './account-mail.ts';
import { administratorRole } from './administration.ts';
import type { Client } from './client.ts';
import type { Staff } from './grant.ts';
import { type AdministeredPerson, getPerson, lastAdministrator, type PeopleParts } from './people.ts';
import { type AccountDecisionKind, withdrawInvitationsOf } from './people-queries.ts';
import type { StaffSessions } from './staff-sessions.ts';

/**
 * Closing somebody's account, opening it again, and taking away a second factor that was lost. Only who administers all rights
 * of an account decides about it, and nobody about the own one. Each is kept with its reason, and the person is told.
 */
export interface DecisionParts extends PeopleParts {
  readonly sessions: Pick<StaffSessions, 'endOthers' | 'forget'>;
  /** There may be messages to deliver. */
  readonly afterWrite: () => void;
}

export const longestDecisionReason = 500;

/** Why somebody may not decide about an account, where that is so. */
export type DecisionRefusal = 'own-account' | 'outside-administration' | 'demonstration';

/** What keeps somebody from deciding this about one of the own people. */
export const decisionRefusal = (
  staff: Staff,
  { id, isWhole, demonstration }: AdministeredPerson,
  kind: AccountDecisionKind,
): DecisionRefusal | undefined => {
  if (id === staff.accountId) return 'own-account';
  if (!isWhole) return 'outside-administration';
  // What visitors share is not theirs to change.
  return demonstration && kind === 'factors-taken' ? 'demonstration' : undefined;
};

interface NewDecision {
  readonly accountId: string;
  readonly kind: AccountDecisionKind;
  readonly reason: string;
  /** Who gets the open work, where an account is closed. */
  readonly workTo?: string | undefined;
  readonly client: Client;
}

/** Under which of the own posts somebody decides: the trail names it. */
const postOf = ({ grants }: Staff): string =>
  grants.find(({ role, for: whose }) => role === administratorRole && whose === undefined)?.institution ?? '';

const decide = async (
  parts: DecisionParts,
  staff: Staff,
  { accountId, kind, reason: typed, workTo, client }: NewDecision,
  alsoDo: (transaction: Transaction) => Promise<unknown>,
): Promise<void> => {
  const refusal = decisionRefusal(staff, await getPerson(parts, staff, accountId), kind);
  if (refusal === 'outside-administration') throw new Problem('outside-administration');
  if (refusal !== undefined) throw new Problem('not-allowed');
  const reason = typed.trim();
  if (reason.length === 0 || reason.length > longestDecisionReason) throw new Problem('bad-request');
  try {
    await parts.database.transaction(async (transaction) => {
      const values = [accountId, kind, staff.accountId, postOf(staff), reason, workTo ?? null];
      const [decision] = await transaction.run(insertDecision, values);
      await alsoDo(transaction);
      await recordAccountEvent(transaction, {
        accountId,
        kind,
        by: staff.accountId,
        sessionId: staff.sessionId,
        client,
        details: { decision: decision?.id ?? 0 },
      });
      await mailAccount(transaction, accountId, 'account/decided', {
        kind,
        reason,
        who: staff.name.ar,
        whoLatin: staff.name.en,
      });
    });
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === lastAdministrator) throw new Problem('last-administrator');
    if (code === isSoAlready) throw new Problem('state-changed');
    throw error;
  }
  await parts.sessions.endOthers(accountId);
  parts.sessions.forget(accountId);
  parts.afterWrite();
};

/** What PostgreSQL says when an account that is closed is closed again, or one that is open is opened. */
const isSoAlready = 'DW002';

type Words = Omit<NewDecision, 'kind'>;

/** Nobody signs in with it any more; what it held rests, and its open work is handed on in the background. */
export const closeAccount = (parts: DecisionParts, staff: Staff, words: Words): Promise<void> =>
  decide(parts, staff, { ...words, kind: 'account-closed' }, async (transaction) => {
    await transaction.run(endAllDeputising, [words.accountId, staff.accountId]);
    await transaction.run(withdrawInvitationsOf, [words.accountId, staff.accountId]);
  });

/** The rights that did not end meanwhile hold again; password and second factor are as they were. */
export const reopenAccount = (parts: DecisionParts, staff: Staff, words: Words): Promise<void> =>
  decide(parts, staff, { ...words, kind: 'account-reopened' }, () => Promise.resolve());

/** Everything but the password is taken away: where a role needs a second factor, a new one is asked at the next sign-in. */
export const takeFactors = (parts: DecisionParts, staff: Staff, words: Words): Promise<void> =>
  decide(parts, staff, { ...words, kind: 'factors-taken' }, async (transaction) => {
    const [{ factors } = { factors: 0 }] = await transaction.run(deleteFactors, [words.accountId]);
    if (factors === 0) throw new Problem('state-changed');
  });
