import { lastGrantEvent } from '../access/grant-queries.ts';
import { institutionsIn, type Scope, scopeParameter } from '../access/scope.ts';
import type { Database } from '../base/database.ts';
import { changedSince, lastEventsOf } from './worklist-queries.ts';

/** What somebody who looks at a page is told: that there is something new, never what. */
export interface News {
  /** Open records that came in or changed since the page was made. */
  readonly count: number;
  /** There are more than `count`. */
  readonly more: boolean;
  /** The record on the page has changed. */
  readonly recordChanged: boolean;
}

export interface Follower {
  /** One account may follow from a few windows. */
  readonly account: string;
  /** What is new is counted from here. */
  readonly since: Date;
  /** The record on the page, and the last event that the page shows. */
  readonly record?: { readonly id: number; readonly event: number } | undefined;
  /**
   * What the account may see now; undefined when it is no longer signed in. Asked again at every heartbeat, and before anything
   * is told after a grant was given or taken, or has ended by itself.
   */
  readonly findScope: () => Promise<Sight | undefined>;
  readonly onNews: (news: News) => void;
  readonly onHeartbeat: () => void;
  readonly onEnd: (reason: 'signed-out' | 'stopped') => void;
}

/** What an account may see, and until when: its grants may end by themselves, in milliseconds as of Date.now. */
export interface Sight {
  readonly scope: Scope;
  readonly until: number | undefined;
}

/** Tells pages that are open of changes, with one connection to the database for all of them. */
export interface LiveWork {
  /** Gives what ends it; undefined when there are too many. */
  readonly follow: (follower: Follower) => (() => void) | undefined;
  /** Ends all and takes no more. */
  readonly stop: () => Promise<void>;
}

interface Following {
  readonly follower: Follower;
  /** The scope as statements take it, without its account: followers who see the same share one look. */
  scope: string | undefined;
  /** When it has to be asked anew at the latest. */
  until: number;
  /** The last change of anybody's rights that it takes into account. */
  rights: number;
  institutions: ReadonlySet<string>;
  told: string;
}

const mostFollowers = 2_000;
const mostOfAccount = 8;
const mostCounted = 99;

interface Options {
  readonly database: Database;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between two lookings, however much happens. */
  readonly pace?: number;
  /** Milliseconds between two heartbeats: then sessions are checked, and everything is counted again. */
  readonly heartbeat?: number;
}

export const createLiveWork = async ({
  database,
  onError,
  pace = 1_000,
  heartbeat = 20_000,
}: Options): Promise<LiveWork> => {
  const all = new Set<Following>();
  const changed = new Set<string>();
  const due = new Set<Following>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const look = async (): Promise<void> => {
    const touched = [...all].filter(
      (one) => due.has(one) || [...changed].some((institution) => one.institutions.has(institution)),
    );
    changed.clear();
    due.clear();
    if (touched.length === 0) return;
    const rights = await findRights();
    const outdated = touched.filter((one) => one.rights < rights || one.until <= Date.now());
    await Promise.all(outdated.map((one) => readScope(one, rights)));
    await tell(
      database,
      touched.filter((one) => all.has(one) && one.scope !== undefined),
    );
  };
  const lookSoon = (): void => {
    timer ??= setTimeout(() => {
      void look()
        .catch(onError)
        .finally(() => {
          timer = undefined;
          if (changed.size > 0 || due.size > 0) lookSoon();
        });
    }, pace);
  };
  const forget = (one: Following): void => {
    all.delete(one);
    due.delete(one);
  };
  const findRights = async (): Promise<number> => (await database.run(lastGrantEvent))[0]?.last ?? 0;
  const readScope = async (one: Following, rights: number): Promise<void> => {
    const sight = await one.follower.findScope();
    if (!all.has(one)) return;
    if (!sight) {
      forget(one);
      one.follower.onEnd('signed-out');
      return;
    }
    one.scope = scopeParameter({ ...sight.scope, account: '' });
    one.until = sight.until ?? Infinity;
    one.rights = rights;
    one.institutions = institutionsIn(sight.scope);
  };
  const checkScope = async (one: Following): Promise<void> => {
    await readScope(one, await findRights());
    if (!all.has(one)) return;
    due.add(one);
    lookSoon();
  };

  // A notification can be lost while the connection is made again: so everything is looked at now and then as well.
  const beating = setInterval(() => {
    for (const one of all) {
      one.follower.onHeartbeat();
      checkScope(one).catch(onError);
    }
  }, heartbeat);
  const unlisten = await database.listen('diwan_work', (payload) => {
    if (all.size === 0) return;
    for (const institution of readInstitutions(payload)) changed.add(institution);
    lookSoon();
  });

  return {
    follow: (follower) => {
      const ofAccount = [...all].filter((one) => one.follower.account === follower.account).length;
      if (stopped || all.size >= mostFollowers || ofAccount >= mostOfAccount) return undefined;
      const one: Following = { follower, scope: undefined, until: 0, rights: -1, institutions: new Set(), told: '' };
      all.add(one);
      checkScope(one).catch(onError);
      return () => forget(one);
    },
    stop: async () => {
      if (stopped) return;
      stopped = true;
      clearInterval(beating);
      clearTimeout(timer);
      for (const one of all) {
        forget(one);
        one.follower.onEnd('stopped');
      }
      await unlisten();
    },
  };
};

const readInstitutions = (payload: string): readonly string[] => {
  try {
    const institutions: unknown = JSON.parse(payload);
    return Array.isArray(institutions) ? institutions.map(String) : [];
  } catch {
    return [];
  }
};

/** Followers with the same scope share one look. Each is told only what it was not told before. */
const tell = async (database: Database, touched: readonly Following[]): Promise<void> => {
  const groups = Map.groupBy(touched, ({ scope }) => scope ?? '');
  for (const [scope, group] of groups) {
    const since = new Date(Math.min(...group.map(({ follower }) => +follower.since)));
    const recordIds = group.flatMap(({ follower }) => follower.record?.id ?? []);
    const [changes, lastEvents] = await Promise.all([
      database.run(changedSince, [scope, since, mostCounted + 1]),
      recordIds.length > 0 ? database.run(lastEventsOf, [scope, recordIds]) : [],
    ]);
    const lastEvent = new Map(lastEvents.map((row) => [row.id, row.lastEvent]));
    for (const one of group) {
      const { follower } = one;
      const found = changes.filter(({ at }) => at > follower.since).length;
      const news: News = {
        count: Math.min(found, mostCounted),
        more: found > mostCounted,
        recordChanged:
          follower.record !== undefined && (lastEvent.get(follower.record.id) ?? 0) > follower.record.event,
      };
      const key = JSON.stringify(news);
      if (key === one.told) continue;
      const isNothing = one.told === '' && news.count === 0 && !news.recordChanged;
      one.told = key;
      if (!isNothing) follower.onNews(news);
    }
  }
};
