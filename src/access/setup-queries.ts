import { statement } from '../base/database.ts';
import type { SetupAnswers } from './setup.ts';

export interface SetupRow {
  readonly answers: SetupAnswers;
  readonly version: number;
  readonly finished_at: Date | null;
}

export const beginSetup = statement('setup/begin', 'insert into setup default values on conflict (one) do nothing');

export const findSetup = statement<SetupRow>('setup/find', 'select answers, version, finished_at from setup');

/** Held until the transaction ends: of two that finish at once, the second finds it done. */
export const lockSetup = statement<SetupRow>(
  'setup/lock',
  'select answers, version, finished_at from setup for update',
);

/** Values: answers, the version that was seen. No row: somebody else kept something meanwhile, or it is finished. */
export const saveSetup = statement<{ version: number }>(
  'setup/save',
  `update setup set answers = $1, version = version + 1 where version = $2 and finished_at is null returning version`,
);

/** What was answered is in force from then on; nothing of it is kept here. */
export const finishSetup = statement(
  'setup/finish',
  `update setup set finished_at = now(), answers = '{}', version = version + 1`,
);

/** Accounts of people; those of a demonstration do not count. */
export const countAccounts = statement<{ count: number }>(
  'setup/count-accounts',
  'select count(*) as count from account where not demonstration',
);
