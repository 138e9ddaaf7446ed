import { parseArgs } from 'node:util';
import { readConfig } from '../base/config.ts';
import { createPhoneReader } from '../base/phone.ts';
import { checkDeclaration } from '../catalogue/publish.ts';
import type { World } from '../form/world.ts';
import { type Group, replay as replayDeclaration, type ReplaySummary } from '../projections/replay.ts';
import { createInstitutionFinder } from '../record/nouns/route.ts';
import { loadTerritory } from '../territory/load-territory.ts';
import { readCalendarNow } from './calendar-now.ts';
import { type Command, UsageError } from './command.ts';
import { onInstallation } from './installation.ts';
import { openProtection } from './protection.ts';
import { findServiceFolder, readWholeService } from './services.ts';

/** `diwan replay`: what a changed declaration would have done with past records, before it is published. */
export const replay: Command = {
  usage: '<id or folder> [--last <number>] [--list]',
  run: async (words, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { last: { type: 'string' }, list: { type: 'boolean' } },
    });
    const [word, ...more] = positionals;
    if (word === undefined || more.length > 0) throw new UsageError('Name one service.');
    const most = values.last === undefined ? Number.MAX_SAFE_INTEGER : Number(values.last);
    if (!Number.isSafeInteger(most) || most < 1) throw new UsageError('--last takes a number of records.');
    const folder = findServiceFolder(word, readConfig(terminal.env));
    const files = await readWholeService(folder.path);
    return onInstallation(terminal, async (installation) => {
      const { config, country, database, catalogue } = installation;
      const { service } = await checkDeclaration(installation, files);
      if (!catalogue.findKnown(service.id)) throw new UsageError(`There are no records of "${service.id}" yet.`);
      const territory = await loadTerritory(database);
      const readPhone = createPhoneReader(country.code);
      const worldAt = (now: Date): World => ({
        now,
        timeZone: country.timeZone,
        currency: country.currency,
        findPlace: territory.findPlace,
        boundaries: territory.boundaries,
        findInstitution: territory.findInstitution,
        readPhone,
      });
      const summary = await replayDeclaration(
        {
          database,
          catalogue,
          dataKeys: openProtection(config).dataKeys,
          worldAt,
          until: new Date(),
          calendar: await readCalendarNow(database, config, country),
          findInstitutionFor: createInstitutionFinder(territory),
          findInstitutionAbove: (code) => territory.institutionAncestors(code).find(({ retired }) => !retired)?.code,
        },
        service,
        most,
      );
      for (const line of linesOf(summary, values.list ?? false)) terminal.out(line);
      return 0;
    });
  },
};

/** The summary as text; references say which records, and nothing says whose. */
const linesOf = (summary: ReplaySummary, isListed: boolean): readonly string[] => {
  const { looked, unchanged, decisions, routes, later, handOvers, deadlines, refused, unknown, failed, isPartial } =
    summary;
  const line = (what: string, { count, references }: Group): readonly string[] => [
    `${String(count).padStart(8)}  ${what}`,
    ...(isListed ? references.map((reference) => `            ${reference}`) : []),
    ...(isListed && count > references.length ? [`            … and ${count - references.length} more`] : []),
  ];
  return [
    `${looked} records looked at${isPartial ? ' (the latest)' : ''}, ${unchanged} without any difference.`,
    ...[...decisions].flatMap(([change, group]) => line(`automatic decision: ${change}`, group)),
    ...[...routes].flatMap(([change, group]) => line(`routing: ${change}`, group)),
    ...[...later].flatMap(([change, group]) => line(`after what people did since: ${change}`, group)),
    ...[...handOvers].flatMap(([change, group]) => line(`in whose basket since: ${change}`, group)),
    ...(deadlines.count > 0 ? line('deadline', deadlines) : []),
    ...[...refused].flatMap(([field, group]) => line(`the form would refuse: ${field}`, group)),
    ...[...unknown].flatMap(([count, group]) => line(`cannot be known, as the count was not kept: ${count}`, group)),
    ...(failed.count > 0 ? line('the declaration cannot be applied', failed) : []),
  ];
};
