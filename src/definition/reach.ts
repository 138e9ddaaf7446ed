import type { Action, Field, Service } from './service.ts';
import type { Target } from './target.ts';
import type { Path } from './yaml-source.ts';

/** Where a declaration sends records or questions, as far as it can be known before anybody answers. */
export type Reach = {
  /** Where it is declared. */
  readonly path: Path;
} & (
  | { readonly institution: string }
  /** Each institution of the type; `level`: of the places by which it is found, where the declaration says so. */
  | { readonly type: string; readonly level: string | undefined; readonly field: string }
  /** Any institution of these types, as somebody chooses. */
  | { readonly types: readonly string[] }
  /** The institution of whoever enters a record. */
  | { readonly entered: true }
);

const typesOf = (field: Field | undefined): readonly string[] =>
  field && 'types' in field && Array.isArray(field.types) ? (field.types as readonly string[]) : [];

const reachOfTarget = (service: Service, target: Target, path: Path): Reach => {
  if ('institution' in target) return { path, institution: target.institution };
  const field = service.fields.get(target.of);
  if (!('type' in target)) return { path: [...path, 'of'], types: typesOf(field) };
  const level = field && 'level' in field ? String(field.level) : undefined;
  return { path, type: target.type, level, field: target.of };
};

/** Where the routes of a service can send its records, rule by rule; the first is the rule at position 0. */
export const reachOfRoutes = (service: Service): readonly Reach[] =>
  service.routes.map(({ to }, index) =>
    'entered' in to
      ? { path: ['route', index, 'to'], entered: true }
      : reachOfTarget(service, to, ['route', index, 'to']),
  );

/** The same of its owner, its routes, its tasks and what its actions hand over. */
export const reachOf = (service: Service): readonly Reach[] => [
  { path: ['owner'], institution: service.owner },
  ...reachOfRoutes(service),
  ...[...service.tasks.values()].flatMap(({ name, to }) =>
    to.map((rule, index) =>
      reachOfTarget(service, rule.to, ['tasks', name, 'to', ...(to.length > 1 ? [index, 'to'] : [])]),
    ),
  ),
  ...[...service.actions.values()].flatMap((action) => reachOfTransfer(service, action)),
];

const reachOfTransfer = (service: Service, { name, transfer, fields }: Action): readonly Reach[] => {
  if (!transfer) return [];
  const path = ['actions', name, 'transfer', 'to'];
  if (transfer.to) return [reachOfTarget(service, transfer.to, path)];
  return fields.flatMap((field) => (field.type === 'institution' ? [{ path, types: typesOf(field) }] : []));
};
