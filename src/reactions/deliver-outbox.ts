import type { Database } from '../base/database.ts';
import type { Log } from '../base/log.ts';
import type { Mail } from '../outside/mail.ts';
import type { Sms } from '../outside/sms.ts';
import { type Channel, markDueAsSent } from './delivery-queries.ts';
import { createSender, type DeliveryMetrics, type Render } from './delivery-sender.ts';
import { keepLooking, type Loop, type Work } from './keep-looking.ts';

/**
 * Delivers the outbox. Each channel that has a gateway has a loop of its own, so that a mail server that hangs holds up no
 * text message; channels without one share a loop that only marks messages as sent. Every node may run this: they share
 * the work by claims. A message is delivered at least once; a repetition after a crash carries the same idempotency key.
 */
export interface DeliveryOptions {
  readonly database: Database;
  readonly adapters: { readonly sms: Sms; readonly email: Mail };
  /** Makes the words of a message when it is sent: the same words at each attempt. An e-mail needs a subject. */
  readonly render: Render;
  readonly log: Log;
  readonly metrics: DeliveryMetrics;
  /** Remembers how each look goes. */
  readonly watch?: (work: Work) => Work;
}

/** `stop` claims nothing more, finishes what is in flight and closes the gateways. */
export const startDelivery = (options: DeliveryOptions): Loop => {
  const { sms, email } = options.adapters;
  const works: Work[] = [];
  const embedded: Channel[] = [];

  if (sms.kind === 'embedded') embedded.push('sms');
  else works.push(createSender({ ...options, channel: 'sms', gateway: sms, send: sms.send }));
  if (email.kind === 'embedded') embedded.push('email');
  else works.push(createSender({ ...options, channel: 'email', gateway: email, send: email.send }));
  if (embedded.length > 0) works.push(createMarker(options, embedded));

  const onError = (error: unknown) =>
    options.log.error({ error: (error as { code?: string }).code ?? (error as Error).name }, 'outbox cannot be read');
  const loops = works.map((work) => keepLooking(options.watch?.(work) ?? work, onError));
  return {
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
};

/** Enough to keep up with five thousand messages a second, few enough to hold its row locks only for some milliseconds. */
const markedAtOnce = 500;

/**
 * What still waited when the gateway was taken away (new messages are written as sent then). It rests nine times as long
 * as it works, so that it never takes more than a tenth of one database process, and less when the machine is busy.
 */
const createMarker = ({ database, metrics }: DeliveryOptions, channels: readonly Channel[]): Work => ({
  look: async () => {
    const start = performance.now();
    const marked = await markDueAsSent(database, channels, markedAtOnce);
    for (const { channel, count } of marked) metrics.attempted(channel, 'sent', count);
    const total = marked.reduce((sum, { count }) => sum + count, 0);
    return {
      restMilliseconds: Math.min(Math.max(9 * (performance.now() - start), 100), 5000),
      more: total === markedAtOnce,
    };
  },
  finish: async () => {},
});
