import { join } from 'node:path';
import { loadSecrets } from '../base/secrets.ts';
import { createSearchIndex } from '../projections/search-index.ts';
import { countToRead, readAnew } from '../projections/search-index-queries.ts';
import { type Command, UsageError } from './command.ts';
import { onInstallation } from './installation.ts';

/** `diwan reindex`: reads the words of all records anew, while the program works or not; one that was interrupted goes on with `--resume`. */
export const reindex: Command = {
  usage: '[--resume]',
  run: async (words, terminal) => {
    const isResumed = words.includes('--resume');
    if (words.some((word) => word !== '--resume')) throw new UsageError('The only word that it takes is --resume.');
    return onInstallation(terminal, async ({ config, database, catalogue }) => {
      const secrets = loadSecrets(join(config.dataFolder, 'keys'));
      const index = createSearchIndex({ database, catalogue, secrets });
      if (!isResumed) await database.run(readAnew);
      const start = Date.now();
      let told = start;
      for (let isMore = true; isMore;) {
        isMore = await index.follow();
        if (isMore && Date.now() - told < 2_000) continue;
        told = Date.now();
        const [row] = await database.run(countToRead);
        const { below, last } = row ?? { below: null, last: 0 };
        const share = below === null ? 100 : Math.floor((1 - below / Math.max(1, last)) * 100);
        terminal.out(`${share} % of the numbers of records, ${((told - start) / 1000).toFixed(0)} s`);
      }
      return 0;
    });
  },
};
