import { suggest } from '../suggest.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';
import type { Land } from './land.ts';

/** Institutions that do not exist, and places for which a route finds none. Needs the country's territory. */
export const baskets: Analysis = (context) => {
  const { land, service, error } = context;
  if (!land) return;
  const codes = land.institutions.map(({ code }) => code);
  if (!codes.includes(service.owner))
    error(['owner'], `there is no institution "${service.owner}"${suggest(service.owner, codes)}`);
  service.routes.forEach(({ to }, index) => {
    if ('institution' in to) {
      if (to.institution !== service.owner && !codes.includes(to.institution))
        error(['route', index, 'to'], `there is no institution "${to.institution}"${suggest(to.institution, codes)}`);
    } else if ('type' in to) judgeType(context, land, index, to.type, to.of);
  });
};

const judgeType = (
  { service, error, warning }: AnalysisContext,
  land: Land,
  index: number,
  type: string,
  of: string,
): void => {
  const types = new Set(land.institutions.map((institution) => institution.type));
  if (!types.has(type)) {
    error(['route', index, 'to', 'type'], `there is no institution of the type "${type}"${suggest(type, types)}`);
    return;
  }
  const field = service.fields.get(of);
  if (!field || !('level' in field)) return;
  const places = land.places.filter(({ level }) => level === field.level);
  const without = places.filter(({ code }) => !land.territory.institutionFor({ type, place: code }));
  const rest = service.routes.length > index + 1 ? 'the rules below decide there' : 'the owner has those';
  if (without.length > 0)
    warning(
      ['route', index, 'to'],
      `${without.length} of ${places.length} places of the level ${field.level} have no ${type} (such as ${without[0]?.code}): ${rest}`,
    );
};
