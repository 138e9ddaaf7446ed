import type { Database } from '../base/database.ts';
import { changedSince, lastEventsOf } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';

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
  /** What the account may see now; undefined when it is no longer signed in. Asked again at every heartbeat. */
  readonly findScope: () => Promise<WorklistScope | undefined>;
  readonly onNews: (news: News) => void;
  readonly onHeartbeat: () => void;
  readonly onEnd: (reason: 'signed-out' | 'stopped') => void;
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
  scope: WorklistScope | undefined;
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
    await tell(database, touched);
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
  const checkScope = async (one: Following): Promise<void> => {
    const scope = await one.follower.findScope();
    if (!all.has(one)) return;
    if (!scope) {
      forget(one);
      one.follower.onEnd('signed-out');
      return;
    }
    one.scope = scope;
    one.institutions = new Set(scope.baskets.map(({ institution }) => institution));
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
      const one: Following = { follower, scope: undefined, institutions: new Set(), told: '' };
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
  const groups = Map.groupBy(touched, ({ scope }) => JSON.stringify(scope?.baskets ?? []));
  const recordIds = touched.flatMap(({ follower }) => follower.record?.id ?? []);
  const lastEvents = new Map(
    recordIds.length > 0
      ? (await database.run(lastEventsOf, [recordIds])).map(({ id, lastEvent }) => [id, lastEvent])
      : [],
  );
  for (const [baskets, group] of groups) {
    const since = new Date(Math.min(...group.map(({ follower }) => +follower.since)));
    const changes = await database.run(changedSince, [baskets, since, mostCounted + 1]);
    for (const one of group) {
      const { follower } = one;
      const found = changes.filter(({ at }) => at > follower.since).length;
      const news: News = {
        count: Math.min(found, mostCounted),
        more: found > mostCounted,
        recordChanged:
          follower.record !== undefined && (lastEvents.get(follower.record.id) ?? 0) > follower.record.event,
      };
      const key = JSON.stringify(news);
      if (key === one.told) continue;
      const isNothing = one.told === '' && news.count === 0 && !news.recordChanged;
      one.told = key;
      if (!isNothing) follower.onNews(news);
    }
  }
};
