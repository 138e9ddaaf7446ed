import type { Setup } from './access/setup.ts';
import type { StartupError } from './base/startup-error.ts';
import type { createApp } from './pages/app.ts';

type App = Awaited<ReturnType<typeof createApp>>;

/** What has been started, for whoever starts and stops it. */
export interface Program {
  /** Where it answers on this machine. */
  readonly address: string;
  /** Every address that it serves, with who may call it. */
  readonly routes: App['routes'];
  /** Ends when the program cannot go on, with what to say. */
  readonly lost: Promise<StartupError>;
  /** The first set-up, while nobody has done it. */
  readonly setup: Pick<Setup, 'path' | 'file'>;
  /** Publishes what has changed in the services folder; gives words about folders that were held back. */
  readonly reload: () => Promise<readonly string[]>;
  /** Takes no more requests, finishes those in flight, and stops what was started. */
  readonly stop: () => Promise<void>;
}
