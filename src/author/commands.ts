import type { Command } from './command.ts';

interface Entry {
  /** One sentence for `diwan help`. */
  readonly about: string;
  /** Loaded when it is called, so that each starts at once. */
  readonly load: () => Promise<Command>;
}

/** Everything that the command line can do, by its word. */
export const commands: Readonly<Record<string, Entry>> = {
  check: {
    about: 'Says what is wrong in declarations: file:line:column and what to write.',
    load: async () => (await import('./check.ts')).check,
  },
};
