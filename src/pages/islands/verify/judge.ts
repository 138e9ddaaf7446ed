import { statusListPath, statusPosition } from '../../../documents/credential-format.ts';
import { type Verdict, verifyCredential } from '../../../documents/verify-credential.ts';
import { documentIn } from '../../verify/checked-document.ts';
import { bytesOf, dataCache, type KeptMaterial } from './material-store.ts';

/** Milliseconds by which a clock may be wrong before it is said, and before green has to hold by both clocks. */
const clockTolerance = 5 * 60_000;
const patience = 3_000;

export const isClockWrong = ({ clockAhead }: KeptMaterial): boolean => Math.abs(clockAhead) > clockTolerance;

/** Checks a code with what is kept on the phone. */
export const judge = async (text: string, kept: KeptMaterial, now: Date): Promise<Verdict> => {
  const verdict = await judgeBy(text, kept, now);
  if (verdict.verdict !== 'valid' || !isClockWrong(kept)) return verdict;
  return judgeBy(text, kept, new Date(now.getTime() - kept.clockAhead));
};

const judgeBy = async (text: string, kept: KeptMaterial, now: Date): Promise<Verdict> => {
  const material = { keys: kept.keys, keysFetchedAt: new Date(kept.fetchedAt), now };
  const verdict = await verifyCredential(text, { ...material, statusLists: kept.statusLists.map(bytesOf) });
  if (verdict.verdict !== 'unchecked-revocation' || verdict.reason !== 'no-list') return verdict;
  const id = documentIn(verdict);
  const list = id === undefined ? undefined : await findOlderList(statusListPath(statusPosition(id).list));
  return list ? verifyCredential(text, { ...material, statusLists: [list] }) : verdict;
};

/** The list of a document older than those that are taken along: fetched now, else as it was fetched before. */
const findOlderList = async (address: string): Promise<Uint8Array | undefined> => {
  const cache = await caches.open(dataCache);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(address, { credentials: 'omit', signal: stop.signal });
    if (answer.ok) await cache.put(address, answer);
  } catch {
    // Without connection the kept one has to do.
  } finally {
    clearTimeout(timer);
  }
  const kept = await cache.match(address);
  return kept && new Uint8Array(await kept.arrayBuffer());
};
