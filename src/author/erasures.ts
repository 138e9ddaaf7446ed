import { parseArgs } from 'node:util';
import { createServiceVersions } from '../projections/service-versions.ts';
import { previewErasure } from '../reactions/retention.ts';
import { type Command, UsageError } from './command.ts';
import { onInstallation } from './installation.ts';

/** `diwan erasures`: what will be erased next by rule, service by service, and what could not be; nothing is erased by it. */
export const erasures: Command = {
  usage: '[--days <number>]',
  run: async (words, terminal) => {
    const { values } = parseArgs({ args: [...words], options: { days: { type: 'string', default: '30' } } });
    const days = Number(values.days);
    if (!Number.isSafeInteger(days) || days < 0 || days > 3_650)
      throw new UsageError('--days takes a number of days, 0 for what is due now.');
    return onInstallation(terminal, async ({ database, catalogue }) => {
      const moment = new Date(Date.now() + days * 86_400_000);
      const listVersions = createServiceVersions(database, catalogue);
      const { due, failures } = await previewErasure({ database, listVersions }, moment);
      const until = moment.toISOString().slice(0, 10);
      if (due.length === 0) terminal.out(`Nothing will be erased until ${until}.`);
      for (const { service, count, first } of due)
        terminal.out(
          `${String(count).padStart(8)}  ${service}: over since ${first.toISOString().slice(0, 10)} or later, erased until ${until} unless something still runs`,
        );
      for (const { reference, at, error } of failures)
        terminal.out(`          ${reference} could not be erased on ${at.toISOString().slice(0, 10)}: ${error}`);
      return failures.length > 0 ? 1 : 0;
    });
  },
};
