import { DeliveryFailure } from './delivery-failure.ts';
import type { Gateway, GatewayLimits } from './gateway.ts';
import { retryAfterSeconds } from './retry-after.ts';

/**
 * Text messages leave through one HTTP webhook, which every gateway offers or can be given by a few lines of glue:
 * `POST { "to", "body", "id" }` with a bearer token; any 2xx means that the gateway has taken the message over.
 * Without a gateway the embedded default delivers nowhere and the demonstration shows the messages on a page.
 */
export interface SmsMessage {
  /** E.164, with the plus sign. */
  readonly to: string;
  readonly body: string;
  /** The same at each attempt for one message, never the same for two: lets the gateway drop a repetition. */
  readonly idempotencyKey: string;
}

/** Resolves once the gateway has taken the message over; throws a DeliveryFailure otherwise. */
export type SendSms = (message: SmsMessage) => Promise<void>;

export type Sms = { readonly kind: 'embedded' } | (Gateway & { readonly send: SendSms });

export interface SmsConfig extends GatewayLimits {
  /** Address of the webhook; without it the embedded default is used. */
  readonly url?: string | undefined;
  readonly token?: string | undefined;
}

export const createSms = ({ url, token, timeoutSeconds = 10, concurrency = 8 }: SmsConfig): Sms => {
  if (url === undefined) return { kind: 'embedded' };
  const { address, authorization } = splitCredentials(url, token);
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };

  const send: SendSms = async ({ to, body, idempotencyKey }) => {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    let response: Response;
    try {
      response = await fetch(address, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': idempotencyKey },
        body: JSON.stringify({ to, body, id: idempotencyKey }),
        // A redirect would carry a phone number and a token to an address that nobody configured.
        redirect: 'manual',
        signal,
      });
    } catch (error) {
      throw connectionFailure(error);
    }
    // The status alone decides; the rest is read so that the connection can serve the next message.
    await response.arrayBuffer().catch(() => undefined);
    if (!response.ok) throw refusal(response);
  };
  return { kind: 'gateway', send, timeoutSeconds, concurrency, close: async () => {} };
};

/** `fetch` takes no address with a name and password in it: they become Basic authentication, unless there is a token. */
const splitCredentials = (
  url: string,
  token: string | undefined,
): { address: URL; authorization: string | undefined } => {
  const address = new URL(url);
  const { username, password } = address;
  address.username = address.password = '';
  if (token !== undefined) return { address, authorization: `Bearer ${token}` };
  if (username === '') return { address, authorization: undefined };
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { address, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
};

const refusedConnection = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const connectionFailure = (error: unknown): DeliveryFailure => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return new DeliveryFailure('timed-out', { cause: error });
  const unreachable = cause?.code !== undefined && refusedConnection.has(cause.code);
  return new DeliveryFailure(unreachable ? 'unreachable' : 'connection-lost', { cause: error });
};

const refusal = ({ status, headers }: Response): DeliveryFailure => {
  const retryAfter = retryAfterSeconds(headers);
  if (status >= 500) return new DeliveryFailure('gateway-error', { status, retryAfter });
  switch (status) {
    case 429:
      return new DeliveryFailure('busy', { status, retryAfter });
    case 408: // request timeout
    case 409: // an attempt with the same key is still running there
    case 425: // too early
      return new DeliveryFailure('busy', { status, retryAfter, concernsAll: false });
    case 401:
    case 403:
    case 404:
    case 405:
    case 407:
      // A wrong token or address, put right by an administrator: no message may be given up for it.
      return new DeliveryFailure('misconfigured', { status });
    default:
      return new DeliveryFailure(status < 400 ? 'misconfigured' : 'refused', { status });
  }
};
