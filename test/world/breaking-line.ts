import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to a program that breaks while something is sent over it. */
export interface BreakingLine {
  readonly url: string;
  /** How often it broke. */
  readonly breaks: () => number;
  readonly stop: () => Promise<void>;
}

/** @param after bytes towards the program after which it breaks, once for each, all connections of it together. */
export const openBreakingLine = async (to: string, after: readonly number[]): Promise<BreakingLine> => {
  const left = [...after];
  const open = new Set<Socket>();
  let [sent, breaks] = [0, 0];
  const server = createServer((near) => {
    const far = connect({ host: 'localhost', port: Number(new URL(to).port) });
    for (const socket of [near, far]) {
      open.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    far.pipe(near);
    near.on('data', (data: Buffer) => {
      sent += data.length;
      const at = left[0];
      if (at === undefined || sent < at) return void far.write(data);
      left.shift();
      breaks++;
      // What was on its way arrives, the rest is lost.
      far.end(data.subarray(0, data.length - (sent - at)));
      near.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    breaks: () => breaks,
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
