import type { KeptFile } from '../../../form/fields/files.ts';

/** Sends a file in pieces by tus 1.0.0, and goes on where it was when the line breaks. */
export interface Sending {
  /** Where it is sent, once that was begun; kept to go on with after a reload. */
  url: string | undefined;
  /** Nobody wants it any more. */
  isGone: boolean;
  isPaused: boolean;
  /** Ends a wait: the line is back, or somebody wants to go on. */
  wake: () => void;
}

export interface Told {
  readonly begun: (url: string) => void;
  readonly progress: (sent: number) => void;
  readonly waiting: (isWaiting: boolean) => void;
}

/** It cannot be taken; the words say why, in the language of the page. */
export class Refused extends Error {}

const smallest = 64 * 1024;
const largest = 4 * 1024 * 1024;
/** A piece should take about as long: longer ones are lost with the line, shorter ones are all waiting. */
const wantedMilliseconds = 3_000;
const stallMilliseconds = 25_000;
const longestRest = 15_000;
const tus = { 'tus-resumable': '1.0.0' } as const;

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

/** By XMLHttpRequest, which alone tells how much has left. Rejects when the line breaks. */
const ask = (
  sending: Sending,
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: Blob,
  progress?: (sent: number) => void,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, `${url}?lang=${document.documentElement.lang}`);
    for (const [name, value] of Object.entries({ ...tus, ...headers })) request.setRequestHeader(name, value);
    const broke = () => {
      clearInterval(looking);
      reject(new Error('the line broke'));
    };
    let last = performance.now();
    // A phone between two masts keeps a line open that carries nothing.
    const looking = window.setInterval(() => {
      if (performance.now() - last > stallMilliseconds || sending.isPaused || sending.isGone) request.abort();
    }, 250);
    request.upload.addEventListener('progress', (event) => {
      last = performance.now();
      progress?.(event.loaded);
    });
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, broke);
    request.addEventListener('load', () => {
      clearInterval(looking);
      const { status, responseText } = request;
      resolve({ status, body: responseText, header: (name) => request.getResponseHeader(name) });
    });
    request.send(body);
  });

const rest = (sending: Sending, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = window.setTimeout(resolve, milliseconds);
    sending.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** What a refusal says; undefined: it may go well later. */
const refusalIn = ({ status, body }: Answer): string | undefined => {
  if (status < 400 || status >= 500 || status === 408 || status === 409 || status === 429) return undefined;
  try {
    const { errors, detail, title } = JSON.parse(body) as {
      errors?: { message: string }[];
      detail?: string;
      title?: string;
    };
    return errors?.[0]?.message ?? detail ?? title ?? '';
  } catch {
    return '';
  }
};

interface What {
  readonly file: File;
  /** Where it begins. */
  readonly at: string;
  readonly question: string;
}

/** Resolves with what stands for the file in answers; rejects with Refused. Undefined: it was given up. */
export const send = async (sending: Sending, what: What, told: Told): Promise<KeptFile | undefined> => {
  const { file } = what;
  let [failures, size] = [0, 4 * smallest];
  /** Unknown after a failure: the program is asked. */
  let offset: number | undefined;
  while (!sending.isGone) {
    if (sending.isPaused) {
      offset = undefined;
      // oxlint-disable-next-line no-await-in-loop -- until somebody wants to go on
      await rest(sending, 3_600_000);
      continue;
    }
    try {
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      const step = await next(sending, what, told, offset, size);
      if (step.file) return step.file;
      [failures, offset] = [0, step.offset];
      told.waiting(false);
      if (step.milliseconds !== undefined)
        size = Math.min(largest, Math.max(smallest, (size * wantedMilliseconds) / Math.max(200, step.milliseconds)));
      size = Math.min(size, file.size);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (sending.isPaused || sending.isGone) continue;
      [offset, size] = [undefined, Math.max(smallest, size / 2)];
      told.waiting(true);
      // oxlint-disable-next-line no-await-in-loop -- until the line is back
      await rest(sending, Math.min(longestRest, 500 * 2 ** failures++));
    }
  }
  if (sending.url !== undefined)
    void ask({ ...sending, isGone: false }, 'DELETE', sending.url, {}).catch(() => undefined);
  return undefined;
};

interface Step {
  readonly offset?: number | undefined;
  readonly milliseconds?: number;
  readonly file?: KeptFile;
}

/** One request: begins, asks how much there is, sends a piece, or asks what became of the whole. */
const next = async (
  sending: Sending,
  { file, at, question }: What,
  told: Told,
  offset: number | undefined,
  size: number,
): Promise<Step> => {
  if (sending.url === undefined) {
    const metadata = `filename ${base64(file.name)},field ${base64(question)}`;
    const begun = expect(
      await ask(sending, 'POST', at, { 'upload-length': String(file.size), 'upload-metadata': metadata }),
      201,
    );
    sending.url = begun.header('location') ?? undefined;
    if (sending.url !== undefined) told.begun(sending.url);
    return { offset: 0 };
  }
  const { url } = sending;
  if (offset === undefined) {
    const known = await ask(sending, 'HEAD', url, {});
    if (known.status === 404) sending.url = undefined;
    else expect(known, 200);
    return { offset: known.status === 404 ? undefined : Number(known.header('upload-offset')) };
  }
  told.progress(offset);
  if (offset >= file.size) {
    const whole = expect(await ask(sending, 'GET', url, {}), 200);
    const { file: kept } = JSON.parse(whole.body) as { file?: KeptFile };
    return kept ? { file: kept } : { offset: undefined };
  }
  const began = performance.now();
  const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
  const piece = file.slice(offset, offset + size);
  const taken = await ask(sending, 'PATCH', url, headers, piece, (sent) => told.progress(offset + sent));
  expect(taken, 204);
  return { offset: Number(taken.header('upload-offset')), milliseconds: performance.now() - began };
};

const expect = (answer: Answer, status: number): Answer => {
  const words = refusalIn(answer);
  if (words !== undefined) throw new Refused(words);
  if (answer.status !== status) throw new Error(`answered ${answer.status}`);
  return answer;
};
