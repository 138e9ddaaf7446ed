/**
 * Why a message did not reach the gateway. Carries a code and a protocol status only: what gateways answer often quotes
 * the phone number or the words, and these must not end up in a log line or in the `last_error` of a message.
 */
export const deliveryFailureCodes = [
  'unreachable',
  'timed-out',
  'connection-lost',
  'busy',
  'gateway-error',
  'misconfigured',
  'refused',
] as const;
export type DeliveryFailureCode = (typeof deliveryFailureCodes)[number];

export class DeliveryFailure extends Error {
  readonly code: DeliveryFailureCode;
  /** HTTP status or SMTP reply code, when there was one. */
  readonly status: number | undefined;
  /** The same message would be refused again: trying again is useless. */
  readonly permanent: boolean;
  /** The fault is the gateway's or the settings', not this message's: the others would fail as well. */
  readonly concernsAll: boolean;
  /** Seconds that the gateway asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    code: DeliveryFailureCode,
    options: {
      status?: number | undefined;
      concernsAll?: boolean;
      retryAfter?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(options.status === undefined ? code : `${code} ${options.status}`, { cause: options.cause });
    this.name = 'DeliveryFailure';
    this.code = code;
    this.status = options.status;
    this.permanent = code === 'refused';
    this.concernsAll = options.concernsAll ?? !this.permanent;
    this.retryAfter = options.retryAfter;
  }
}
