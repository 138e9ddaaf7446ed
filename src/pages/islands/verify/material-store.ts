import type { PublishedMaterial } from '../../verify/material.ts';

/**
 * Keys and revocation lists as they are kept on the phone, with when they were fetched. Used by the page, and by the
 * service worker when the system lets it refresh them on its own.
 */
export interface KeptMaterial extends PublishedMaterial {
  /** By the clock of the device, in milliseconds. */
  readonly fetchedAt: number;
  /** How far the device's clock was ahead of the server's. */
  readonly clockAhead: number;
}

export const dataCache = 'verify-data';
const address = '/verify/material.json';

export const readMaterial = async (): Promise<KeptMaterial | undefined> => {
  const kept = await (await caches.open(dataCache)).match(address);
  return kept ? ((await kept.json()) as KeptMaterial) : undefined;
};

/** Fetches and keeps what is published now; fails when there is no connection or it is too slow. */
export const refreshMaterial = async (patience = 20_000): Promise<KeptMaterial> => {
  const before = Date.now();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(address, { cache: 'no-store', credentials: 'omit', signal: stop.signal });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    const published = (await answer.json()) as PublishedMaterial;
    const fetchedAt = Date.now();
    const kept: KeptMaterial = { ...published, fetchedAt, clockAhead: (before + fetchedAt) / 2 - published.at };
    await (await caches.open(dataCache)).put(address, new Response(JSON.stringify(kept)));
    return kept;
  } finally {
    clearTimeout(timer);
  }
};

export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
