import { randomBytes } from 'node:crypto';
import { sessionSeconds } from './authentication.ts';
import { signCookie } from './cookie-signature.ts';

/** Writes the cookie of a session as the library does, for sessions that go on under a new token. */
export interface SessionCookie {
  readonly name: string;
  /** The value of a Set-Cookie header. */
  readonly write: (token: string) => string;
}

export const createSessionCookie = (name: string, secret: string, secure: boolean): SessionCookie => ({
  name,
  write: (token) =>
    `${name}=${encodeURIComponent(signCookie(secret, token))}; Max-Age=${sessionSeconds}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
});

/** 192 random bits. */
export const newSessionToken = (): string => randomBytes(24).toString('base64url');

/** The name and the decoded value that a browser keeps of a Set-Cookie header. */
export const readSetCookie = (line: string): readonly [name: string, value: string] => {
  const pair = line.split(';', 1)[0] ?? '';
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), decodeURIComponent(pair.slice(equals + 1))];
};
