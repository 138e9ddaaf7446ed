const longest = 24 * 60 * 60;

/**
 * Seconds of a `Retry-After` header (RFC 9110, 10.2.3): a number of seconds or an HTTP date, at most one day.
 * A date is counted from the gateway's own `Date` when it sent one, so that two clocks that disagree do no harm.
 */
export const retryAfterSeconds = (headers: Headers): number | undefined => {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Math.min(Number(value), longest);
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const sent = Date.parse(headers.get('date') ?? '');
  const from = Number.isNaN(sent) ? Date.now() : sent;
  return Math.min(Math.max(Math.ceil((until - from) / 1000), 0), longest);
};
