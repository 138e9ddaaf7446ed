import type { Queryable } from '../base/database.ts';
import type { Service } from '../definition/service.ts';
import type { Staffing } from '../events/staffing.ts';
import { takeTurn, type TurnTaker } from '../record/nouns/assignment.ts';
import type { Covers } from './grant.ts';
import { type HolderRow, listHolders, listTurns } from './staffing-queries.ts';

interface Rota {
  readonly until: number;
  readonly holders: readonly TurnTaker[];
}

interface Options {
  readonly database: Queryable;
  readonly covers: Covers;
  /** Milliseconds, as of Date.now. */
  readonly now?: () => number;
  /** How long a list of people is taken for true. */
  readonly keptMilliseconds?: number;
}

/**
 * People to put in charge, read from their grants. Whose turn it is follows from the records themselves: it is the turn of
 * who got a record longest ago. So nothing has to be kept, no row is shared by all who submit, and after a restart turns go
 * on where they were; several programs on one database each give their turns in order.
 */
export const createStaffing = ({ database, covers, now = Date.now, keptMilliseconds = 10_000 }: Options): Staffing => {
  const rotas = new Map<string, Promise<Rota>>();
  const last = new Map<string, Map<string, number>>();

  const load = async ({ id, assignment }: Service): Promise<Rota> => {
    const all = await database.run(listHolders, [assignment?.roles ?? [], id]);
    const holders = all.filter(({ awayUntil }) => awayUntil === null);
    const accounts = [...new Set(holders.map(({ account }) => account))];
    const turns = last.get(id) ?? new Map<string, number>();
    for (const row of await database.run(listTurns, [accounts, id]))
      turns.set(row.account, Math.max(turns.get(row.account) ?? -1, row.last ?? -1));
    last.set(id, turns);
    return { until: now() + keptMilliseconds, holders };
  };

  const rotaOf = async (service: Service): Promise<Rota> => {
    // Another version of the declaration may name other roles.
    const key = `${service.id} ${service.assignment?.roles.join(' ')}`;
    const kept = await rotas.get(key);
    if (kept && kept.until > now()) return kept;
    const loading = load(service);
    rotas.set(key, loading);
    loading.catch(() => rotas.delete(key));
    return loading;
  };

  return {
    colleagues: async (service, institution, roles) => {
      const rows = await database.run(listHolders, [roles, service.id]);
      const people = new Map<string, HolderRow>();
      for (const row of rows) if (covers(row.institution, institution)) people.set(row.account, row);
      return [...people.values()]
        .map(({ account, name, nameLatin, awayUntil }) => ({
          account,
          name: { ar: name, fr: nameLatin, en: nameLatin },
          ...(awayUntil && { awayUntil }),
        }))
        .toSorted((a, b) => a.name.ar.localeCompare(b.name.ar, 'ar') || (a.account < b.account ? -1 : 1));
    },
    turnsFor: async (service) => {
      if (!service.assignment) return undefined;
      const { holders } = await rotaOf(service);
      return (_service, institution) => takeTurn(holders, last.get(service.id) ?? new Map(), institution, covers);
    },
  };
};
