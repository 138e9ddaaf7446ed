import { listGrantsAt, type GrantAtRow } from '../../../access/institution-grant-queries.ts';
import { type Locale, locales } from '../../../base/texts.ts';
import { normaliseForSearch } from '../../../base/search-text.ts';
import { reachOf } from '../../../definition/reach.ts';
import { countLeftBehind, countRecordsOf } from '../../../events/succession-queries.ts';
import type { Institution } from '../../../territory/place.ts';
import type { Parts } from '../../parts.ts';
import type { Option } from '../../ui/choice-field.tsx';

/** What hangs on institutions: shown before anything is done to them. */
export interface InstitutionFacts {
  readonly records: number;
  readonly open: number;
  readonly tasks: number;
  readonly grants: readonly GrantAtRow[];
  /** Titles of services on offer whose declarations name one of the codes. */
  readonly services: readonly string[];
}

export const factsOf = async (parts: Parts, codes: readonly string[], locale: Locale): Promise<InstitutionFacts> => {
  const { database } = parts;
  const [records, left, grants] = await Promise.all([
    database.run(countRecordsOf, [codes]),
    database.run(countLeftBehind, [codes]),
    database.run(listGrantsAt, [codes]),
  ]);
  return {
    records: records.reduce((sum, row) => sum + row.records, 0),
    open: left.reduce((sum, row) => sum + row.records, 0),
    tasks: left.reduce((sum, row) => sum + row.tasks, 0),
    grants,
    services: servicesNaming(parts, new Set(codes)).map(({ texts }) => texts.title[locale]),
  };
};

/** Services on offer whose owner, routes, tasks or hand-overs name one of these institutions. */
export const servicesNaming = ({ catalogue }: Parts, codes: ReadonlySet<string>) =>
  catalogue.services
    .map(({ service }) => service)
    .filter((service) => reachOf(service).some((reach) => 'institution' in reach && codes.has(reach.institution)));

/** Institutions in service, for a list to choose from. */
export const institutionOptions = (
  { territory }: Parts,
  locale: Locale,
  isOffered: (institution: Institution) => boolean,
): readonly Option[] =>
  territory.institutionCodes
    .flatMap((code) => territory.findInstitution(code) ?? [])
    .filter((institution) => !institution.retired && isOffered(institution))
    .map(({ code, name }) => ({ value: code, label: `${name[locale]} (${code})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));

/** Those whose name in any language, or code, holds what was typed. */
export const findInstitutions = ({ territory }: Parts, q: string, type: string): readonly Institution[] => {
  const wanted = normaliseForSearch(q);
  return territory.institutionCodes
    .flatMap((code) => territory.findInstitution(code) ?? [])
    .filter((institution) => type === '' || institution.type === type)
    .filter(
      ({ code, name }) =>
        code.toLowerCase().includes(q.toLowerCase()) ||
        locales.some((locale) => normaliseForSearch(name[locale]).includes(wanted)),
    );
};

export const typesInUse = ({ territory }: Parts): readonly string[] =>
  [
    ...new Set(
      territory.institutionCodes.flatMap((code) => {
        const found = territory.findInstitution(code);
        return found && !found.retired ? [found.type] : [];
      }),
    ),
  ].toSorted();
