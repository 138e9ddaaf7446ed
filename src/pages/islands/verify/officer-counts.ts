import type { Verdict } from '../../../documents/verify-credential.ts';
import type { Locale } from '../../../base/texts.ts';
import type { Officer } from '../../verify/officer.ts';
import { fillIn } from '../../verify/verdict-words.ts';
import { get } from './elements.ts';

/**
 * Counts the checks of a signed-in officer: kept on the phone until the server has them, and sent again until it says
 * so. Each belongs to the account that made it, also when another officer takes over the phone. Nothing of what a
 * document says is in it, and without an officer nothing is kept at all.
 */
interface Kept {
  readonly officer: Officer | undefined;
  /** The day for which `officer.today` counts. */
  readonly day: string;
  readonly queue: readonly QueuedScan[];
}

interface QueuedScan {
  readonly account: string;
  readonly at: number;
  readonly verdict: Verdict['verdict'];
  readonly document: { readonly uri: string; readonly index: number } | null;
}

const name = 'verify-officer';
const batch = 100;
const longestQueue = 5_000;
const today = (): string => new Date().toDateString();

const read = (): Kept => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '') as Kept;
  } catch {
    return { officer: undefined, day: today(), queue: [] };
  }
};

const keep = (kept: Kept): void => {
  try {
    localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A full or forbidden store loses counts, never checks.
  }
};

/** Answers of the program, never the sign-in page that it may lead to. */
const ask = async (path: string, options: RequestInit): Promise<Response> =>
  fetch(path, { ...options, redirect: 'manual', cache: 'no-store' });

export const createOfficerCounts = (locale: Locale) => {
  const place = get('officer');
  const signIn = place.querySelector('[data-sign-in]');
  let sending: Promise<void> | undefined;

  const show = () => {
    const { officer, day, queue } = read();
    place.textContent = '';
    if (!officer) {
      if (signIn) place.append(signIn);
      return;
    }
    const { officer: who = '', today: countWords = '', waiting = '' } = place.dataset;
    const mine = queue.filter(({ account }) => account === officer.account);
    const ofToday = mine.filter(({ at }) => new Date(at).toDateString() === today()).length;
    const count = (day === today() ? officer.today : 0) + ofToday;
    const line = document.createElement('p');
    line.className = 'officer';
    const strong = document.createElement('strong');
    strong.textContent = fillIn(countWords, { count: String(count) });
    line.append(`${fillIn(who, { name: officer.name[locale] })} `, strong);
    if (mine.length > 0) line.append(' ', fillIn(waiting, { count: String(mine.length) }));
    place.append(line);
  };

  const send = async (): Promise<void> => {
    const answer = await ask('/verify/officer.json', {});
    if (!answer.ok) return;
    const { officer, csrfToken } = (await answer.json()) as { officer: Officer | null; csrfToken?: string };
    keep({ ...read(), officer: officer ?? undefined, day: today() });
    if (!officer || csrfToken === undefined) return;
    for (;;) {
      const mine = read()
        .queue.filter(({ account }) => account === officer.account)
        .slice(0, batch);
      if (mine.length === 0) return;
      const reply = await ask('/verify/scans', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
        body: JSON.stringify({ scans: mine.map(({ at, verdict, document }) => ({ at, verdict, document })) }),
      });
      // What the server can never accept must not block what comes after it.
      if (!reply.ok && reply.status !== 422) return;
      const count = reply.ok ? ((await reply.json()) as { today: number }).today : officer.today;
      const sent = new Set(mine.map(({ at }) => at));
      const { queue } = read();
      keep({
        officer: { ...officer, today: count },
        day: today(),
        queue: queue.filter((scan) => scan.account !== officer.account || !sent.has(scan.at)),
      });
    }
  };

  const synchronise = () => {
    sending ??= send()
      .catch(() => undefined)
      .finally(() => {
        sending = undefined;
        show();
      });
  };

  show();
  synchronise();
  window.addEventListener('online', synchronise);

  return {
    count: (verdict: Verdict, at: number) => {
      const kept = read();
      if (!kept.officer) return;
      const document = 'document' in verdict ? (verdict.document.status ?? null) : null;
      const scan: QueuedScan = { account: kept.officer.account, at, verdict: verdict.verdict, document };
      keep({ ...kept, queue: [...kept.queue, scan].slice(-longestQueue) });
      show();
      synchronise();
    },
  };
};
