import { readStatusList } from '../../../documents/read-status-list.ts';
import { verdictTexts as texts } from '../../verify/verdict-texts.ts';
import { agoWords, type Clock, fill } from '../../verify/verdict-words.ts';
import { get, setWords, tell } from './elements.ts';
import { isClockWrong } from './judge.ts';
import { bytesOf, type KeptMaterial, readMaterial, refreshMaterial } from './material-store.ts';

/** What this phone holds to check with: kept fresh while there is a connection, and its age shown. */
export interface Device {
  /** What there is to check with, refreshed before when that is due and does not take long. */
  readonly material: () => Promise<KeptMaterial | undefined>;
}

/** Milliseconds. A list is fetched again after its time to live, which the server sets to this at present. */
const due = 15 * 60_000;
const background = 5 * 60_000;
const patience = 2_500;
/** Where the connection is that slow, not every check waits for it. */
const impatient = 60_000;

export const createDevice = (clock: () => Clock, onChange: () => void): Device => {
  let kept: KeptMaterial | undefined;
  let refreshing: Promise<void> | undefined;
  let waited = -Infinity;

  const show = async () => {
    if (!kept) return;
    const now = clock();
    const lists = await Promise.all(kept.statusLists.map((list) => readStatusList(bytesOf(list), kept!.keys, now.now)));
    const issuedAt = Math.max(0, ...lists.map((list) => list?.issuedAt ?? 0));
    const ago = (at: number): string => agoWords(new Date(at), now);
    if (issuedAt > 0) setWords('device-list', fill(now.locale, texts.listAge, { ago: ago(issuedAt * 1000) }));
    setWords('device-keys', fill(now.locale, texts.keysAge, { ago: ago(kept.fetchedAt) }));
    setWords('device-clock', isClockWrong(kept) ? texts.clockAdvice[now.locale] : undefined);
  };

  /** Fails quietly: what is kept stays in use, and says how old it is. */
  const refresh = (): Promise<void> => {
    refreshing ??= refreshMaterial()
      .then((fresh) => {
        kept = fresh;
        tell('device-problem');
        onChange();
      })
      .finally(() => {
        refreshing = undefined;
        void show();
      });
    return refreshing;
  };

  const age = (): number => (kept ? Math.abs(Date.now() - kept.fetchedAt) : Infinity);
  const refreshIfOlder = (than: number) => {
    if (!document.hidden && age() > than) refresh().catch(() => undefined);
  };

  const read = readMaterial().then((found) => {
    kept ??= found;
    return show();
  });
  refresh().catch(() => undefined);
  get('device').hidden = false;
  get('device-refresh').addEventListener('click', () => void refresh().catch(() => tell('device-problem', 'refresh')));
  window.addEventListener('online', () => refreshIfOlder(0));
  document.addEventListener('visibilitychange', () => refreshIfOlder(background));
  setInterval(() => {
    refreshIfOlder(background);
    void show();
  }, 30_000);

  return {
    material: async () => {
      await read;
      // Without anything to check with there is no point in being impatient.
      if (!kept) await refresh().catch(() => undefined);
      else if (age() > due && performance.now() - waited > impatient) {
        waited = performance.now();
        await Promise.race([refresh().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, patience))]);
      }
      return kept;
    },
  };
};
