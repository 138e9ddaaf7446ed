import type { ServiceVersion } from '../../src/access/scope.ts';
import type { Database } from '../../src/base/database.ts';
import { secretsFrom } from '../../src/base/secrets.ts';
import { createPhoneReader } from '../../src/base/phone.ts';
import type { Service } from '../../src/definition/service.ts';
import { createSearchIndex, numberHashes, type SearchIndex } from '../../src/projections/search-index.ts';
import { readAnew } from '../../src/projections/search-index-queries.ts';
import { wantedWords } from '../../src/projections/search-query.ts';

export const searchSecrets = secretsFrom(Buffer.alloc(32, 7));
const hashes = numberHashes(searchSecrets);
const readPhone = createPhoneReader('LB');

/** The words of records that tests have put straight into the tables. */
export const indexOver = (database: Database, versions: readonly ServiceVersion[]): SearchIndex =>
  createSearchIndex({
    database,
    secrets: searchSecrets,
    catalogue: {
      getVersion: async (id) => versions.find(({ versionId }) => versionId === id)?.service as Service,
    },
  });

export const readAllWords = async (database: Database, versions: readonly ServiceVersion[]): Promise<void> => {
  await database.run(readAnew);
  const index = indexOver(database, versions);
  while (await index.follow());
};

/** What was typed, as a search looks for it. */
export const typed = (text: string): string => wantedWords(text, readPhone, hashes) ?? "'nothing-at-all'";
