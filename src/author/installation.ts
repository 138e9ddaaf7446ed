import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../base/config.ts';
import type { Database } from '../base/database.ts';
import { joinDatabase } from '../base/join-database.ts';
import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import type { PublishParts } from '../catalogue/publish.ts';
import type { Country } from '../territory/country.ts';
import { createLayoutCheck } from '../documents/check-layouts.ts';
import { letterheadOf } from '../documents/printed-document.ts';
import type { Terminal } from './command.ts';
import { readLand } from './land.ts';

/** What commands work on that change or read what is on offer: the database of an installation, running or not. */
export interface Installation extends PublishParts {
  readonly config: Config;
  readonly country: Country;
  readonly database: Database;
  readonly catalogue: Catalogue;
}

const silent = () => undefined;
const quiet = { debug: silent, info: silent, warn: silent, error: silent, fatal: silent };

/** Runs `work` on the installation that the settings name, and leaves it as it was found. */
export const onInstallation = async <Result>(
  terminal: Terminal,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => {
  const config = readConfig(terminal.env);
  const { country, land } = readLand(config);
  const { timeZone } = country;
  const { database, stop } = await joinDatabase(config, quiet);
  try {
    const onError = ({ message }: Error) => terminal.error(message);
    const catalogue = await openCatalogue(database, { timeZone, onError });
    const checkLayouts = createLayoutCheck(letterheadOf(country, config.url));
    return await work({ config, country, database, catalogue, timeZone, land, checkLayouts });
  } finally {
    await stop();
  }
};

/** Who stands at the keyboard. */
export const atKeyboard = (note: string | undefined) =>
  ({ origin: 'command', systemUser: userInfo().username, ...(note !== undefined && { note }) }) as const;

/** The words after a command and its note. */
export const readWords = (words: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { note: { type: 'string' } },
  });
  return { note: values.note, positionals };
};
