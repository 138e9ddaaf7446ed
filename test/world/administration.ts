import { maySee, rolesOver } from '../../src/access/record-access.ts';
import type { Grant, Staff } from '../../src/access/grant.ts';
import { getState, type Service } from '../../src/definition/service.ts';
import { scopeOf, type WorklistScope } from '../../src/projections/worklist-scope.ts';
import { actionsFor } from '../../src/record/allowed-actions.ts';
import { permit } from './service.ts';
import { recordWith, type StoredRecord } from './stored-records.ts';

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
    action: pick(dice, ['reject', 'ask', 'approve']),
    actor: {
      kind: 'account',
      account: pick(dice, ['rana', 'samer']),
      role: 'permit-agent',
      institution: 'ministry',
    } as const,
  }));
  const record = recordWith(service, {
    id,
    state,
    institution: pick(dice, institutions),
    escalatedTo: escalated ? ['permit-supervisor'] : [],
    deadline: escalated || dice(4) === 0 ? undefined : { name: 'decision', extended: 0, dueAt: minutes(dice(240) - 60), remindAt: [] },
    answers: { origin: pick(dice, ['A', 'B']), full_name: `شخص ${id}`, phone: `+9613${id}` },
    updatedAt: minutes(-dice(500)),
    done,
  });
  return { versionId, service, record };
};

export const naive = (staff: Staff, { service, record }: StoredRecord) => ({
  seen: maySee(staff, service, record, covers),
  mine: actionsFor(
    service,
    record,
    { kind: 'account', account: staff.accountId, roles: rolesOver(staff, service, record.institution, covers) },
    record.updatedAt,
  ).some(({ refusal }) => !refusal),
  open: getState(service, record.state).meaning === 'open',
});
