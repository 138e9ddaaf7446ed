import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** The daemon of a virus scanner, as far as its protocol goes: it finds what holds the test string of EICAR. */
export interface FakeClamd {
  readonly port: number;
  /** What it does with the next connections. */
  readonly behave: (as: 'well' | 'hangs' | 'hangs up' | 'nonsense' | 'is full') => void;
  readonly stop: () => Promise<void>;
}

/** In two parts, so that no scanner finds it here. https://www.eicar.org/download-anti-malware-testfile/ */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export const startFakeClamd = async (): Promise<FakeClamd> => {
  let manner: Parameters<FakeClamd['behave']>[0] = 'well';
  const open = new Set<Socket>();
  const answerOf = (sent: Buffer): string | undefined => {
    const command = sent.toString('latin1', 0, Math.max(0, sent.indexOf(0)));
    if (command === 'zVERSION') return 'ClamAV 1.4.3/27000/Sun Nov 22 2026';
    if (command !== 'zINSTREAM') return undefined;
    const pieces: Buffer[] = [];
    for (let at = command.length + 1; at + 4 <= sent.length;) {
      const length = sent.readUInt32BE(at);
      if (length === 0) return `stream: ${Buffer.concat(pieces).includes(eicar) ? 'Eicar-Test-Signature FOUND' : 'OK'}`;
      pieces.push(sent.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return undefined;
  };
  const server = createServer((socket) => {
    open.add(socket);
    const as = manner;
    const sent: Buffer[] = [];
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    if (as === 'hangs up') return void socket.destroy();
    if (as === 'is full') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    socket.on('data', (data: Buffer) => {
      if (as === 'hangs') return;
      if (as === 'nonsense') return void socket.end('HTTP/1.1 400 Bad Request\0');
      sent.push(data);
      const answer = answerOf(Buffer.concat(sent));
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    behave: (as) => (manner = as),
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
