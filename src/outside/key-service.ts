import { setTimeout as wait } from 'node:timers/promises';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { sealingKeyBytes } from '../base/sealed-box.ts';
import { type KeyWrapping, KeyWrappingFailure, type WrappedKey } from './key-wrapping.ts';

/**
 * A key service on another machine, spoken to over HTTP with a bearer token (docs/keys.md):
 * `POST /wrap { "keys": [base64…] }` → `{ "wrapping": name, "wrapped": [base64…] }`, and
 * `POST /unwrap { "wrapping": name, "wrapped": [base64…] }` → `{ "keys": [base64…] }`, at most 500 at once.
 * An attempt takes two seconds at most; three are made unless the service refuses.
 */
export interface KeyServiceConfig {
  readonly url: string;
  readonly token?: string | undefined;
  readonly timeoutMilliseconds?: number;
  readonly attempts?: number;
}

const base64 = Type.Array(Type.String({ maxLength: 4_000 }), { maxItems: 500 });
const wrapAnswer = Compile(Type.Object({ wrapping: Type.String({ minLength: 1, maxLength: 100 }), wrapped: base64 }));
const unwrapAnswer = Compile(Type.Object({ keys: base64 }));
const mostAtOnce = 500;

export const createKeyService = ({
  url,
  token,
  timeoutMilliseconds = 2_000,
  attempts = 3,
}: KeyServiceConfig): KeyWrapping => {
  const root = url.replace(/\/$/, '');
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };

  const attempt = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${root}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    // What it says with a refusal might quote a key: the status is enough.
    if (!response.ok) {
      await response.arrayBuffer().catch(() => undefined);
      throw new Refused(response.status);
    }
    return response.json();
  };
  const ask = async (path: string, body: object): Promise<unknown> => {
    for (let number = 1; ; number++) {
      try {
        return await attempt(path, body);
      } catch (error) {
        const status = error instanceof Refused ? error.status : undefined;
        const isFinal = status !== undefined && status < 500 && status !== 429 && status !== 408;
        if (isFinal || number >= attempts)
          throw new KeyWrappingFailure(
            status === undefined
              ? `the key service does not answer (${(error as Error).name})`
              : `the key service answers ${status}`,
          );
        await wait(50 * 4 ** (number - 1));
      }
    }
  };
  const wrapSome = async (keys: readonly Buffer[]): Promise<readonly WrappedKey[]> => {
    const answer = await ask('/wrap', { keys: keys.map((key) => key.toString('base64')) });
    if (!wrapAnswer.Check(answer) || answer.wrapped.length !== keys.length) throw misunderstood();
    return answer.wrapped.map((wrapped) => ({ wrapping: answer.wrapping, wrapped: Buffer.from(wrapped, 'base64') }));
  };
  const unwrapSome = async (wrapping: string, keys: readonly WrappedKey[]): Promise<readonly Buffer[]> => {
    const answer = await ask('/unwrap', { wrapping, wrapped: keys.map(({ wrapped }) => wrapped.toString('base64')) });
    if (!unwrapAnswer.Check(answer) || answer.keys.length !== keys.length) throw misunderstood();
    const unwrapped = answer.keys.map((key) => Buffer.from(key, 'base64'));
    if (unwrapped.some(({ length }) => length !== sealingKeyBytes)) throw misunderstood();
    return unwrapped;
  };
  return {
    wrap: async (keys) => (await Promise.all(chunksOf(keys).map(wrapSome))).flat(),
    unwrap: async (keys) => {
      const found = new Map<WrappedKey, Buffer>();
      for (const [wrapping, same] of Map.groupBy(keys, (key) => key.wrapping)) {
        for (const chunk of chunksOf(same)) {
          // oxlint-disable-next-line no-await-in-loop -- in pieces that the service takes
          const unwrapped = await unwrapSome(wrapping, chunk);
          chunk.forEach((key, index) => found.set(key, unwrapped[index]!));
        }
      }
      return keys.map((key) => found.get(key)!);
    },
  };
};

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

const misunderstood = () => new KeyWrappingFailure('the key service answers something else than asked');

const chunksOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / mostAtOnce) }, (_none, index) =>
    items.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
