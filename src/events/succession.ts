import type { Service } from '../definition/service.ts';
import { decideSuccession } from '../record/decide-succession.ts';
import type { CaseRecord } from '../record/fold.ts';
import { routeRecord } from '../record/nouns/route.ts';
import { ruleValues } from '../record/decide.ts';
import { findTargetBy } from '../record/target.ts';
import type { SuccessionOf } from '../territory/successions.ts';
import { change, type EngineParts } from './engine.ts';
import { findLeftBehind } from './succession-queries.ts';

/** What it takes to hand over what lies with institutions that are no more. */
export interface SuccessionParts extends EngineParts {
  /** Institutions that were merged or split, by code. */
  readonly successions: () => ReadonlyMap<string, SuccessionOf>;
  /** Whose administrators merge and split. */
  readonly operator: () => string;
}

/** The role under which the trail names who merged or split. */
const administrator = 'administrator';

/**
 * Hands over open records that lie with institutions that are no more, and open tasks that they were given: at most so many,
 * each in a transaction of its own, by an event that says why. Gives how many. Nothing has to be remembered: what a
 * stop interrupted, and what an old declaration still sends there, is found again. A record that fails holds up no other.
 */
export const handOver = async (parts: SuccessionParts, limit: number): Promise<number> => {
  const successions = parts.successions();
  if (successions.size === 0) return 0;
  const left = await parts.database.run(findLeftBehind, [[...successions.keys()], limit]);
  const failures: unknown[] = [];
  let handedOver = 0;
  for (const { id } of left) {
    await change(parts, id, async ({ service, record }, { now }) => {
      const found = [record.institution, ...record.tasks.map(({ institution }) => institution)].map((code) =>
        successions.get(code),
      );
      const merged = found.find((each) => each !== undefined);
      if (!merged) return undefined;
      const colleagues = record.assignee === undefined ? [] : await postsOf(parts, service, record, successions);
      return decideSuccession(record, {
        now,
        actor: {
          kind: 'account',
          account: merged.account ?? '',
          role: administrator,
          institution: parts.operator(),
        },
        change: merged.change,
        successorOf: (institution, task) => successorOf(parts, service, record, successions, institution, task),
        keepsAssignee: () => colleagues.includes(record.assignee ?? ''),
      });
    }).then(
      () => handedOver++,
      (error) => failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
  return handedOver;
};

/** Accounts that could be in charge of the record where it goes. */
const postsOf = async (
  parts: SuccessionParts,
  service: Service,
  record: CaseRecord,
  successions: ReadonlyMap<string, SuccessionOf>,
): Promise<readonly string[]> => {
  const to = successorOf(parts, service, record, successions, record.institution);
  if (to === undefined) return [record.assignee ?? ''];
  const roles = [...new Set([...service.actions.values()].flatMap(({ by }) => by))];
  return (await parts.staffing.colleagues(service, to, roles)).map(({ account }) => account);
};

const longestSuccession = 20;

/** Who stands in the place of an institution today; of several the one to which the declaration would send it now. */
const successorOf = (
  { findInstitutionFor, world }: SuccessionParts,
  service: Service,
  record: CaseRecord,
  successions: ReadonlyMap<string, SuccessionOf>,
  institution: string,
  task?: string,
): string | undefined => {
  const rules = task === undefined ? undefined : service.tasks.get(task)?.to;
  const values = () => ruleValues(service, record, { counts: {}, now: world().now });
  const context = { now: world().now, findInstitutionFor };
  const declared = (): string | undefined =>
    rules
      ? findTargetBy(rules, record.answers, values, context)
      : task === undefined
        ? routeRecord(service, record.answers, values(), context).institution
        : undefined;
  let code: string | undefined;
  let into = successions.get(institution)?.into;
  for (let step = 0; into !== undefined && step < longestSuccession; step++) {
    const chosen: string | undefined = into.length > 1 ? declared() : undefined;
    code = chosen !== undefined && into.includes(chosen) ? chosen : into[0];
    into = code === undefined ? undefined : successions.get(code)?.into;
  }
  return code;
};
