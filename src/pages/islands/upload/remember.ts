/**
 * Files that are on their way, in the browser's own database, so that a page that is loaded again goes on with them. Only for
 * the tab in which they were chosen, and for a day: whoever sits down at the same device finds nothing of them.
 */
export interface Remembered {
  readonly id: string;
  readonly tab: string;
  /** The page and the question on it. */
  readonly place: string;
  readonly url: string;
  readonly file: File;
  readonly at: number;
}

const store = 'files';
const day = 86_400_000;

const tabId = (): string => {
  const known = sessionStorage.getItem('diwan-tab');
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem('diwan-tab', made);
  return made;
};

const openStore = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('diwan-uploads', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store, { keyPath: 'id' }));
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('no database')));
  });

const run = async <Result>(work: (files: IDBObjectStore) => IDBRequest<Result>): Promise<Result | undefined> => {
  try {
    const database = await openStore();
    return await new Promise((resolve) => {
      const transaction = database.transaction(store, 'readwrite');
      const request = work(transaction.objectStore(store));
      transaction.addEventListener('complete', () => resolve(request.result));
      for (const event of ['error', 'abort']) transaction.addEventListener(event, () => resolve(undefined));
      transaction.addEventListener('complete', () => database.close());
    });
  } catch {
    // Browsers that keep nothing, as in private windows: the page goes on without.
    return undefined;
  }
};

export const remember = async (place: string, id: string, url: string, file: File): Promise<void> => {
  await run((files) => files.put({ id, tab: tabId(), place, url, file, at: Date.now() } satisfies Remembered));
};

export const forget = async (id: string): Promise<void> => {
  await run((files) => files.delete(id));
};

/** What this tab was sending at a place; what is old or was left by others goes. */
export const recall = async (place: string): Promise<readonly Remembered[]> => {
  const all = ((await run((files) => files.getAll())) ?? []) as readonly Remembered[];
  for (const { id, at } of all) if (at < Date.now() - day) void forget(id);
  return all.filter((each) => each.tab === tabId() && each.place === place && each.at >= Date.now() - day);
};
