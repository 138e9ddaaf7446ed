import { join } from 'node:path';
import { compileFiles } from '../definition/compile-service.ts';
import { DeclarationError, type Fault } from '../definition/fault.ts';
import type { Service } from '../definition/service.ts';
import { listPublications, type PublicationRow } from './publication-queries.ts';
import { checkDeclaration, propose, publish, type PublishParts } from './publish.ts';
import { digestOf, folderName, listServiceFolders, readServiceFiles } from './service-folder.ts';

/** What the start of a program does with a folder that it finds. */
export type FolderStep =
  /** It is in force, or was looked at before and somebody decided otherwise since. */
  | 'nothing'
  | 'publish'
  /** It changed, but what is in force came from a person: a person decides. */
  | 'propose'
  /** It holds a version that was replaced, and was never published from: an old copy. */
  | 'stale';

type Past = Pick<PublicationRow, 'act' | 'digest' | 'origin' | 'folder'>;

/**
 * A folder has its say when it changes, never because a program starts: so a restart cannot undo what was published or
 * withdrawn from the console or the command line meanwhile.
 * @param history what became of the service, the oldest first.
 */
export const folderStep = (digest: string, folder: string, history: readonly Past[]): FolderStep => {
  const inForce = history.findLast(({ act }) => act === 'published' || act === 'withdrawn');
  if (!inForce) return 'publish';
  if (inForce.act === 'published' && inForce.digest === digest) return 'nothing';
  const isHere = (past: Past) => past.folder === folder || (past.origin === 'folder' && past.folder === null);
  const own = history.findLast((past) => isHere(past) && past.act !== 'withdrawn' && past.act !== 'discarded');
  if (own?.digest === digest) return 'nothing';
  if (!own && history.some((past) => past.act === 'published' && past.digest === digest)) return 'stale';
  return inForce.act === 'published' && (inForce.origin === 'folder' || isHere(inForce)) ? 'publish' : 'propose';
};

/**
 * Publishes the folders below `folder` that changed since; gives words about those that were held back. Throws a
 * DeclarationError that names all faults of all services.
 */
export const publishFolders = async (parts: PublishParts, folder: string): Promise<readonly string[]> => {
  const faults: Fault[] = [];
  const heldBack: string[] = [];
  const names = await listServiceFolders(folder);
  const beside = await compileFolders(folder, names, parts.timeZone);
  for (const name of names) {
    try {
      const said = await publishFolder({ ...parts, beside }, name, join(folder, name));
      if (said !== undefined) heldBack.push(said);
    } catch (error) {
      if (!(error instanceof DeclarationError)) throw error;
      faults.push(...error.faults.map((fault) => ({ ...fault, file: join(name, fault.file) })));
    }
  }
  if (faults.length > 0) throw new DeclarationError(faults);
  return heldBack;
};

/** The services of a folder as they are declared, for those that say something of one another; wrong ones are left out. */
const compileFolders = async (
  folder: string,
  names: readonly string[],
  timeZone: string,
): Promise<(id: string) => Service | undefined> => {
  const services = new Map<string, Service>();
  for (const name of names) {
    const { service, faults } = compileFiles(await readServiceFiles(join(folder, name)), name, timeZone);
    if (service && faults.length === 0) services.set(service.id, service);
  }
  return (id) => services.get(id);
};

const publishFolder = async (parts: PublishParts, name: string, path: string): Promise<string | undefined> => {
  const files = await readServiceFiles(path);
  const digest = digestOf(files);
  const by = { origin: 'folder', folder: folderName(path) } as const;
  const step = folderStep(digest, by.folder, await parts.database.run(listPublications, [name]));
  switch (step) {
    case 'publish':
      requireName(name, (await checkDeclaration(parts, files)).service);
      await publish(parts, files, by);
      return undefined;
    case 'propose': {
      const { service } = await checkDeclaration(parts, files);
      requireName(name, service);
      await propose(parts.database, service, files, by);
      return `${name}: the folder has changed, but the version in force was published or withdrawn by a person. The folder's version waits at /staff/services to be published.`;
    }
    case 'stale':
      return `${name}: the folder holds a version that was replaced since. Publish it with "diwan publish ${path}" if it is to be in force again.`;
    case 'nothing':
      return parts.catalogue.find(name)?.service.digest === digest
        ? undefined
        : `${name}: another version than the folder's is in force.`;
  }
};

const requireName = (name: string, { id }: Service): void => {
  if (id === name) return;
  const message = `the service is called "${id}" but its folder "${name}": give them one name`;
  throw new DeclarationError([{ file: 'service.yaml', line: 1, column: 1, message }]);
};
