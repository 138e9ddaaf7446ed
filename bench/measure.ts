/** What one load did: how much in a second, how long the requests took. */
export interface Figures {
  readonly connections: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
}

/** Keeps `connections` workers busy for some seconds; each runs `once(worker)` over and over. */
export const measure = async (
  connections: number,
  seconds: number,
  once: (worker: number) => Promise<void>,
): Promise<Figures> => {
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  const work = async (worker: number) => {
    for (let at = performance.now(); at < end;) {
      await once(worker);
      const now = performance.now();
      latencies.push(now - at);
      at = now;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => work(worker)));
  const elapsed = (performance.now() - start) / 1_000;
  return {
    connections,
    perSecond: latencies.length / elapsed,
    ...quantilesOf(latencies),
    count: latencies.length,
  };
};

/** How long something takes, done so many times one after the other. */
export const timesOf = async (rounds: number, run: () => Promise<unknown>): Promise<ReturnType<typeof quantilesOf>> => {
  const times: number[] = [];
  while (times.length < rounds) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return quantilesOf(times);
};

/** @param latencies in milliseconds. */
export const quantilesOf = (latencies: readonly number[]): Pick<Figures, 'p50' | 'p95' | 'p99'> => {
  const sorted = Float64Array.from(latencies).sort();
  const quantile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
};
