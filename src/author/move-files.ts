import { parseArgs } from 'node:util';
import { moveFiles } from '../intake/move-files.ts';
import { storageNames } from '../outside/file-storage.ts';
import { openFiles } from '../outside/open-files.ts';
import { type Command, UsageError } from './command.ts';
import { onInstallation } from './installation.ts';

/** `diwan move-files`: brings what files hold into another storage, beside the program that runs or without one. */
export const moveFilesCommand: Command = {
  usage: `--to ${storageNames.join('|')}`,
  run: async (words, terminal) => {
    const { values } = parseArgs({ args: [...words], options: { to: { type: 'string' } } });
    const to = storageNames.find((name) => name === values.to);
    if (!to) throw new UsageError(`--to takes one of ${storageNames.join(', ')}.`);
    return onInstallation(terminal, async ({ config, database }) => {
      const files = openFiles(config, database);
      const fault = await files.faultOf(to);
      if (fault !== undefined) {
        terminal.error(`Nothing was moved: ${fault}.`);
        return 1;
      }
      const { moved, bytes, broken } = await moveFiles({ database, files }, to, (progress) => {
        if (terminal.isPerson && progress.moved > 0) terminal.out(`${progress.moved} files…`);
      });
      // What lay on a disk or in a store goes within a minute where the program runs; else here.
      while ((await files.sweep(100)) === 100);
      terminal.out(`${moved} files (${(bytes / 1e6).toFixed(1)} MB) lie in ${to} now.`);
      for (const { id, fault: wrong } of broken) terminal.error(`${id} stays where it is: it ${wrong}.`);
      return broken.length > 0 ? 1 : 0;
    });
  },
};
