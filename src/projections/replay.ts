import type { Database } from '../base/database.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Service } from '../definition/service.ts';
import { type DataKeys, recordOwner } from '../events/data-keys.ts';
import { eventOfRow } from '../events/load-record.ts';
import { referenceOf } from '../events/reference.ts';
import { hasSealed } from '../events/sealed-answers.ts';
import { crossAnswers, forwardStep } from '../form/crossing.ts';
import type { RecordEvent } from '../record/events.ts';
import { type Replayed, type ReplayContext, replaySubmission } from '../record/replay.ts';
import { findRange, listPasts, windowOfIds } from './replay-queries.ts';

export interface ReplayParts extends Omit<ReplayContext, 'cross'> {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly dataKeys: Pick<DataKeys, 'find'>;
}

/** Some records, by how many they are and by their references: nothing of what they say. */
export interface Group {
  readonly count: number;
  readonly references: readonly string[];
}

/** What a changed declaration would have done with past records. */
export interface ReplaySummary {
  readonly looked: number;
  readonly unchanged: number;
  /** By state before and after, as `approved → submitted`; see `stateChange`. */
  readonly decisions: ReadonlyMap<string, Group>;
  /** By institution before and after. */
  readonly routes: ReadonlyMap<string, Group>;
  readonly deadlines: Group;
  /** Where people and rules led it since, by state before and after, where what was decided at once is the same. */
  readonly later: ReadonlyMap<string, Group>;
  /** Likewise by institution before and after. */
  readonly handOvers: ReadonlyMap<string, Group>;
  /** By question that the changed form would refuse. */
  readonly refused: ReadonlyMap<string, Group>;
  /** By count that was not kept. */
  readonly unknown: ReadonlyMap<string, Group>;
  /** The declaration could not be applied to them. */
  readonly failed: Group;
  /** There are more records than were looked at. */
  readonly isPartial: boolean;
}

export const changeOf = (before: string, after: string): string => `${before} → ${after}`;

const batch = 200;
const mostReferences = 200;

interface MutableGroup {
  count: number;
  readonly references: string[];
}

/**
 * Runs a changed declaration over the last records of its service, batch by batch, so that memory stays flat and others
 * are served in between.
 * @param most records to look at.
 */
export const replay = async (
  parts: ReplayParts,
  after: Service,
  most: number,
  onProgress: (looked: number) => void = () => undefined,
): Promise<ReplaySummary> => {
  const groups = {
    decisions: newGroups(),
    routes: newGroups(),
    later: newGroups(),
    handOvers: newGroups(),
    refused: newGroups(),
    unknown: newGroups(),
  };
  const deadlines: MutableGroup = { count: 0, references: [] };
  const failed: MutableGroup = { count: 0, references: [] };
  let looked = 0;
  let unchanged = 0;

  const look = async (id: number, versionId: number, events: readonly RecordEvent[]): Promise<void> => {
    const before = await parts.catalogue.getVersion(versionId);
    const reference = referenceOf(before.referencePrefix, id);
    looked++;
    let replayed: Replayed;
    try {
      replayed = replaySubmission(before, after, events, {
        ...parts,
        cross: await crossingTo(parts, versionId, after),
      });
    } catch {
      add(failed, reference);
      return;
    }
    const { differences, refused, unknownCounts, before: was, after: would, later } = replayed;
    if (would && differences.includes('decision'))
      add(groupIn(groups.decisions, changeOf(was.state, would.state)), reference);
    if (would && differences.includes('route'))
      add(groupIn(groups.routes, changeOf(was.institution, would.institution)), reference);
    if (later && differences.includes('later'))
      add(groupIn(groups.later, changeOf(later.before.state, later.after.state)), reference);
    if (later && differences.includes('hand-over'))
      add(groupIn(groups.handOvers, changeOf(later.before.institution, later.after.institution)), reference);
    if (differences.includes('deadline')) add(deadlines, reference);
    for (const name of refused) add(groupIn(groups.refused, name), reference);
    for (const name of unknownCounts) add(groupIn(groups.unknown, name), reference);
    if (differences.length === 0 && refused.length === 0 && unknownCounts.length === 0) unchanged++;
  };

  const [range] = await parts.database.run(findRange);
  const first = range?.first ?? 0;
  let below = (range?.last ?? 0) + 1;
  while (below > first && looked < most) {
    const limit = Math.min(batch, most - looked);
    const rows = await parts.database.run(listPasts, [after.id, below, limit]);
    const records = Map.groupBy(rows, ({ id }) => id);
    const sealed = [...records].flatMap(([id, events]) =>
      events.some(({ content }) => hasSealed(content)) ? [recordOwner(id)] : [],
    );
    const keys = await parts.dataKeys.find(parts.database, sealed);
    for (const [id, events] of records) {
      const key = keys.get(recordOwner(id));
      await look(
        id,
        events[0]?.version ?? 0,
        events.map((event) => eventOfRow(id, event, key)),
      );
    }
    below = records.size === limit ? Math.min(...records.keys()) : below - windowOfIds;
    onProgress(looked);
  }
  return { looked, unchanged, ...groups, deadlines, failed, isPartial: looked >= most && below > first };
};

const newGroups = (): Map<string, MutableGroup> => new Map();

const groupIn = (groups: Map<string, MutableGroup>, key: string): MutableGroup => {
  const group = groups.get(key) ?? { count: 0, references: [] };
  groups.set(key, group);
  return group;
};

const add = (group: MutableGroup, reference: string): void => {
  group.count++;
  if (group.references.length < mostReferences) group.references.push(reference);
};

/** How answers given under a past version read under the changed declaration, which comes after the version in force. */
const crossingTo = async (
  { catalogue }: ReplayParts,
  versionId: number,
  after: Service,
): Promise<ReplayContext['cross']> => {
  const inForce = catalogue.findKnown(after.id);
  if (!inForce) return (answers) => answers;
  const crossing = await catalogue.getCrossing(versionId, inForce.versionId);
  const steps =
    inForce.service.digest === after.digest ? crossing.steps : [...crossing.steps, forwardStep(inForce.service, after)];
  const whole = { from: crossing.from, to: after, steps };
  return (answers) => crossAnswers(whole, answers);
};
