import type { Command } from './command.ts';

interface Entry {
  /** One sentence for `diwan help`. */
  readonly about: string;
  /** Loaded when it is called, so that each starts at once. */
  readonly load: () => Promise<Command>;
}

/** Everything that the command line can do, by its word. */
export const commands: Readonly<Record<string, Entry>> = {
  new: {
    about: 'Asks a few questions and writes a folder that declares a working service.',
    load: async () => (await import('./new.ts')).newService,
  },
  check: {
    about: 'Says what is wrong in declarations: file:line:column and what to write.',
    load: async () => (await import('./check.ts')).check,
  },
  try: {
    about: 'Opens the program with one service on data that are thrown away.',
    load: async () => (await import('./try.ts')).tryService,
  },
  explain: {
    about: 'Explains a service: states and actions as a picture, who sees what, whose basket, deadlines, documents.',
    load: async () => (await import('./explain.ts')).explain,
  },
  schema: {
    about: 'Prints the JSON Schema with which an editor completes and explains keys.',
    load: async () => (await import('./schema.ts')).schema,
  },
  reference: {
    about: 'Prints every key of the language; with --write makes docs/reference and docs/schemas anew.',
    load: async () => (await import('./reference.ts')).reference,
  },
  publish: {
    about: 'Puts a service on offer, on every program of the database, without a restart.',
    load: async () => (await import('./publish.ts')).publish,
  },
  withdraw: {
    about: 'Takes a service off offer; what was asked for goes on.',
    load: async () => (await import('./publish.ts')).withdraw,
  },
  versions: {
    about: 'Says what is on offer, or what became of one service: versions, who, when.',
    load: async () => (await import('./publish.ts')).versions,
  },
  erasures: {
    about: 'Says what will be erased next, as services declare how long they keep data.',
    load: async () => (await import('./erasures.ts')).erasures,
  },
  'move-files': {
    about: 'Brings what files hold into another storage: the database, the data folder or a store of objects.',
    load: async () => (await import('./move-files.ts')).moveFilesCommand,
  },
  replay: {
    about: 'Runs a changed declaration over past records and says what would differ.',
    load: async () => (await import('./replay.ts')).replay,
  },
  reindex: {
    about: 'Reads the words by which records are found anew, from all records.',
    load: async () => (await import('./reindex.ts')).reindex,
  },
  'recount-deadlines': {
    about: 'Says what is due at another time since the calendar was changed; with --write writes it.',
    load: async () => (await import('./recount-deadlines.ts')).recountDeadlines,
  },
};
