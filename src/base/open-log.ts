import { pino } from 'pino';
import type { Config } from './config.ts';

/** The log of the program: lines of JSON, written a few at a time. What must never stand in one is taken out by `clean`. */
export const openLog = (config: Pick<Config, 'logLevel'>, clean: (line: string) => string) =>
  pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.epochTime,
      hooks: { streamWrite: clean },
    },
    pino.destination({ sync: false, minLength: 16_000 }),
  );
