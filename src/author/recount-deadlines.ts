import { parseArgs } from 'node:util';
import { type RecountedRecord, recountAll } from '../events/recount.ts';
import { suggest } from '../definition/suggest.ts';
import { readCalendarNow } from './calendar-now.ts';
import { type Command, UsageError } from './command.ts';
import { onInstallation } from './installation.ts';
import { openProtection } from './protection.ts';

/** `diwan recount-deadlines`: what would be due at another time since the calendar was changed, and writes that when asked to. */
export const recountDeadlines: Command = {
  usage: '[--service <id>] [--write]',
  run: async (words, terminal) => {
    const { values } = parseArgs({
      args: [...words],
      options: { service: { type: 'string' }, write: { type: 'boolean' } },
    });
    const { service, write = false } = values;
    return onInstallation(terminal, async ({ config, country, database, catalogue }) => {
      const ids = catalogue.known.map((published) => published.service.id);
      if (service !== undefined && !ids.includes(service))
        throw new UsageError(`There are no records of "${service}"${suggest(service, ids)}.`);
      const calendar = await readCalendarNow(database, config, country);
      const { looked, differing } = await recountAll({
        database,
        catalogue,
        calendar,
        ...openProtection(config),
        now: () => new Date(),
        service,
        write,
        onFound: (found) => terminal.out(lineOf(found, country.timeZone)),
      });
      const what = `${looked} records with something that is due, ${differing} on another date`;
      terminal.out(
        differing === 0
          ? `${what}.`
          : write
            ? `${what}: written.`
            : `${what}: nothing is written yet. Add --write to write it.`,
      );
      return 0;
    });
  },
};

/** A record by its reference, with what was due and is due then; nothing of what it says. */
const lineOf = ({ reference, before, facts }: RecountedRecord, timeZone: string): string => {
  const inWords = (at: Date | string | undefined): string =>
    at === undefined ? '–' : new Date(at).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const { deadline, tasks = [] } = facts;
  const parts: string[] = [];
  if (deadline && 'dueAt' in deadline) {
    const was = before.deadline && 'dueAt' in before.deadline ? before.deadline.dueAt : undefined;
    parts.push(`${deadline.name} ${inWords(was)} → ${inWords(deadline.dueAt)}`);
  }
  if (deadline && 'left' in deadline) parts.push(`${deadline.name} (paused): other working time is left`);
  for (const { name, dueAt } of tasks)
    parts.push(`${name} ${inWords(before.tasks.find((task) => task.name === name)?.dueAt)} → ${inWords(dueAt)}`);
  return `${reference}  ${parts.join(', ')}`;
};
