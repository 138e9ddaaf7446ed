import type { Database } from '../base/database.ts';
import type { Catalogue } from './catalogue.ts';

interface Options {
  readonly onError: (error: Error) => void;
  /** Milliseconds between two looks when nothing was heard. */
  readonly pace?: number;
}

/**
 * Keeps a running program's catalogue as the database has it: told of each publication, and looking now and then for
 * itself, since what is announced while a connection is made again is lost. Gives what ends it.
 */
export const followPublications = async (
  database: Database,
  catalogue: Catalogue,
  { onError, pace = 5_000 }: Options,
): Promise<() => Promise<void>> => {
  const look = () => void catalogue.refresh().catch(onError);
  const unlisten = await database.listen('diwan_catalogue', look);
  const timer = setInterval(look, pace).unref();
  look();
  return async () => {
    clearInterval(timer);
    await unlisten();
  };
};
