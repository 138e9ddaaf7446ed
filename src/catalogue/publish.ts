import type { Database, Queryable, Transaction } from '../base/database.ts';
import { checkSuccessor } from '../definition/check-successor.ts';
import type { Land } from '../definition/analysis/land.ts';
import { checkService } from '../definition/check-service.ts';
import { crossFaults } from '../definition/cross-check.ts';
import type { ServiceFiles } from '../definition/compile-service.ts';
import { DeclarationError, type Fault } from '../definition/fault.ts';
import type { Service } from '../definition/service.ts';
import { readYaml } from '../definition/yaml-source.ts';
import type { Catalogue } from './catalogue.ts';
import { findEdition, keepVersion } from './catalogue-queries.ts';
import {
  type Act,
  deleteProposal,
  findProposalByDigest,
  insertProposal,
  insertPublication,
  lockPublications,
  type Origin,
} from './publication-queries.ts';
import { digestOf, isDeclarationFile } from './service-folder.ts';

/** Who publishes, from where, and why. */
export interface Publisher {
  readonly origin: Origin;
  /** The account, in the console. */
  readonly account?: string;
  /** The name that the machine knows, at the command line. */
  readonly systemUser?: string;
  /** Host and path of the folder that the files were read from. */
  readonly folder?: string;
  readonly note?: string;
}

/** A declaration that was found right and may replace the version in force. */
export interface CheckedDeclaration {
  readonly service: Service;
  readonly files: ServiceFiles;
  /** What somebody should know before it is published. */
  readonly warnings: readonly Fault[];
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly service: Service; readonly versionId: number }
  /** The same files are in force already. */
  | { readonly kind: 'unchanged'; readonly service: Service; readonly versionId: number };

/** What is wrong with the layouts that a service brings for its documents. */
export type CheckLayouts = (
  service: Service,
  files: ServiceFiles,
) => Promise<{ readonly errors: readonly Fault[]; readonly warnings: readonly Fault[] }>;

/** What publishing works with. */
export interface PublishParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  /** IANA name of the country's zone. */
  readonly timeZone: string;
  /** The country, to look for institutions and places in it; they are not looked for without it. */
  readonly land?: Land | undefined;
  /** Sets its documents on paper; layouts are taken as they are without it. */
  readonly checkLayouts?: CheckLayouts | undefined;
  /** Services that are published with it, by id. */
  readonly beside?: ((id: string) => Service | undefined) | undefined;
}

/**
 * Checks files by themselves and against what is in force; throws a DeclarationError with all that keeps them from being
 * published. Samples and journeys among them are checked too; they are no part of the version.
 */
export const checkDeclaration = async (
  { catalogue, timeZone, land, checkLayouts, beside }: Omit<PublishParts, 'database'>,
  files: ServiceFiles,
): Promise<CheckedDeclaration> => {
  const declared = Object.fromEntries(Object.entries(files).filter(([name]) => isDeclarationFile(name)));
  const checked = checkService(files, digestOf(declared), timeZone, land);
  const { service } = checked;
  if (!service) throw new DeclarationError(checked.errors);
  const source = files['service.yaml'] ?? '';
  const other = catalogue.known.find(
    (known) => known.service.id !== service.id && known.service.referencePrefix === service.referencePrefix,
  );
  const before = catalogue.findKnown(service.id)?.service;
  // How data read under a version that was in force before is known from what those after it said.
  const isReturn = (await catalogue.findVersion(service.id, service.digest)) !== undefined;
  const { refusals, warnings } =
    before && !isReturn ? checkSuccessor(before, service, source) : { refusals: [], warnings: [] };
  const faults = [
    ...(other
      ? [
          readYaml('service.yaml', source).faultAt(
            ['reference'],
            `references of "${other.service.id}" begin with "${service.referencePrefix}" already: choose other letters`,
          ),
        ]
      : []),
    ...refusals,
    ...crossFaults(service, (id) => beside?.(id) ?? catalogue.findKnown(id)?.service),
  ];
  if (faults.length > 0) throw new DeclarationError(faults);
  const layouts = await checkLayouts?.(service, declared);
  if (layouts && layouts.errors.length > 0) throw new DeclarationError(layouts.errors);
  const told = [...warnings, ...checked.warnings, ...(layouts?.warnings ?? [])];
  return { service, files: declared, warnings: told };
};

const attempts = 5;

/** Runs `work` alone among all who publish, on a catalogue that is up to date. */
const alone = async <Result>(
  { database, catalogue }: Pick<PublishParts, 'database' | 'catalogue'>,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => {
  for (let attempt = 1; ; attempt++) {
    await catalogue.refresh();
    const done = await database.transaction(async (transaction) => {
      await transaction.run(lockPublications);
      const [row] = await transaction.run(findEdition);
      // Somebody published between the look and the lock: what was to be done is judged again.
      if (row?.edition !== catalogue.edition && attempt < attempts) return undefined;
      return { result: await work(transaction) };
    });
    if (!done) continue;
    await catalogue.refresh();
    return done.result;
  }
};

/** Puts a declaration on offer in place of what is, on every program of the database; or says that it is already. */
export const publish = (parts: PublishParts, given: ServiceFiles, by: Publisher): Promise<PublishOutcome> =>
  alone(parts, async (transaction) => {
    const { catalogue } = parts;
    const { service, files } = await checkDeclaration(parts, given);
    const inForce = catalogue.find(service.id);
    if (inForce?.service.digest === service.digest)
      return { kind: 'unchanged', service, versionId: inForce.versionId } as const;
    const [row] = await transaction.run(keepVersion, [service.id, service.digest, JSON.stringify(files)]);
    if (!row) throw new Error(`service ${service.id} could not be published`);
    const replaced = catalogue.findKnown(service.id)?.versionId;
    await note(transaction, 'published', service, by, { versionId: row.id, replaced });
    await transaction.run(deleteProposal, [service.id, service.digest]);
    return { kind: 'published', service, versionId: row.id } as const;
  });

/** Takes a service off offer: no new requests, those that were made go on. Undefined when it is not on offer. */
export const withdraw = (
  parts: Pick<PublishParts, 'database' | 'catalogue'>,
  id: string,
  by: Publisher,
): Promise<Service | undefined> =>
  alone(parts, async (transaction) => {
    const inForce = parts.catalogue.find(id);
    if (!inForce) return undefined;
    await note(transaction, 'withdrawn', inForce.service, by, inForce);
    return inForce.service;
  });

/** Keeps a declaration that was checked for somebody to publish; gives its id, be it new or there already. */
export const propose = async (
  database: Database,
  service: Pick<Service, 'id' | 'digest'>,
  files: ServiceFiles,
  by: Publisher,
): Promise<string> =>
  database.transaction(async (transaction) => {
    const values = [service.id, service.digest, JSON.stringify(files), by.origin, by.account, by.folder, by.note];
    const [added] = await transaction.run(insertProposal, values);
    if (added) await note(transaction, 'proposed', service, by);
    const [row] = added ? [added] : await transaction.run(findProposalByDigest, [service.id, service.digest]);
    if (!row) throw new Error(`the proposal for ${service.id} could not be kept`);
    return row.id;
  });

/** Takes a proposal away that nobody wants. */
export const discard = async (
  database: Database,
  proposal: { readonly service: string; readonly digest: string },
  by: Publisher,
): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.run(deleteProposal, [proposal.service, proposal.digest]);
    await note(transaction, 'discarded', { id: proposal.service, digest: proposal.digest }, by);
  });

const note = async (
  database: Queryable,
  act: Act,
  { id, digest }: Pick<Service, 'id' | 'digest'>,
  { origin, account, systemUser, folder, note: words }: Publisher,
  versions: { readonly versionId?: number; readonly replaced?: number | undefined } = {},
): Promise<void> => {
  const { versionId, replaced } = versions;
  await database.run(insertPublication, [
    id,
    act,
    digest,
    versionId,
    replaced === versionId ? undefined : replaced,
    origin,
    account,
    systemUser,
    folder,
    words,
  ]);
};
