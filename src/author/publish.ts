import { checkDeclaration, publish as publishDeclaration, withdraw as withdrawService } from '../catalogue/publish.ts';
import { listPublications } from '../catalogue/publication-queries.ts';
import { folderName } from '../catalogue/service-folder.ts';
import { DeclarationError } from '../definition/fault.ts';
import { readConfig } from '../base/config.ts';
import { type Command, UsageError } from './command.ts';
import { atKeyboard, onInstallation, readWords } from './installation.ts';
import { findServiceFolder, readWholeService } from './services.ts';

/** `diwan publish`: puts a folder on offer, on every program of the database, without a restart. */
export const publish: Command = {
  usage: '<id or folder> [--note "why"]',
  run: async (words, terminal) => {
    const { note, positionals } = readWords(words);
    const [word, ...more] = positionals;
    if (word === undefined || more.length > 0) throw new UsageError('Name one service.');
    const folder = findServiceFolder(word, readConfig(terminal.env));
    const files = await readWholeService(folder.path);
    return onInstallation(terminal, async (installation) => {
      try {
        const { warnings } = await checkDeclaration(installation, files);
        for (const { file, line, column, message } of warnings)
          terminal.error(`${folder.shown}/${file}:${line}:${column}: warning: ${message}`);
        const by = { ...atKeyboard(note), folder: folderName(folder.path) };
        const { kind, service, versionId } = await publishDeclaration(installation, files, by);
        terminal.out(
          kind === 'published'
            ? `${service.id}: version ${service.digest.slice(0, 8)} (${versionId}) is in force.`
            : `${service.id}: version ${service.digest.slice(0, 8)} (${versionId}) is in force already.`,
        );
        return 0;
      } catch (error) {
        if (!(error instanceof DeclarationError)) throw error;
        throw new DeclarationError(error.faults.map((fault) => ({ ...fault, file: `${folder.shown}/${fault.file}` })));
      }
    });
  },
};

/** `diwan withdraw`: takes a service off offer; what was asked for goes on. */
export const withdraw: Command = {
  usage: '<id> [--note "why"]',
  run: async (words, terminal) => {
    const { note, positionals } = readWords(words);
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) throw new UsageError('Name one service by its id.');
    return onInstallation(terminal, async (installation) => {
      const service = await withdrawService(installation, id, atKeyboard(note));
      if (!service) throw new UsageError(`"${id}" is not on offer.`);
      terminal.out(`${id} is withdrawn: it takes no new requests. Those that were made go on.`);
      return 0;
    });
  },
};

/** `diwan versions`: what became of a service, or what is on offer. */
export const versions: Command = {
  usage: '[id]',
  run: async (words, terminal) => {
    const [id, ...more] = readWords(words).positionals;
    if (more.length > 0) throw new UsageError('Name one service, or none.');
    return onInstallation(terminal, async ({ catalogue, database }) => {
      if (id === undefined) {
        for (const { service, versionId, isWithdrawn } of catalogue.known)
          terminal.out(
            `${service.id.padEnd(28)} ${service.digest.slice(0, 8)} ${String(versionId).padStart(5)}  ${isWithdrawn ? 'withdrawn' : 'on offer'}`,
          );
        return 0;
      }
      const steps = await database.run(listPublications, [id]);
      if (steps.length === 0) throw new UsageError(`There never was a service "${id}" here.`);
      for (const { at, act, digest, version, origin, system_user_name: user, account, folder, note } of steps) {
        const by = user ?? account ?? folder ?? '';
        terminal.out(
          [
            at.toISOString(),
            act.padEnd(9),
            digest.slice(0, 8),
            String(version ?? '').padStart(5),
            origin.padEnd(7),
            by,
            note ?? '',
          ]
            .join('  ')
            .trimEnd(),
        );
      }
      return 0;
    });
  },
};
