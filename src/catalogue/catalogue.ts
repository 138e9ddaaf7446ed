import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from '../base/database.ts';
import { compileService, type ServiceFiles } from '../definition/compile-service.ts';
import { DeclarationError } from '../definition/fault.ts';
import type { Service } from '../definition/service.ts';
import { findVersion, publishVersion } from './catalogue-queries.ts';

/** A service as it is offered now: its declaration, and the number under which records are pinned to it. */
export interface PublishedService {
  readonly service: Service;
  readonly versionId: number;
}

/** The services on offer, and every version that a record was ever made under. */
export interface Catalogue {
  readonly services: readonly PublishedService[];
  readonly find: (id: string) => PublishedService | undefined;
  /** The declaration that a record is pinned to. */
  readonly getVersion: (versionId: number) => Promise<Service>;
}

/** Reads, checks and publishes every folder below `folder`; throws a DeclarationError that names all faults of all services. */
export const loadCatalogue = async (database: Queryable, folder: string, timeZone: string): Promise<Catalogue> => {
  const published = new Map<string, PublishedService>();
  const versions = new Map<number, Promise<Service>>();
  const faults = [];
  for (const name of (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    const files = await readServiceFiles(join(folder, name));
    const digest = digestOf(files);
    try {
      const service = compileService(files, digest, timeZone);
      if (service.id !== name)
        throw new DeclarationError([
          {
            file: 'service.yaml',
            line: 1,
            column: 1,
            message: `the service is called "${service.id}" but its folder "${name}": give them one name`,
          },
        ]);
      const [row] = await database.run(publishVersion, [service.id, digest, JSON.stringify(files)]);
      if (!row) throw new Error(`service ${service.id} could not be published`);
      published.set(service.id, { service, versionId: row.id });
      versions.set(row.id, Promise.resolve(service));
    } catch (error) {
      if (!(error instanceof DeclarationError)) throw error;
      faults.push(...error.faults.map((fault) => ({ ...fault, file: join(name, fault.file) })));
    }
  }
  if (faults.length > 0) throw new DeclarationError(faults);
  return {
    services: [...published.values()],
    find: (id) => published.get(id),
    getVersion: (versionId) => {
      const known = versions.get(versionId) ?? compileStored(database, versionId, timeZone);
      versions.set(versionId, known);
      known.catch(() => versions.delete(versionId));
      return known;
    },
  };
};

const compileStored = async (database: Queryable, versionId: number, timeZone: string): Promise<Service> => {
  const [row] = await database.run(findVersion, [versionId]);
  if (!row) throw new Error(`there is no service version ${versionId}`);
  return compileService(row.files, row.digest, timeZone);
};

const readServiceFiles = async (folder: string): Promise<ServiceFiles> => {
  const names = (await readdir(folder)).filter((name) => name === 'service.yaml' || name.startsWith('texts.')).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
};

const digestOf = (files: ServiceFiles): string => {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(files)) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
};
