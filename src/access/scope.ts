import type { Service } from '../definition/service.ts';
import type { Channel } from '../record/events.ts';
import type { Covers, Grant, Staff } from './grant.ts';
import { basketRoles, type Lens, reachesEverywhere, taskRoles } from './sight.ts';

/**
 * What an account may see among all records, in the shape in which SQL joins it (`visibility-queries.ts`): the rule that
 * `sight.ts` tells for one record, asked once for each kind of institution and each declaration. Baskets over which the
 * account holds the same grants are of one kind, so that it stays small in a country of a thousand municipalities.
 */
export interface Scope {
  readonly account: string;
  /** In whose baskets records of which declarations are visible, whatever their state and channel. */
  readonly baskets: readonly Basket[];
  /** What is visible of other declarations in baskets of a kind. */
  readonly lenses: readonly KindLens[];
  /** What institutions may be asked to do that the account answers, or is called upon for when it is late. */
  readonly asked: readonly Asked[];
}

export interface Basket {
  readonly kind: number;
  readonly institutions: readonly string[];
  readonly versions: readonly number[];
}

export interface KindLens extends Lens {
  readonly kind: number;
  readonly version: number;
}

export interface Asked extends Lens {
  readonly task: string;
  readonly institutions: readonly string[];
  readonly versions: readonly number[];
  /** Those of them of which the account does not see every record in its basket anyway: others need not be looked for by task. */
  readonly elsewhere: readonly number[];
  /** Whether the account may answer it, or is only called upon when it is late. */
  readonly answers: boolean;
}

/** A declaration that records may be pinned to, by the number that they carry. */
export interface ServiceVersion {
  readonly versionId: number;
  readonly service: Service;
}

/** Institutions over which the account holds the same grants, and which of them are held for each declaration. */
export interface Kind {
  readonly kind: number;
  readonly institutions: readonly string[];
  readonly held: readonly (ServiceVersion & { readonly grants: readonly Grant[] })[];
}

/** The scope of an account over these institutions (all that exist) and declarations (all, or those of one service). */
export const scopeOf = (
  staff: Pick<Staff, 'accountId' | 'grants'>,
  versions: readonly ServiceVersion[],
  kinds: readonly Kind[],
): Scope => {
  const baskets: Basket[] = [];
  const lenses: KindLens[] = [];
  const asked = new Map<string, { readonly one: Omit<Asked, 'elsewhere'>; readonly versions: number[] }>();
  const overseen = versions.map(({ service }) =>
    staff.grants.filter((grant) => service.oversight.includes(grant.role) && isFor(grant, service)),
  );
  for (const { kind, institutions, held } of kinds) {
    const whole: number[] = [];
    held.forEach(({ versionId, service, grants }, index) => {
      const working = basketRoles(service);
      const seeing = [...grants.filter(({ role }) => working.has(role)), ...(overseen[index] ?? [])];
      const through = lensesOf(service, seeing);
      if (through === 'all') whole.push(versionId);
      else for (const lens of through) lenses.push({ kind, version: versionId, ...lens });
      for (const { task, answers, lens } of tasksOf(service, grants)) {
        const one = { task, institutions, versions: [], answers, ...lens };
        const key = JSON.stringify([kind, task, answers, lens]);
        const known = asked.get(key) ?? { one, versions: [] };
        known.versions.push(versionId);
        asked.set(key, known);
      }
    });
    const isNarrowed = lenses.some((lens) => lens.kind === kind);
    if (whole.length > 0 || isNarrowed) baskets.push({ kind, institutions, versions: whole });
  }
  const isEverywhere = (version: number) =>
    baskets.length === kinds.length && baskets.every((basket) => basket.versions.includes(version));
  const partly = new Set(versions.flatMap(({ versionId }) => (isEverywhere(versionId) ? [] : [versionId])));
  return {
    account: staff.accountId,
    baskets,
    lenses,
    asked: [...asked.values()].map(({ one, versions: of }) => ({
      ...one,
      versions: of,
      elsewhere: of.filter((version) => partly.has(version)),
    })),
  };
};

const isFor = ({ services }: Grant, { id }: Service): boolean => services === null || services.includes(id);

/** The institutions by what an account holds over them: those over which it holds nothing are one kind as well. */
export const kindsOf = (
  staff: Pick<Staff, 'grants'>,
  versions: readonly ServiceVersion[],
  institutions: readonly string[],
  covers: Covers,
): readonly Kind[] => {
  const { grants } = staff;
  const looksFurther = grants.map(({ role }) =>
    versions.some(({ service }) => service.visible.get(role)?.reach === 'territory'),
  );
  // Two grants that differ in nothing but where they are held do the same where they reach.
  const effects = grants.map(({ role, services, for: whose }) => JSON.stringify([role, services, whose]));
  const reachOf = (institution: string): readonly string[] =>
    grants.map((grant, index) => {
      if (covers(grant.institution, institution)) return 's';
      return looksFurther[index] && covers(grant.institution, institution, 'territory') ? 't' : '-';
    });
  const covering = (institution: string): string =>
    [...new Set(reachOf(institution).flatMap((reach, index) => (reach === '-' ? [] : [reach + effects[index]])))]
      .toSorted()
      .join();
  return [...Map.groupBy(institutions, covering).values()].map((of, kind) => {
    const by = reachOf(of[0] ?? '');
    return {
      kind,
      institutions: of,
      held: versions.map(({ versionId, service }) => ({
        versionId,
        service,
        grants: grants.filter(
          (grant, index) =>
            isFor(grant, service) &&
            (by[index] === 's' ||
              (by[index] === 't' && service.visible.get(grant.role)?.reach === 'territory') ||
              reachesEverywhere(grant, service)),
        ),
      })),
    };
  });
};

/** Through which lenses these grants see records of a service, each once; `all` where one of them sees everything. */
const lensesOf = (service: Service, grants: readonly Grant[]): readonly Lens[] | 'all' => {
  const lenses = new Map<string, Lens>();
  for (const { role } of grants) {
    const lens = lensOf(service, role);
    if (!lens.states && !lens.channels) return 'all';
    lenses.set(JSON.stringify(lens), lens);
  }
  return [...lenses.values()];
};

/** What narrows the sight of a role. */
export const lensOf = (
  service: Service,
  role: string,
): { readonly states?: readonly string[]; readonly channels?: readonly Channel[] } => {
  const { states, channels } = service.visible.get(role) ?? {};
  return { ...(states && { states }), ...(channels && { channels }) };
};

/** What holders of these grants have to do with the tasks of a service: once for each lens through which they see. */
const tasksOf = (service: Service, grants: readonly Grant[]) =>
  [...service.tasks.keys()].flatMap((task) => {
    const seeing = taskRoles(service, task);
    const answering = service.actions.get(task)?.by ?? [];
    const each = new Map<string, { readonly task: string; readonly answers: boolean; readonly lens: Lens }>();
    for (const { role } of grants) {
      if (!seeing.has(role)) continue;
      const lens = lensOf(service, role);
      const key = JSON.stringify(lens);
      const answers = answering.includes(role) || (each.get(key)?.answers ?? false);
      each.set(key, { task, answers, lens });
    }
    return [...each.values()];
  });

/** A scope as the first parameter of statements that begin with `given` of `visibility-queries.ts`. */
export const scopeParameter = ({ account, baskets, lenses, asked }: Scope): string =>
  JSON.stringify({ account, baskets, lenses, asked });

/** The same scope, over the records of some declarations only. */
export const narrowScope = <Narrowed extends Scope>(scope: Narrowed, versions: ReadonlySet<number>): Narrowed => {
  const kept = <Of extends { readonly versions: readonly number[] }>(all: readonly Of[]): readonly Of[] =>
    all.map((one) => ({ ...one, versions: one.versions.filter((version) => versions.has(version)) }));
  const lenses = scope.lenses.filter(({ version }) => versions.has(version));
  const isSeen = ({ kind, versions: of }: Basket) => of.length > 0 || lenses.some((lens) => lens.kind === kind);
  return {
    ...scope,
    baskets: kept(scope.baskets).filter(isSeen),
    lenses,
    asked: kept(scope.asked)
      .filter(({ versions: of }) => of.length > 0)
      .map((one) => ({ ...one, elsewhere: one.elsewhere.filter((version) => versions.has(version)) })),
  };
};

/** Ids of the services of which the account may see records somewhere. */
export const servicesIn = (scope: Scope, versions: readonly ServiceVersion[]): readonly string[] => {
  const seen = new Set([
    ...[...scope.baskets, ...scope.asked].flatMap((each) => each.versions),
    ...scope.lenses.map(({ version }) => version),
  ]);
  return [...new Set(versions.filter(({ versionId }) => seen.has(versionId)).map(({ service }) => service.id))];
};

/** Every institution whose records may be among those that are seen: what happens in others concerns nobody who has this scope. */
export const institutionsIn = ({ baskets, asked }: Scope): ReadonlySet<string> =>
  new Set([...baskets, ...asked].flatMap(({ institutions }) => institutions));
