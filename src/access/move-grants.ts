import type { Transaction } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { endGrant, grantRole } from './grants.ts';
import { type GrantAtRow, listGrantsAt } from './institution-grant-queries.ts';

/**
 * What becomes of the grants at institutions that are merged or split: by id of the grant the institution that it moves to,
 * or 'end'. Each of them must be decided on, so that nobody loses or gains anything that nobody looked at: one that was made
 * meanwhile is refused with "state-changed". A grant is never changed: it ends, and another one begins.
 */
export const moveGrants = async (
  transaction: Transaction,
  by: string,
  from: readonly string[],
  fates: ReadonlyMap<string, string>,
): Promise<{ readonly moved: number; readonly ended: number }> => {
  const grants: readonly GrantAtRow[] = await transaction.run(listGrantsAt, [from]);
  if (grants.some(({ id }) => !fates.has(id))) throw new Problem('state-changed');
  let [moved, ended] = [0, 0];
  for (const { id, account, role, services, validUntil } of grants) {
    const fate = fates.get(id) ?? 'end';
    await endGrant(transaction, id, by);
    if (fate === 'end') {
      ended++;
      continue;
    }
    await grantRole(transaction, {
      accountId: account,
      role,
      institution: fate,
      services,
      ...(validUntil && { validUntil }),
      grantedBy: by,
    });
    moved++;
  }
  return { moved, ended };
};
