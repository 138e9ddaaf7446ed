import { mayAnswerTask, maySeeRecord, maySeeTask, rolesOver } from '../access/record-access.ts';
import type { Covers, Staff } from '../access/grant.ts';
import type { Action } from '../definition/service.ts';
import { type NeededHolder, neededHolder } from '../record/nouns/assignment.ts';
import type { ServiceVersion } from './service-versions.ts';

/**
 * What an account may see and do among all records, in the shape in which SQL joins it. It is made by asking
 * `maySeeRecord`, `maySeeTask` and `rolesOver`, the same that open a single record, once for each institution and declaration: so a
 * list cannot show what a page would refuse. Every statement over many records goes through it.
 */
export interface WorklistScope {
  readonly account: string;
  /** In whose baskets records of which declarations are visible. */
  readonly baskets: readonly Basket[];
  /** What the roles held over a kind of basket allow to do. */
  readonly duties: readonly Duty[];
}

export interface Basket {
  readonly institution: string;
  readonly versions: readonly number[];
  /** Baskets over which the account holds the same roles share a kind. */
  readonly kind: number;
  /** Of these baskets, only the records with which the institution is asked to do this. */
  readonly task?: string;
  /** Whether the account may answer it, or is only called upon when it is late. */
  readonly answers?: boolean;
}

/** Something that can be done to records in one state. */
export interface Duty {
  readonly kind: number;
  readonly version: number;
  readonly state: string;
  /** Its name, where a record can be in the state and nobody can do it. */
  readonly action: string | undefined;
  /** Actions that keep who did one of them from this task. */
  readonly other_than: readonly string[];
  /** What it needs of who is in charge. */
  readonly holder: NeededHolder | undefined;
}

/** The scope of an account over these institutions (all that exist) and declarations (all, or those of one service). */
export const scopeOf = (
  staff: Staff,
  versions: readonly ServiceVersion[],
  institutions: readonly string[],
  covers: Covers,
): WorklistScope => {
  const kinds = new Map<string, number>();
  const baskets: Basket[] = [];
  const duties: Duty[] = [];
  for (const institution of institutions) {
    baskets.push(...askedOf(staff, versions, institution, covers));
    const seen = versions.filter(({ service }) => maySeeRecord(staff, service, institution, covers));
    if (seen.length === 0) continue;
    const held = seen.map(({ versionId, service }) => ({
      versionId,
      service,
      roles: rolesOver(staff, service, institution, covers),
    }));
    const key = held.map(({ versionId, roles }) => `${versionId}:${[...roles].toSorted().join(',')}`).join(' ');
    let kind = kinds.get(key);
    if (kind === undefined) {
      kind = kinds.size;
      kinds.set(key, kind);
      for (const one of held) duties.push(...dutiesOf(kind, one));
    }
    baskets.push({ institution, versions: seen.map(({ versionId }) => versionId), kind });
  }
  return { account: staff.accountId, baskets, duties };
};

/** What an institution may be asked to do that this account may answer, or is called upon for when it is late. */
const askedOf = (
  staff: Staff,
  versions: readonly ServiceVersion[],
  institution: string,
  covers: Covers,
): readonly Basket[] => {
  const asked = versions.flatMap(({ versionId, service }) =>
    [...service.tasks.keys()]
      .filter((name) => maySeeTask(staff, service, { name, institution }, covers))
      .map((name) => ({
        name,
        versionId,
        answers: mayAnswerTask(staff, service, { name, institution }, covers),
      })),
  );
  return [...Map.groupBy(asked, ({ name, answers }) => `${name} ${answers}`).values()].flatMap((of) =>
    of.slice(0, 1).map(({ name: task, answers }) => ({
      institution,
      versions: of.map(({ versionId }) => versionId),
      kind: -1,
      task,
      answers,
    })),
  );
};

/** Whether it hangs on more than the state and the person: then records say themselves where nobody can do it. */
const canBeBarred = ({ when, accept, decline, extend, transfer }: Action): boolean =>
  when !== undefined || accept !== undefined || decline || extend !== undefined || transfer !== undefined;

/** Each state in which one of the roles can act, once for each set of actions that it must not have done. */
const dutiesOf = (
  kind: number,
  { versionId, service, roles }: ServiceVersion & { readonly roles: ReadonlySet<string> },
): Duty[] => {
  const duties = new Map<string, Duty>();
  for (const action of service.actions.values()) {
    const { from, by, otherThan, answers } = action;
    if (answers !== undefined || !by.some((role) => roles.has(role))) continue;
    const holder = neededHolder(action);
    const barrable = canBeBarred(action) ? action.name : undefined;
    for (const state of from)
      duties.set(`${state} ${otherThan.join(',')} ${holder} ${barrable}`, {
        kind,
        version: versionId,
        state,
        action: barrable,
        other_than: otherThan,
        holder,
      });
  }
  return [...duties.values()];
};

/** Whether the account can do anything to the records that it sees. */
export const mayAct = ({ baskets, duties }: WorklistScope): boolean =>
  duties.length > 0 || baskets.some(({ answers }) => answers);

/** The same scope, over the records of some declarations only. */
export const narrowScope = (scope: WorklistScope, versions: ReadonlySet<number>): WorklistScope => ({
  ...scope,
  baskets: scope.baskets.flatMap((basket) => {
    const kept = basket.versions.filter((version) => versions.has(version));
    return kept.length > 0 ? [{ ...basket, versions: kept }] : [];
  }),
});

/** Ids of the services of which the account may see records somewhere. */
export const servicesIn = (scope: WorklistScope, versions: readonly ServiceVersion[]): readonly string[] => {
  const seen = new Set(scope.baskets.flatMap((basket) => basket.versions));
  return [...new Set(versions.filter(({ versionId }) => seen.has(versionId)).map(({ service }) => service.id))];
};
