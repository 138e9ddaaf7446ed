import { Counter, Gauge, type Registry } from 'prom-client';
import type { ScanOutcome, VirusScanner } from './virus-scanner.ts';

/** Scans in the words of Prometheus; gives what counts them. Without a scanner there is nothing to tell. */
export const createScanMetrics = (
  registry: Registry,
  scanner: VirusScanner | undefined,
): ((outcome: ScanOutcome) => void) => {
  if (!scanner) return () => undefined;
  const scans = new Counter({
    name: 'diwan_virus_scans_total',
    help: 'Files that were to be scanned for viruses, by what came of it (clean, infected, away)',
    labelNames: ['outcome'],
    registers: [registry],
  });
  new Gauge({
    name: 'diwan_virus_scanner_up',
    help: 'Whether the virus scanner answers',
    registers: [registry],
    async collect() {
      this.set(
        await scanner.version().then(
          () => 1,
          () => 0,
        ),
      );
    },
  });
  return (outcome) => scans.inc({ outcome });
};
