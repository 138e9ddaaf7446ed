import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../base/database.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Locale } from '../base/texts.ts';
import { isApplicantCode } from './applicant-code.ts';
import {
  addApplicantRequest,
  type ApplicantRow,
  closeApplicantSession,
  closeApplicantSessions,
  deleteApplicant,
  deleteExpiredApplicantSessions,
  findApplicant,
  insertApplicantCode,
  isApplicantRequest,
  listApplicantRequests,
  openApplicantSession,
  proveApplicant,
  type RequestRow,
} from './applicant-queries.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { takeAttempt } from './attempts.ts';
import { putChallenge, takeChallenge } from './challenge-queries.ts';
import { clientNetwork } from './client-network.ts';
import { contactOf } from '../events/contact.ts';

/** People who showed that they hold a phone number, and the requests that this gathers for them. */
export interface Applicants {
  /** Sends a code to the number, whoever holds it; the answer tells nothing about it. `id` is for the browser that asked. */
  readonly sendCode: (ask: CodeRequest) => Promise<{ readonly id: string } | Wait>;
  /** `gone`: too late, too often wrong, or never asked for. `token` goes into a cookie and is kept nowhere else. */
  readonly showCode: (shown: ShownCode) => Promise<{ readonly token: string } | 'wrong' | 'gone' | Wait>;
  readonly find: (token: string) => Promise<Applicant | undefined>;
  readonly requestsOf: (applicant: Applicant) => Promise<readonly RequestRow[]>;
  readonly owns: (applicant: Applicant, recordId: number) => Promise<boolean>;
  /** Call only for a request that the person has made, or opened with its secret. */
  readonly add: (applicant: Applicant, recordId: number) => Promise<void>;
  readonly leave: (token: string) => Promise<void>;
  readonly leaveEverywhere: (applicant: Applicant) => Promise<void>;
  /** Removes all that is kept of the person here; the requests stay and open with their secrets. */
  readonly forget: (applicant: Applicant) => Promise<void>;
  readonly removeExpired: () => Promise<void>;
}

export type Applicant = ApplicantRow;

/** Seconds after which it may work. */
interface Wait {
  readonly wait: number;
}

interface CodeRequest {
  /** E.164. */
  readonly phone: string;
  readonly locale: Locale;
  /** The client's. */
  readonly address: string;
}

interface ShownCode {
  readonly id: string;
  /** Digits already Latin. */
  readonly code: string;
  readonly address: string;
  readonly seconds: number;
}

interface Challenge {
  readonly phone: string;
  readonly triesLeft: number;
  /** Milliseconds. */
  readonly until: number;
}

export const codeSeconds = 600;
const triesPerCode = 5;
const mostRequests = 200;

const identifierOf = (id: string): string => `applicant:${id}`;
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const createApplicants = (
  database: Database,
  secrets: Secrets,
  afterWrite: () => void,
  now: () => number = Date.now,
): Applicants => {
  // A text message costs money and patience: few for one number, whoever asks, and not many for one client.
  const codesByPhone = createAttemptLimit({ attempts: 5, seconds: 3_600, now });
  const codesByClient = createAttemptLimit({ attempts: 15, seconds: 3_600, now });
  const wrongCodes = createAttemptLimit({ attempts: 20, seconds: 900, now });
  const about = ({ id, phone, since }: Applicant) => [id, contactOf(secrets, phone), since] as const;

  return {
    sendCode: async ({ phone, locale, address }) => {
      const attempt = takeAttempt([
        { limit: codesByClient, key: clientNetwork(address) },
        { limit: codesByPhone, key: phone },
      ]);
      if (attempt.wait > 0) return { wait: attempt.wait };
      const id = randomUUID();
      const challenge: Challenge = { phone, triesLeft: triesPerCode, until: now() + codeSeconds * 1_000 };
      await database.transaction(async (queryable) => {
        await queryable.run(putChallenge, [identifierOf(id), JSON.stringify(challenge), codeSeconds]);
        await queryable.run(insertApplicantCode, [phone, locale, JSON.stringify({ id })]);
      });
      afterWrite();
      return { id };
    },

    showCode: async ({ id, code, address, seconds }) => {
      const attempt = takeAttempt([{ limit: wrongCodes, key: clientNetwork(address) }]);
      if (attempt.wait > 0) return { wait: attempt.wait };
      return database.transaction(async (queryable) => {
        // Taken away while it is looked at: of several guesses at once only one counts.
        const [row] = await queryable.run(takeChallenge, [identifierOf(id)]);
        if (!row) return 'gone';
        const challenge = JSON.parse(row.value) as Challenge;
        if (!isApplicantCode(secrets, id, code)) {
          const triesLeft = challenge.triesLeft - 1;
          const rest = Math.floor((challenge.until - now()) / 1_000);
          if (triesLeft === 0 || rest <= 0) return 'gone';
          await queryable.run(putChallenge, [identifierOf(id), JSON.stringify({ ...challenge, triesLeft }), rest]);
          return 'wrong';
        }
        attempt.giveBack();
        const token = randomBytes(32).toString('base64url');
        const [applicant] = await queryable.run(proveApplicant, [challenge.phone]);
        await queryable.run(openApplicantSession, [hashOf(token), applicant?.id, seconds]);
        return { token };
      });
    },

    find: async (token) => (await database.run(findApplicant, [hashOf(token)]))[0],
    requestsOf: (applicant) => database.run(listApplicantRequests, [...about(applicant), mostRequests]),
    owns: async (applicant, recordId) =>
      (await database.run(isApplicantRequest, [...about(applicant), recordId])).length > 0,
    add: async ({ id }, recordId) => void (await database.run(addApplicantRequest, [id, recordId])),
    leave: async (token) => void (await database.run(closeApplicantSession, [hashOf(token)])),
    leaveEverywhere: async ({ id }) => void (await database.run(closeApplicantSessions, [id])),
    forget: async ({ id }) => void (await database.run(deleteApplicant, [id])),
    removeExpired: async () => void (await database.run(deleteExpiredApplicantSessions)),
  };
};
