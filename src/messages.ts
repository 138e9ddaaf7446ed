import type { AccountKeys } from './access/account-keys.ts';
import type { Config } from './base/config.ts';
import type { Database } from './base/database.ts';
import type { Log } from './base/log.ts';
import type { Secrets } from './base/secrets.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { DataKeys } from './events/data-keys.ts';
import { createMail } from './outside/mail.ts';
import { createSms } from './outside/sms.ts';
import type { Metrics } from './pages/http/metrics.ts';
import { createAccountMessages, renderAny } from './reactions/account-message.ts';
import { createApplicantMessages } from './reactions/applicant-message.ts';
import { startDelivery } from './reactions/deliver-outbox.ts';
import type { Render } from './reactions/delivery-sender.ts';
import type { Jobs } from './reactions/jobs.ts';
import type { Loop } from './reactions/keep-looking.ts';
import { createOutboxMetrics } from './reactions/outbox-metrics.ts';
import { createRecordMessages } from './reactions/record-message.ts';
import type { Country } from './territory/country.ts';

interface MessageParts {
  readonly config: Config;
  readonly country: Country;
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly dataKeys: DataKeys;
  readonly secrets: Secrets;
  readonly accountKeys: AccountKeys;
  readonly jobs: Pick<Jobs, 'watch'>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What makes the words of messages, and what delivers them. */
export const openMessages = (parts: MessageParts): { readonly renderMessage: Render; readonly delivery: Loop } => {
  const { config, country, database, catalogue, dataKeys, secrets, jobs, log, metrics } = parts;
  const renderMessage = renderAny({
    record: createRecordMessages({
      database,
      catalogue,
      dataKeys,
      secrets,
      publicUrl: config.url,
      timeZone: country.timeZone,
    }),
    account: createAccountMessages({
      keys: parts.accountKeys,
      publicUrl: config.url,
      timeZone: country.timeZone,
      portal: country.portal,
    }),
    applicant: createApplicantMessages(secrets),
  });
  const delivery = startDelivery({
    watch: (work) => jobs.watch('messages', work),
    database,
    adapters: {
      sms: createSms({ url: config.smsWebhookUrl, token: config.smsWebhookToken }),
      email: createMail({ url: config.smtpUrl, from: config.mailFrom }),
    },
    render: renderMessage,
    log,
    metrics: createOutboxMetrics(metrics.registry, database),
  });
  return { renderMessage, delivery };
};
