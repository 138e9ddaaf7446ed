import type { Configuration, IDToken } from 'openid-client';
import type { Database } from '../base/database.ts';
import { recordAccountEvent } from './account-events.ts';
import { tellOwner } from './account-mail.ts';
import { putChallenge, takeChallenge } from './challenge-queries.ts';
import type { Client, Cookies } from './client.ts';
import { readSignedCookie, signCookie } from './cookie-signature.ts';
import { findBySubject, findUnlinkedByEmail, linkSubject } from './provider-queries.ts';

/**
 * Sign-in by an identity provider of the state (OpenID Connect Core 1.0, code flow with PKCE, state and nonce), through a
 * certified library that is loaded with the first sign-in. The provider says who somebody is; whether there is an account,
 * and what it may do, stays ours: nobody gets one by signing in.
 */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** As it stands on the button. */
  readonly label: string;
}

export type ProviderAnswer =
  | {
      readonly kind: 'known';
      readonly accountId: string;
      readonly secondFactor: 'provider' | null;
      readonly next: string;
    }
  /** The provider vouches for somebody who has no account here, or whose address it has not verified. */
  | { readonly kind: 'no-account' }
  /** The person gave up there, or the answer is not one to a question of this browser. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' };

export interface Provider {
  readonly label: string;
  /** Where to send the browser, with a cookie to set; undefined while the provider cannot be reached. */
  readonly begin: (next: string) => Promise<{ readonly url: string; readonly setCookie: string } | undefined>;
  /** @param query of the address to which the provider sent the browser back, with its question mark */
  readonly finish: (query: string, client: Client) => Promise<ProviderAnswer>;
}

export const providerCallbackPath = '/staff/sign-in/provider/back';
const minutes = 10;
const timeoutSeconds = 8;

interface Asked {
  readonly verifier: string;
  readonly nonce: string;
  readonly next: string;
}

export const createProvider = (options: {
  readonly config: ProviderConfig;
  readonly database: Database;
  readonly secret: string;
  readonly origin: string;
  /** As of `hostPrefix`. */
  readonly prefix: string;
  readonly onError: (message: string) => void;
}): Provider => {
  const { config, database, secret, origin, prefix, onError } = options;
  const providerId = `oidc ${config.issuer}`;
  const cookieName = `${prefix}diwan.provider`;
  const redirectUri = origin + providerCallbackPath;
  let discovered: Promise<Configuration> | undefined;

  const load = () => import('openid-client');

  const discover = async (): Promise<Configuration> => {
    const { discovery, allowInsecureRequests, enableNonRepudiationChecks } = await load();
    const issuer = new URL(config.issuer);
    // The signature of the ID token is checked, though it comes over TLS and the standard would let that be enough (OpenID Connect
    // Core 1.0, 3.1.3.7). The configuration takes an issuer without TLS on this machine only.
    const execute = [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])];
    return discovery(issuer, config.clientId, config.clientSecret, undefined, { execute, timeout: timeoutSeconds });
  };

  /** What the provider says about itself; asked again after it failed to answer. */
  const getConfiguration = (): Promise<Configuration> => {
    discovered ??= discover();
    discovered.catch(() => (discovered = undefined));
    return discovered;
  };

  const fail = (error: unknown) => onError(`identity provider: ${(error as Error).message}`);

  const cookieFor = (state: string): string =>
    `${cookieName}=${encodeURIComponent(signCookie(secret, state))}; Max-Age=${minutes * 60}; Path=/; HttpOnly; SameSite=Lax${prefix && '; Secure'}`;

  const takeAsked = async (query: string, cookies: Cookies): Promise<(Asked & { state: string }) | undefined> => {
    const state = new URLSearchParams(query).get('state');
    // Without the cookie somebody else's answer could be put into this browser, which would sign in as that person.
    if (!state || readSignedCookie(secret, cookies[cookieName]) !== state) return undefined;
    const [row] = await database.run(takeChallenge, [`provider:${state}`]);
    return row && { ...(JSON.parse(row.value) as Asked), state };
  };

  const findAccount = async (claims: Claims, client: Client): Promise<string | undefined> => {
    const [linked] = await database.run(findBySubject, [providerId, claims.sub]);
    if (linked) return linked.id;
    if (!claims.email || claims.email_verified !== true) return undefined;
    const [found] = await database.run(findUnlinkedByEmail, [claims.email.toLowerCase(), providerId]);
    if (!found) return undefined;
    return database.transaction(async (transaction) => {
      const [account] = await transaction.run(linkSubject, [found.id, providerId, claims.sub]);
      if (!account) return undefined;
      await recordAccountEvent(transaction, { accountId: account.id, kind: 'provider-linked', client });
      await tellOwner(transaction, account.id, 'provider-linked', client);
      return account.id;
    });
  };

  return {
    label: config.label,
    begin: async (next) => {
      try {
        const oidc = await load();
        const configuration = await getConfiguration();
        const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
        await database.run(putChallenge, [
          `provider:${state}`,
          JSON.stringify({ verifier, nonce, next }),
          minutes * 60,
        ]);
        const url = oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: 'openid email',
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return { url: url.href, setCookie: cookieFor(state) };
      } catch (error) {
        fail(error);
        return undefined;
      }
    },
    finish: async (query, client) => {
      const asked = await takeAsked(query, client.cookies);
      if (!asked) return { kind: 'refused' };
      const oidc = await load();
      let claims: Claims;
      try {
        const configuration = await getConfiguration();
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(redirectUri + query), {
          pkceCodeVerifier: asked.verifier,
          expectedState: asked.state,
          expectedNonce: asked.nonce,
          idTokenExpected: true,
        });
        const own = tokens.claims() as IDToken & Claims;
        const more = own.email ? {} : await oidc.fetchUserInfo(configuration, tokens.access_token, own.sub);
        claims = { ...own, ...more };
      } catch (error) {
        fail(error);
        return { kind: isRefusal(error) ? 'refused' : 'unavailable' };
      }
      const accountId = await findAccount(claims, client);
      if (accountId === undefined) return { kind: 'no-account' };
      // "mfa": the provider has seen more than one factor (RFC 8176).
      const secondFactor = claims.amr?.includes('mfa') ? 'provider' : null;
      return { kind: 'known', accountId, secondFactor, next: asked.next };
    },
  };
};

interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly amr?: readonly string[];
}

/** Whether the provider answered, and said no or something that is not right; otherwise it could not be reached. */
const isRefusal = (error: unknown): boolean => {
  const { name, code } = error as { name?: string; code?: string };
  return (
    name === 'AuthorizationResponseError' ||
    name === 'ResponseBodyError' ||
    ((code?.startsWith('OAUTH_') ?? false) && code !== 'OAUTH_TIMEOUT')
  );
};
