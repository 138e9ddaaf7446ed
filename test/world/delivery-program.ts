import { openDatabase } from '../../src/base/database.ts';
import { createSms } from '../../src/outside/sms.ts';
import { startDelivery } from '../../src/reactions/deliver-outbox.ts';
import { silentLog } from './log.ts';

/** A program that delivers text messages until a test kills it: on the login and to the gateway named in its environment. */
startDelivery({
  database: openDatabase(JSON.parse(process.env['TEST_LOGIN'] ?? '{}'), () => undefined),
  adapters: { sms: createSms({ url: process.env['TEST_GATEWAY'], timeoutSeconds: 60 }), email: { kind: 'embedded' } },
  render: async () => ({ body: 'words' }),
  log: silentLog,
  metrics: { attempted: () => undefined },
});
