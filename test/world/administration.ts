import { candidateOf } from '../../src/access/record-access.ts';
import { maySee, seesBasket, seesTask } from '../../src/access/sight.ts';
import type { Grant, Staff } from '../../src/access/grant.ts';
import { getState, type Service } from '../../src/definition/service.ts';
import { scopeOf, type WorklistScope } from '../../src/projections/worklist-scope.ts';
import { actionsFor } from '../../src/record/allowed-actions.ts';
import type { CaseRecord } from '../../src/record/fold.ts';
import { openTasks, type RecordTask } from '../../src/record/nouns/tasks.ts';
import { permit } from './service.ts';
import { recordWith, type StoredRecord } from './stored-records.ts';
import { works } from './works.ts';

/** A small administration with several services and declarations, for tests of lists over many records. */

// A ministry with two offices, one of them with a post; another ministry beside it.
const parents: Readonly<Record<string, string | undefined>> = {
  ministry: undefined,
  north: 'ministry',
  south: 'ministry',
  post: 'south',
  other: undefined,
};
export const institutions = Object.keys(parents);
export const covers = (holder: string, institution: string): boolean => {
  for (let at: string | undefined = institution; at !== undefined; at = parents[at]) if (at === holder) return true;
  return false;
};

const library: Service = { ...permit, id: 'library', owner: 'other', oversight: [], deadlines: [] };
const changed: Service = {
  ...permit,
  actions: new Map([...permit.actions].filter(([name]) => name !== 'revoke')),
  deadlines: [],
  oversight: ['inspector', 'permit-supervisor'],
};
export const versions = [
  { versionId: 1, service: permit },
  { versionId: 2, service: library },
  { versionId: 3, service: changed },
  { versionId: 4, service: works },
];
export const serviceOf = new Map(versions.map(({ versionId, service }) => [versionId, service]));

export const staffWith = (accountId: string, ...grants: readonly Grant[]): Staff => ({
  accountId,
  sessionId: '',
  email: '',
  name: { ar: '', fr: '', en: '' },
  locale: 'ar',
  demonstration: false,
  grants,
});
export const at = (role: string, institution: string, services: readonly string[] | null = null): Grant => ({
  role,
  institution,
  services,
});
export const scope = (staff: Staff): WorklistScope => scopeOf(staff, versions, institutions, covers);
export const rana = staffWith('rana', at('permit-agent', 'ministry', [permit.id]));

export const now = new Date('2026-11-22T10:00:00Z');
export const minutes = (count: number): Date => new Date(+now + count * 60_000);

/** The same numbers on every run. */
export const createDice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};
export const pick = <Item>(dice: (sides: number) => number, items: readonly Item[]): Item =>
  items[dice(items.length)] as Item;

export const randomRecord = (dice: (sides: number) => number, id: number): StoredRecord => {
  const { versionId, service } = pick(dice, versions);
  const state = pick(dice, [...service.states.keys()]);
  const escalated = dice(6) === 0;
  const done = Array.from({ length: dice(3) }, () => ({
    action: pick(dice, service === works ? ['propose', 'note'] : ['reject', 'ask', 'approve']),
    actor: {
      kind: 'account',
      account: pick(dice, ['rana', 'samer']),
      role: service === works ? 'clerk' : 'permit-agent',
      institution: 'ministry',
    } as const,
  }));
  const size = pick(dice, ['small', 'large']);
  const record = recordWith(service, {
    id,
    state,
    institution: pick(dice, institutions),
    escalatedTo: escalated ? ['permit-supervisor'] : [],
    deadline:
      escalated || dice(4) === 0
        ? undefined
        : { name: 'decision', extended: 0, dueAt: minutes(dice(240) - 60), remindAt: [] },
    answers: { origin: pick(dice, ['A', 'B']), full_name: `شخص ${id}`, phone: `+9613${id}`, size },
    ...(service === works && size === 'large' && { priority: 'large' }),
    updatedAt: minutes(-dice(500)),
    done,
    ...(service === works && { assignee: pick(dice, ['rana', 'samer', undefined]), tasks: randomTasks(dice, state) }),
  });
  return { versionId, service, record };
};

/** What some institutions are asked, while the record is not over. */
const randomTasks = (dice: (sides: number) => number, state: string): readonly RecordTask[] => {
  const { meaning } = getState(works, state);
  const isOver = meaning !== 'open' && meaning !== 'waiting';
  return [...works.tasks.keys()].flatMap((name): readonly RecordTask[] => {
    if (dice(3) === 0) return [];
    const dueAt = dice(3) === 0 ? undefined : minutes(dice(240) - 60);
    const asked = { name, institution: pick(dice, institutions), openedAt: minutes(-500), dueAt };
    return [
      isOver || dice(3) === 0
        ? { ...asked, standing: 'withdrawn', at: now }
        : {
            ...asked,
            standing: 'open',
            remindAt: [],
            escalates: false,
            escalatedTo: dueAt && dueAt <= now && dice(2) === 0 ? ['health-chief'] : [],
          },
    ];
  });
};

/** Whether one of several open tasks is the account's to answer: then it is in its worklist, wherever the record lies. */
const isAsked = (staff: Staff, service: Service, record: CaseRecord): boolean =>
  openTasks(record).some((task) => seesTask(staff, service, record, task, covers));

export const naive = (staff: Staff, { service, record }: StoredRecord) => ({
  seen: maySee(staff, service, record, covers),
  mine: actionsFor(service, record, candidateOf(staff, service, record, covers), record.updatedAt).some(
    ({ refusal }) => !refusal,
  ),
  open:
    (getState(service, record.state).meaning === 'open' && seesBasket(staff, service, record, covers)) ||
    isAsked(staff, service, record),
});
