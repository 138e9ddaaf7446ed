import type { Registry } from 'prom-client';
import type { Config } from '../base/config.ts';
import { createClamd } from './clamd.ts';
import { createScanMetrics } from './scan-metrics.ts';
import type { VirusScan } from './virus-scanner.ts';

/** What is done about viruses here, as the settings say. */
export const openScan = (
  { clamdAddress, clamdWhenAway }: Pick<Config, 'clamdAddress' | 'clamdWhenAway'>,
  registry: Registry,
): VirusScan => {
  const scanner = clamdAddress && createClamd(clamdAddress);
  return { scanner, whenAway: clamdWhenAway, counted: createScanMetrics(registry, scanner) };
};
