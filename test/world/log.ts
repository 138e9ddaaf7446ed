import type { Log } from '../../src/base/log.ts';

const ignore = () => undefined;

export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore, fatal: ignore };

/** A log that keeps what it is told, one line of JSON for each. */
export const keepLog = (): { log: Log; lines: string[] } => {
  const lines: string[] = [];
  const keep = (...words: readonly unknown[]) => void lines.push(JSON.stringify(words));
  return { log: { debug: keep, info: keep, warn: keep, error: keep, fatal: keep }, lines };
};
