import { unzlibSync } from 'fflate';

/**
 * Inflates zlib data (RFC 1950) into at most `limit` bytes; undefined when it is damaged or would be larger, so that a
 * few characters can never become megabytes. The checksum is not looked at: what is inflated here is signed, or holds
 * what is.
 */
export const inflateWithin = (data: Uint8Array, limit: number): Uint8Array<ArrayBuffer> | undefined => {
  try {
    const inflated = unzlibSync(data, { out: new Uint8Array(limit + 1) });
    return inflated.length > limit ? undefined : inflated;
  } catch {
    return undefined;
  }
};
