import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Files } from '../../outside/files.ts';

/** The program's figures, in the words of Prometheus. Labels are route patterns and codes, never what was asked. */
export const createMetrics = (
  load: () => { readonly intake: number; readonly readings: number },
  files: Pick<Files, 'home' | 'faultOf'>,
) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'diwan_http_request_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'diwan_intake_waiting',
    help: 'Submissions that wait for their commit',
    registers: [registry],
    collect() {
      this.set(load().intake);
    },
  });
  new Gauge({
    name: 'diwan_readings_waiting',
    help: 'Readings of records that wait to be written down',
    registers: [registry],
    collect() {
      this.set(load().readings);
    },
  });
  new Gauge({
    name: 'diwan_files_storage_up',
    help: 'Whether the storage answers in which new files are kept',
    registers: [registry],
    async collect() {
      this.set((await files.faultOf(files.home)) === undefined ? 1 : 0);
    },
  });
  const problems = new Counter({
    name: 'diwan_problems_total',
    help: 'Refused requests, by code',
    labelNames: ['code'],
    registers: [registry],
  });
  return { registry, requests, problems };
};
export type Metrics = ReturnType<typeof createMetrics>;
