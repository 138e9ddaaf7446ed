import type { Database } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import { recordAccountEvent } from './account-events.ts';
import type { Client } from './client.ts';
import type { Staff } from './grant.ts';
import { updateProfile } from './profile-queries.ts';

/** Changes what a person says about himself or herself; open sessions show it within seconds. */
export const changeProfile = (
  database: Database,
  { accountId, sessionId }: Staff,
  profile: { readonly name: string; readonly nameLatin: string; readonly locale: Locale },
  client: Client,
): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.run(updateProfile, [accountId, profile.name, profile.nameLatin, profile.locale]);
    await recordAccountEvent(transaction, { accountId, kind: 'profile-changed', sessionId, client });
  });
