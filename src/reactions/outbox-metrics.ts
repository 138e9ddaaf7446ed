import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Queryable } from '../base/database.ts';
import type { DeliveryMetrics } from './delivery-sender.ts';
import { countMessages } from './outbox-queries.ts';

/** The outbox in the words of Prometheus: what was attempted by this program, and what the table holds now. */
export const createOutboxMetrics = (registry: Registry, database: Queryable): DeliveryMetrics => {
  const registers = [registry];
  const attempts = new Counter({
    name: 'diwan_message_attempts_total',
    help: 'Attempts to deliver a message, by channel and how they ended (sent, retry, failed)',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'diwan_message_attempt_seconds',
    help: 'Time until a gateway took a message over or did not',
    labelNames: ['channel', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const oldest = new Gauge({
    name: 'diwan_outbox_oldest_seconds',
    help: 'Age of the oldest message that waits or has failed',
    labelNames: ['channel', 'status'],
    registers,
  });
  new Gauge({
    name: 'diwan_outbox_messages',
    help: 'Messages that wait to be delivered or have failed for good',
    labelNames: ['channel', 'status'],
    registers,
    async collect() {
      // Without the database these two have nothing to say; the other figures are still wanted.
      const counts = await countMessages(database).catch(() => undefined);
      this.reset();
      oldest.reset();
      if (!counts) return;
      for (const channel of ['sms', 'email'] as const) {
        for (const status of ['waiting', 'failed'] as const) {
          const found = counts.find((row) => row.channel === channel && row.status === status);
          this.set({ channel, status }, found?.count ?? 0);
          oldest.set({ channel, status }, found?.oldestSeconds ?? 0);
        }
      }
    },
  });
  return {
    attempted: (channel, outcome, count, seconds) => {
      attempts.inc({ channel, outcome }, count);
      if (seconds !== undefined) duration.observe({ channel, outcome }, seconds);
    },
  };
};
