import { betterAuth } from 'better-auth';
import type { Pool } from 'pg';
import type { PasswordHashing } from './password-hashing.ts';

/**
 * The maintained library that checks passwords and hands out sessions, set up for this program: its tables are made by
 * our migration under our names, nobody signs up by themselves, and it neither reports home nor listens on a route of
 * its own. Only this folder talks to it.
 */
export interface AuthenticationOptions {
  readonly pool: Pool;
  /** At least 32 random characters; whoever has it can forge session cookies. */
  readonly secret: string;
  /** Where people reach the program, such as `https://permits.example.gov`; with https the cookies are Secure. */
  readonly origin: string;
  readonly hashing: Pick<PasswordHashing, 'hash' | 'verify'>;
  /** Told what went wrong inside the library; messages only, never what was typed. */
  readonly onError: (message: string) => void;
}

/** A session ends this long after sign-in whatever happens: one long working day, in seconds. */
export const sessionSeconds = 12 * 60 * 60;

/** The header by which the caller tells the library who is asking: never read from the network. */
export const clientHeader = 'x-diwan-client';

const isHttps = (origin: string): boolean => origin.startsWith('https://');

/** Before the names of our cookies; browsers accept the prefix on https only (RFC 6265bis, section 4.1.3). */
export const hostPrefix = (origin: string): string => (isHttps(origin) ? '__Host-' : '');

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const createAuthentication = ({ pool, secret, origin, hashing, onError }: AuthenticationOptions) =>
  betterAuth({
    appName: 'Diwan',
    baseURL: origin,
    database: pool,
    secrets: [{ version: 1, value: secret }],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, password: hashing },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', ...timestamps },
      additionalFields: {
        nameLatin: { type: 'string', fieldName: 'name_latin', input: false },
        locale: { type: 'string', input: false },
        demonstration: { type: 'boolean', input: false, defaultValue: false },
      },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...timestamps,
      },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...timestamps } },
    advanced: {
      // With __Host- a browser refuses a cookie that another host of the domain tries to plant. The library's own
      // "secure cookies" would put the weaker __Secure- before it.
      cookiePrefix: `${hostPrefix(origin)}diwan`,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps(origin) },
      // Joins: one query whether the account exists or not, so that the two do not differ in time.
      database: { generateId: 'uuid', joins: true },
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => onError(message) },
  });

export type Authentication = ReturnType<typeof createAuthentication>;
