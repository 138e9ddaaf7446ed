import type { ServiceVersion } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { listServiceVersions } from './service-versions-queries.ts';

/** Every declaration that was ever live, oldest first. */
export type ListVersions = () => Promise<readonly ServiceVersion[]>;

/** Looks again only when something was published. */
export const createServiceVersions = (
  database: Queryable,
  catalogue: Pick<Catalogue, 'edition' | 'getVersion'>,
): ListVersions => {
  let kept: { readonly versions: Promise<readonly ServiceVersion[]>; readonly edition: number } | undefined;
  const load = async (): Promise<readonly ServiceVersion[]> => {
    const rows = await database.run(listServiceVersions);
    return Promise.all(rows.map(async ({ id }) => ({ versionId: id, service: await catalogue.getVersion(id) })));
  };
  return () => {
    const { edition } = catalogue;
    if (kept?.edition === edition) return kept.versions;
    const versions = load();
    versions.catch(() => (kept = undefined));
    kept = { versions, edition };
    return versions;
  };
};
