import type { Database } from '../base/database.ts';
import type { Log } from '../base/log.ts';
import type { Locale } from '../base/texts.ts';
import { DeliveryFailure } from '../outside/delivery-failure.ts';
import type { Gateway } from '../outside/gateway.ts';
import {
  type Channel,
  claimDueMessages,
  type ClaimedMessage,
  type OutboxMessage,
  type Outcome,
} from './delivery-queries.ts';
import type { Work } from './keep-looking.ts';
import { secondsToNextAttempt } from './retry-schedule.ts';
import { createSettler } from './settle-messages.ts';

/**
 * Sends the due messages of one channel through its gateway, a bounded number at once. When a failure concerns the
 * gateway and not the message, sending pauses (1 s, 2 s… 1 min, or as long as the gateway asks), then tries a single
 * message until one gets through: an outage costs few attempts, and the gateway is not hammered when it comes back.
 */
export interface Words {
  readonly subject?: string;
  readonly body: string;
  /** To whom, where that does not stand with the message since it is sensitive. */
  readonly to?: string;
}

export type Render = (message: OutboxMessage) => Promise<Words>;

export interface DeliveryMetrics {
  /** `seconds` is how long the attempt took; there is none for messages that were only marked. */
  readonly attempted: (channel: Channel, outcome: 'sent' | 'retry' | 'failed', count: number, seconds?: number) => void;
}

export interface SenderOptions {
  readonly database: Database;
  readonly channel: Channel;
  readonly gateway: Gateway;
  readonly send: (message: {
    readonly to: string;
    readonly subject: string;
    readonly body: string;
    readonly locale: Locale;
    readonly idempotencyKey: string;
  }) => Promise<void>;
  readonly render: Render;
  readonly log: Log;
  readonly metrics: DeliveryMetrics;
}

const longestPauseSeconds = 60;
const longestAskedPauseSeconds = 600;

export const createSender = (options: SenderOptions): Work => {
  const { database, channel, gateway, log } = options;
  const leaseSeconds = 60 + 2 * gateway.timeoutSeconds;
  const settler = createSettler(database, log);
  const inFlight = new Set<Promise<void>>();
  let pausedUntil = 0;
  let failuresInARow = 0;

  const noteFailure = (failure: DeliveryFailure) => {
    if (performance.now() < pausedUntil) return; // an attempt that began together with the one that caused the pause
    failuresInARow += 1;
    const ownPause = Math.min(2 ** (failuresInARow - 1), longestPauseSeconds);
    const seconds = Math.max(ownPause, Math.min(failure.retryAfter ?? 0, longestAskedPauseSeconds));
    pausedUntil = performance.now() + seconds * 1000;
    log.warn({ channel, error: failure.message, seconds }, 'message gateway paused');
  };

  const noteSuccess = () => {
    if (failuresInARow > 0) log.info({ channel }, 'message gateway works again');
    failuresInARow = 0;
  };

  const begin = (message: ClaimedMessage) => {
    const attempt = attemptDelivery(message, options).then(({ outcome, failure }) => {
      if (failure?.concernsAll) noteFailure(failure);
      else if (outcome.status === 'sent') noteSuccess();
      settler.settle(outcome);
    });
    inFlight.add(attempt);
    void attempt.finally(() => inFlight.delete(attempt));
  };

  return {
    look: async () => {
      const pause = pausedUntil - performance.now();
      if (pause > 0) return { restMilliseconds: pause, more: true };
      const free = (failuresInARow > 0 ? 1 : gateway.concurrency) - inFlight.size;
      if (free <= 0) {
        await Promise.race(inFlight);
        return { restMilliseconds: 0, more: true };
      }
      const claimed = await claimDueMessages(database, { channel, limit: free, leaseSeconds });
      claimed.forEach(begin);
      // A short rest lets several attempts end, so that the next claim is for more than one message.
      return { restMilliseconds: 20, more: claimed.length === free };
    },
    finish: async () => {
      await Promise.all(inFlight);
      await settler.finish();
      await gateway.close();
    },
  };
};

/** Unique to this row of this database: a gateway that remembers keys must not take another installation's message for it. */
const idempotencyKeyOf = ({ id, born }: ClaimedMessage): string => `diwan-${id}-${BigInt(born).toString(36)}`;

interface Attempt {
  readonly outcome: Outcome;
  readonly failure?: DeliveryFailure | undefined;
}

const attemptDelivery = async (message: ClaimedMessage, options: SenderOptions): Promise<Attempt> => {
  const { id, attempts, locale } = message;
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  let step: 'not-rendered' | 'internal' = 'not-rendered';
  try {
    const { subject = '', body, to = message.recipient } = await options.render(message);
    if (to === '') throw new Error('a message needs a recipient');
    if (message.channel === 'email' && subject === '') throw new Error('an e-mail needs a subject');
    step = 'internal';
    await options.send({ to, subject, body, locale, idempotencyKey: idempotencyKeyOf(message) });
    options.metrics.attempted(message.channel, 'sent', 1, seconds());
    return { outcome: { id, attempts, status: 'sent' } };
  } catch (problem) {
    const attempt = afterFailure(message, problem, step, options.log);
    options.metrics.attempted(message.channel, attempt.outcome.status === 'failed' ? 'failed' : 'retry', 1, seconds());
    return attempt;
  }
};

const afterFailure = (
  { id, attempts, channel, template }: ClaimedMessage,
  problem: unknown,
  step: 'not-rendered' | 'internal',
  log: Log,
): Attempt => {
  const failure = problem instanceof DeliveryFailure ? problem : undefined;
  const error = failure?.message ?? step;
  const facts = { message: id, channel, template, attempts, error, ...(!failure && { trace: traceOf(problem) }) };
  const retryInSeconds = failure?.permanent ? undefined : secondsToNextAttempt(attempts, failure?.retryAfter);
  if (retryInSeconds === undefined) {
    log.error(facts, 'message failed for good');
    return { outcome: { id, attempts, status: 'failed', error }, failure };
  }
  log.warn({ ...facts, retryInSeconds: Math.round(retryInSeconds) }, 'message not delivered, will be tried again');
  return { outcome: { id, attempts, status: 'waiting', retryInSeconds, error }, failure };
};

/** Where an unexpected error comes from, without its words: these may quote the message or the person. */
const traceOf = (problem: unknown): string[] =>
  problem instanceof Error
    ? [
        problem.name,
        ...(problem.stack ?? '')
          .split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 5),
      ]
    : [typeof problem];
