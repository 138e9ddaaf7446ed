import { statement } from '../base/database.ts';

/** Things that are asked once and answered within minutes, in the library's table for such: `purpose:id` and a value. */
export interface ChallengeRow {
  readonly value: string;
}

/** Values: identifier, value, seconds. */
export const putChallenge = statement(
  'challenge/put',
  `insert into auth_verification (identifier, value, expires_at) values ($1, $2, now() + make_interval(secs => $3))`,
);

/** Values: identifier. Takes it away: of two who answer at once only one finds it. */
export const takeChallenge = statement<ChallengeRow>(
  'challenge/take',
  `delete from auth_verification where identifier = $1 and expires_at > now() returning value`,
);

/** Values: identifier. */
export const findChallenge = statement<ChallengeRow>(
  'challenge/find',
  `select value from auth_verification where identifier = $1 and expires_at > now()`,
);

export const deleteExpiredChallenges = statement(
  'challenge/delete-expired',
  `delete from auth_verification where expires_at <= now()`,
);
