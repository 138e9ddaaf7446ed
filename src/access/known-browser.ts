import { randomBytes } from 'node:crypto';
import { readSignedCookie, signCookie } from './cookie-signature.ts';
import type { Cookies } from './client.ts';

/**
 * A browser in which somebody has signed in before carries a cookie that says so, for that account only. Its attempts
 * are counted apart, so that failures of strangers, even behind the same address, cannot lock its owner out
 * (OWASP, "Slow down online guessing attacks with device cookies"). The cookie opens nothing by itself.
 */
export interface KnownBrowser {
  /** The browser's id when it has signed in to this account before. */
  readonly find: (cookies: Cookies, email: string) => string | undefined;
  /** The value of a Set-Cookie header that makes it known, for a year. */
  readonly remember: (email: string) => string;
}

/** `prefix` as of `hostPrefix`. */
export const createKnownBrowser = (secret: string, prefix: string): KnownBrowser => {
  const cookieName = `${prefix}diwan.known_browser`;
  // The account is signed but not written down: the cookie does not tell whose it is.
  const keyFor = (email: string) => `${secret}\nknown browser\n${email}`;
  return {
    find: (cookies, email) => readSignedCookie(keyFor(email), cookies[cookieName]),
    remember: (email) => {
      const value = encodeURIComponent(signCookie(keyFor(email), randomBytes(16).toString('base64url')));
      return `${cookieName}=${value}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax${prefix && '; Secure'}`;
    },
  };
};
