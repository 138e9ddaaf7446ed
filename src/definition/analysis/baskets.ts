import { type Reach, reachOf } from '../reach.ts';
import { suggest } from '../suggest.ts';
import type { Path } from '../yaml-source.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';
import type { Land } from './land.ts';

/** Institutions and types of them that do not exist, and places for which none is found. Needs the country's territory. */
export const baskets: Analysis = (context) => {
  const { land, service, source } = context;
  if (!land) return;
  for (const reach of reachOf(service)) judge(context, land, reach);
  const form = source['form'] as readonly { readonly fields: readonly Readonly<Record<string, unknown>>[] }[];
  form.forEach(({ fields }, page) =>
    fields.forEach(({ type, types }, index) => {
      if (type === 'institution' && Array.isArray(types))
        judgeTypes(context, land, ['form', page, 'fields', index, 'types'], types as readonly string[]);
    }),
  );
};

const judge = (context: AnalysisContext, land: Land, reach: Reach): void => {
  const { service, error } = context;
  if ('institution' in reach) {
    const codes = land.institutions.map(({ code }) => code);
    const isOwnerAgain = reach.institution === service.owner && reach.path[0] !== 'owner';
    if (!isOwnerAgain && !codes.includes(reach.institution))
      error(reach.path, sayMissing(land, reach.institution, codes));
  } else if ('types' in reach) judgeTypes(context, land, reach.path, reach.types);
  else if ('type' in reach) judgePlaces(context, land, reach);
};

/** One that was merged or split is known by its old code, and by those in its place. */
const sayMissing = ({ territory }: Land, code: string, codes: readonly string[]): string => {
  const { successors = [] } = territory.findInstitution(code) ?? {};
  return successors.length > 0
    ? `the institution "${code}" is no more: write ${successors.join(' or ')}, which took its place`
    : `there is no institution "${code}"${suggest(code, codes)}`;
};

const judgeTypes = ({ error }: AnalysisContext, land: Land, path: Path, types: readonly string[]): boolean => {
  const known = new Set(land.institutions.map(({ type }) => type));
  const unknown = types.filter((type) => !known.has(type));
  for (const type of unknown) error(path, `there is no institution of the type "${type}"${suggest(type, known)}`);
  return unknown.length === 0;
};

const judgePlaces = (
  context: AnalysisContext,
  land: Land,
  { path, type, level }: Extract<Reach, { readonly type: string }>,
): void => {
  if (!judgeTypes(context, land, [...path, 'type'], [type]) || level === undefined) return;
  const places = land.places.filter((place) => place.level === level);
  const without = places.filter(({ code }) => !land.territory.institutionFor({ type, place: code }));
  const rest = path[0] === 'route' ? 'the rules below decide there' : 'the owner has those';
  if (without.length > 0)
    context.warning(
      path,
      `${without.length} of ${places.length} places of the level ${level} have no ${type} (such as ${without[0]?.code}): ${rest}`,
    );
};
