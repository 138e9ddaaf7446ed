import type { BaseLogger } from 'pino';

/** What a part of the program needs in order to log: `log.info({ fields }, 'What happened')`. Never personal data. */
export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;
