import type { Queryable } from '../base/database.ts';
import type { Grant } from './grant.ts';
import { endGrant as endGrantStatement, insertGrant } from './grant-queries.ts';

export interface NewGrant extends Grant {
  readonly accountId: string;
  /** From now on when left out. */
  readonly validFrom?: Date;
  /** Without end when left out. */
  readonly validUntil?: Date;
  /** The account that grants; left out only where the program itself does. */
  readonly grantedBy?: string;
}

/** Gives a role at an institution; returns the id under which it can be ended. */
export const grantRole = async (queryable: Queryable, grant: NewGrant): Promise<string> => {
  const { accountId, role, institution, services, validFrom, validUntil, grantedBy } = grant;
  const values = [accountId, role, institution, services, validFrom ?? null, validUntil ?? null, grantedBy ?? null];
  const [row] = await queryable.run(insertGrant, values);
  if (!row) throw new Error('a grant was inserted but no id came back');
  return row.id;
};

/** Takes a grant back: open sessions lose it within seconds. False when it had ended before, or never was. */
export const endGrant = async (queryable: Queryable, grantId: string, endedBy?: string): Promise<boolean> =>
  (await queryable.run(endGrantStatement, [grantId, endedBy ?? null])).length > 0;
