import { type Grant, type Covers, type Staff } from '../access/grant.ts';
import { handsOf } from '../access/record-access.ts';
import { type Kind, kindsOf, lensOf, type Scope, scopeOf as sightOf, type ServiceVersion } from '../access/scope.ts';
import type { Lens } from '../access/sight.ts';
import type { Action } from '../definition/service.ts';
import type { Channel } from '../record/events.ts';
import { audienceOf, audiencesOf, searchedFieldsOf } from '../record/search-words.ts';
import { type NeededHolder, neededHolder } from '../record/nouns/assignment.ts';

/** What an account may see among all records, and what it can do to those that it sees: the shape in which SQL joins both. */
export interface WorklistScope extends Scope {
  /** What the grants held over a kind of basket allow to do. */
  readonly duties: readonly Duty[];
  /** Which answers that are for some readers only it reads: those alone find a record for it. */
  readonly readers: readonly WordReader[];
}

/** In baskets of a kind, answers of records of a declaration that are for one audience. */
export interface WordReader extends Lens {
  readonly kind: number;
  readonly version: number;
  readonly audience: string;
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
  /** The accounts that act here as one: this one, and the one for which it stands in. */
  readonly hands: readonly string[];
  /** The ways by which records came in that its role sees; left out: all. */
  readonly channels?: readonly Channel[];
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
  const kinds = kindsOf(staff, versions, institutions, covers);
  const scope = sightOf(staff, versions, kinds);
  const seen = new Set(scope.baskets.map(({ kind }) => kind));
  return {
    ...scope,
    duties: kinds.flatMap(({ kind, held }) =>
      seen.has(kind) ? held.flatMap((one) => dutiesOf(staff, kind, one)) : [],
    ),
    readers: kinds.flatMap((kind) => (seen.has(kind.kind) ? readersOf(staff, kind, covers) : [])),
  };
};

/**
 * What `readerOf` says of one record, of all in baskets of a kind. Answers that need the person's consent are found by who works
 * at the institution in charge; others read them on the record, where the consent stands.
 */
const readersOf = (staff: Staff, { kind, institutions, held }: Kind, covers: Covers): readonly WordReader[] =>
  held.flatMap(({ versionId, service, grants }) => {
    const isOf = ({ services }: Grant) => services === null || services.includes(service.id);
    const overseeing = staff.grants.filter((grant) => service.oversight.includes(grant.role) && isOf(grant));
    return audiencesOf(service).flatMap(({ audience, seenBy, needsConsent }): readonly WordReader[] => {
      const isInCharge = staff.grants.some((grant) => isOf(grant) && covers(grant.institution, institutions[0] ?? ''));
      if (needsConsent !== undefined && !isInCharge) return [];
      const one = { kind, version: versionId, audience };
      if (seenBy === undefined) return [one];
      return [...grants, ...overseeing].flatMap(({ role }) =>
        seenBy.includes(role) ? [{ ...one, ...lensOf(service, role) }] : [],
      );
    });
  });

/** By which declarations the answer is for some readers only, and as whom the account reads it where it does. */
export const closedIn = (
  service: string,
  name: string,
  { scope, versions }: { readonly scope: WorklistScope; readonly versions: readonly ServiceVersion[] },
) => {
  const audiences = new Map(
    versions.flatMap((version) => {
      const field = version.service.id === service ? searchedFieldsOf(version.service).get(name) : undefined;
      const audience = field ? audienceOf(field) : '';
      return audience === '' ? [] : [[version.versionId, audience] as const];
    }),
  );
  const readers = scope.readers.filter(({ version, audience }) => audiences.get(version) === audience);
  return { closed: [...audiences.keys()], readers: readers.map(({ audience: _audience, ...reader }) => reader) };
};

/** Whether it hangs on more than the state and the person: then records say themselves where nobody can do it. */
const canBeBarred = ({ when, accept, decline, extend, transfer }: Action): boolean =>
  when !== undefined || accept !== undefined || decline || extend !== undefined || transfer !== undefined;

/** Each state in which one of the grants lets act, once for each set of actions that it must not have done. */
const dutiesOf = (
  staff: Staff,
  kind: number,
  { versionId, service, grants }: ServiceVersion & { readonly grants: readonly Grant[] },
): Duty[] => {
  const duties = new Map<string, Duty>();
  for (const action of service.actions.values()) {
    const { from, by, otherThan, answers } = action;
    if (answers !== undefined) continue;
    const holder = neededHolder(action);
    const barrable = canBeBarred(action) ? action.name : undefined;
    for (const grant of grants) {
      if (!by.includes(grant.role)) continue;
      const { states, channels } = lensOf(service, grant.role);
      const hands = handsOf(staff, grant);
      for (const state of from) {
        if (states && !states.includes(state)) continue;
        const duty = {
          kind,
          version: versionId,
          state,
          action: barrable,
          other_than: otherThan,
          hands,
          ...(channels && { channels }),
          holder,
        };
        duties.set(JSON.stringify(duty), duty);
      }
    }
  }
  return [...duties.values()];
};

/** Whether the account can do anything to the records that it sees. */
export const mayAct = ({ asked, duties }: WorklistScope): boolean =>
  duties.length > 0 || asked.some(({ answers }) => answers);
