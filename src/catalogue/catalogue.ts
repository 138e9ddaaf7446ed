import type { Database, Queryable } from '../base/database.ts';
import type { Land } from '../definition/analysis/land.ts';
import { compileService } from '../definition/compile-service.ts';
import type { Service } from '../definition/service.ts';
import { type Crossing, crossingBetween } from '../form/crossing.ts';
import {
  findEdition,
  findVersion,
  findVersionByDigest,
  type InForceRow,
  listInForce,
  listLineage,
} from './catalogue-queries.ts';
import type { CheckLayouts } from './publish.ts';
import { publishFolders } from './publish-folders.ts';

/** A service as it is offered now: its declaration, and the number under which records are pinned to it. */
export interface PublishedService {
  readonly service: Service;
  readonly versionId: number;
}

/** A service that is or was on offer, under the last version that was in force. */
export interface KnownService extends PublishedService {
  /** Takes no new requests; those that were made go on. */
  readonly isWithdrawn: boolean;
}

/**
 * The services on offer, as the database says: programs that share it offer the same, and take a new version while they
 * run. Whoever looks at `services` again sees what is true then, so nothing made from it may be kept past `edition`.
 */
export interface Catalogue {
  readonly services: readonly PublishedService[];
  /** All that ever were on offer: their records are still there. */
  readonly known: readonly KnownService[];
  readonly find: (id: string) => PublishedService | undefined;
  readonly findKnown: (id: string) => KnownService | undefined;
  /** The declaration that a record is pinned to. */
  readonly getVersion: (versionId: number) => Promise<Service>;
  /** How data given under one version of a service read under another one. */
  readonly getCrossing: (from: number, to: number) => Promise<Crossing>;
  /** The version of a service with that digest, which somebody may have begun to fill in. */
  readonly findVersion: (service: string, digest: string) => Promise<PublishedService | undefined>;
  /** Grows whenever what is on offer changes. */
  readonly edition: number;
  /** Looks at the database; says whether something changed. A version that this program cannot read leaves the one before. */
  readonly refresh: () => Promise<boolean>;
}

export interface CatalogueOptions {
  /** IANA name of the country's zone, in which `day()` counts days. */
  readonly timeZone: string;
  /** Told of a version that cannot be read here, as one that a newer program published. */
  readonly onError?: (error: Error) => void;
  /** Told when what is on offer has changed since it was opened. */
  readonly onChange?: () => void;
}

interface Offer {
  readonly edition: number;
  readonly services: readonly PublishedService[];
  readonly known: ReadonlyMap<string, KnownService>;
}

/** The catalogue as the database has it. */
export const openCatalogue = async (
  database: Queryable,
  { timeZone, onError = () => undefined, onChange }: CatalogueOptions,
): Promise<Catalogue> => {
  const versions = new Map<number, Promise<Service>>();
  const crossings = new Map<string, Promise<Crossing>>();
  let offer: Offer = { edition: 0, services: [], known: new Map() };

  const getVersion = (versionId: number): Promise<Service> => {
    const known = versions.get(versionId) ?? compileStored(database, versionId, timeZone);
    versions.set(versionId, known);
    known.catch(() => versions.delete(versionId));
    return known;
  };

  const load = async (edition: number): Promise<Offer> => {
    const known = new Map<string, KnownService>();
    for (const row of await database.run(listInForce)) {
      const service = await readOr(row, offer.known.get(row.service));
      if (service) known.set(row.service, service);
    }
    return { edition, known, services: [...known.values()].filter(({ isWithdrawn }) => !isWithdrawn) };
  };
  const readOr = async (row: InForceRow, before: KnownService | undefined): Promise<KnownService | undefined> => {
    try {
      const service = await getVersion(row.service_version);
      return { service, versionId: row.service_version, isWithdrawn: row.act === 'withdrawn' };
    } catch (cause) {
      onError(
        new Error(`version ${row.service_version} of ${row.service} cannot be read: ${String(cause)}`, { cause }),
      );
      return before;
    }
  };

  // One look after the other, so that an earlier answer never takes the place of a later one.
  let looking: Promise<unknown> = Promise.resolve();
  const refresh = (): Promise<boolean> => {
    const look = looking.then(async () => {
      const [row] = await database.run(findEdition);
      const edition = row?.edition ?? 0;
      if (edition === offer.edition) return false;
      const isFirst = offer.edition === 0;
      offer = await load(edition);
      if (!isFirst) onChange?.();
      return true;
    });
    looking = look.catch(() => undefined);
    return look;
  };

  const loadCrossing = async (from: number, to: number): Promise<Crossing> => {
    const target = await getVersion(to);
    const rows = await database.run(listLineage, [target.id]);
    return crossingBetween(
      from,
      to,
      new Map(rows.map(({ version, after }) => [version, after ?? undefined])),
      getVersion,
    );
  };

  await refresh();
  return {
    get services() {
      return offer.services;
    },
    get known() {
      return [...offer.known.values()];
    },
    get edition() {
      return offer.edition;
    },
    find: (id) => {
      const service = offer.known.get(id);
      return service && !service.isWithdrawn ? service : undefined;
    },
    findKnown: (id) => offer.known.get(id),
    getVersion,
    findVersion: async (service, digest) => {
      const [row] = await database.run(findVersionByDigest, [service, digest]);
      return row && { service: await getVersion(row.id), versionId: row.id };
    },
    getCrossing: (from, to) => {
      const key = `${from} ${to}`;
      const kept = crossings.get(key) ?? loadCrossing(from, to);
      crossings.set(key, kept);
      kept.catch(() => crossings.delete(key));
      return kept;
    },
    refresh,
  };
};

/**
 * Publishes what has changed in the folders below `folder` (see `publishFolders`), and opens the catalogue. Throws a
 * DeclarationError that names all faults of all services.
 */
export const loadCatalogue = async (
  database: Database,
  folder: string,
  timeZone: string,
  options: Omit<CatalogueOptions, 'timeZone'> & {
    readonly land?: Land;
    readonly checkLayouts?: CheckLayouts;
    /** Told of folders that are not what is in force. */
    readonly onHeldBack?: (message: string) => void;
  } = {},
): Promise<Catalogue> => {
  const catalogue = await openCatalogue(database, { timeZone, ...options });
  const heldBack = await publishFolders(
    { database, catalogue, timeZone, land: options.land, checkLayouts: options.checkLayouts },
    folder,
  );
  for (const message of heldBack) options.onHeldBack?.(message);
  return catalogue;
};

const compileStored = async (database: Queryable, versionId: number, timeZone: string): Promise<Service> => {
  const [row] = await database.run(findVersion, [versionId]);
  if (!row) throw new Error(`there is no service version ${versionId}`);
  return compileService(row.files, row.digest, timeZone);
};
