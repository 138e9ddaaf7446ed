import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

const patience = 10_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * Reads what is left of a request that was refused for its size, and forgets it. Closing at once would cut off the sender
 * in the middle of its sentence, and our answer would be lost with the connection. There is an end to this courtesy.
 */
export const drain = async (request: IncomingMessage): Promise<void> => {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) request.destroy();
  });
  await finished(request, { signal: AbortSignal.timeout(patience), cleanup: true, writable: false }).catch(
    () => undefined,
  );
};
