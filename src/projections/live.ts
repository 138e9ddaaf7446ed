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
  /** What is new is counted from here; undefined: only the account's notifications are followed. */
  readonly since: Date | undefined;
  /** The record on the page, and the last event that the page shows. */
  readonly record?: { readonly id: number; readonly event: number } | undefined;
  /**
   * What the account may see now; undefined when it is no longer signed in. Asked again at every heartbeat, and before anything
   * is told after a grant was given or taken, or has ended by itself.
   */
  readonly findScope: () => Promise<Sight | undefined>;
  readonly onNews: (news: News) => void;
  /** Of how much there are unread notifications: at first, and when that has changed. */
  readonly onUnread: (count: number) => void;
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
  sight: Scope | undefined;
  /** When it has to be asked anew at the latest. */
  until: number;
  /** The last change of anybody's rights that it takes into account. */
  rights: number;
  /** What changes are told by: codes of institutions, and the account's id. */
  concerns: ReadonlySet<string>;
  told: string;
  unread: number | undefined;
}

const mostFollowers = 2_000;
const mostOfAccount = 8;
const mostCounted = 99;

interface Options {
  readonly database: Database;
  readonly countUnread: (account: string, scope: Scope) => Promise<number>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between two lookings, however much happens. */
  readonly pace?: number;
  /** Milliseconds between two heartbeats: then sessions are checked, and everything is counted again. */
  readonly heartbeat?: number;
}

export const createLiveWork = async ({
  database,
  countUnread,
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
    const touched = [...all].filter((one) => due.has(one) || [...changed].some((concern) => one.concerns.has(concern)));
    const counted = new Set(touched.filter((one) => due.has(one) || changed.has(one.follower.account)));
    changed.clear();
    due.clear();
    if (touched.length === 0) return;
    const rights = await findRights();
    const outdated = touched.filter((one) => one.rights < rights || one.until <= Date.now());
    await Promise.all(outdated.map((one) => readScope(one, rights)));
    const seeing = touched.filter((one) => all.has(one) && one.scope !== undefined);
    await tell(
      database,
      seeing.filter(({ follower }) => follower.since !== undefined),
    );
    await tellUnread(
      countUnread,
      seeing.filter((one) => counted.has(one)),
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
    one.sight = sight.scope;
    one.scope = scopeParameter({ ...sight.scope, account: '' });
    one.until = sight.until ?? Infinity;
    one.rights = rights;
    one.concerns = new Set([...institutionsIn(sight.scope), one.follower.account]);
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
    for (const concern of readConcerns(payload)) changed.add(concern);
    lookSoon();
  });

  return {
    follow: (follower) => {
      const ofAccount = [...all].filter((one) => one.follower.account === follower.account).length;
      if (stopped || all.size >= mostFollowers || ofAccount >= mostOfAccount) return undefined;
      const one: Following = {
        follower,
        scope: undefined,
        sight: undefined,
        until: 0,
        rights: -1,
        concerns: new Set(),
        told: '',
        unread: undefined,
      };
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

const readConcerns = (payload: string): readonly string[] => {
  try {
    const concerns: unknown = JSON.parse(payload);
    return Array.isArray(concerns) ? concerns.map(String) : [];
  } catch {
    return [];
  }
};

/** Followers with the same scope share one look. Each is told only what it was not told before. */
const tell = async (database: Database, touched: readonly Following[]): Promise<void> => {
  const groups = Map.groupBy(touched, ({ scope }) => scope ?? '');
  for (const [scope, group] of groups) {
    const since = new Date(Math.min(...group.map(({ follower }) => +(follower.since ?? 0))));
    const recordIds = group.flatMap(({ follower }) => follower.record?.id ?? []);
    const [changes, lastEvents] = await Promise.all([
      database.run(changedSince, [scope, since, mostCounted + 1]),
      recordIds.length > 0 ? database.run(lastEventsOf, [scope, recordIds]) : [],
    ]);
    const lastEvent = new Map(lastEvents.map((row) => [row.id, row.lastEvent]));
    for (const one of group) {
      const { follower } = one;
      const found = changes.filter(({ at }) => at > (follower.since ?? since)).length;
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

/** Windows of one account share one count. */
const tellUnread = async (countUnread: Options['countUnread'], touched: readonly Following[]): Promise<void> => {
  for (const [account, group] of Map.groupBy(touched, ({ follower }) => follower.account)) {
    const sight = group[0]?.sight;
    if (!sight) continue;
    const unread = await countUnread(account, sight);
    for (const one of group) {
      if (one.unread === unread) continue;
      one.unread = unread;
      one.follower.onUnread(unread);
    }
  }
};
