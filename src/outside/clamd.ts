import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { ScannerAddress } from '../base/config-parsers.ts';
import { ScannerAway, type VirusScanner } from './virus-scanner.ts';

/**
 * ClamAV's daemon (clamd.8): a connection for each command, which begins with `z` and ends with a zero byte, as the answer
 * does. `INSTREAM` is followed by pieces, each after its length in four bytes, and by a length of zero.
 */
const pieceBytes = 256 * 1024;
const mostAnswer = 4_096;

export const createClamd = (address: ScannerAddress, timeoutMilliseconds = 20_000): VirusScanner => {
  const ask = (command: string, content?: Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(address as NetConnectOpts);
      const away = (reason: string, cause?: unknown) => {
        socket.destroy();
        reject(new ScannerAway(`the virus scanner ${reason}`, { cause }));
      };
      const timer = setTimeout(() => away('does not answer in time'), timeoutMilliseconds);
      let answer = '';
      socket.on('error', (error: NodeJS.ErrnoException) => {
        // One that has said what it had to say may hang up on what is still being sent.
        if (answer.includes('\0')) return;
        away(`does not answer (${error.code ?? error.name})`, error);
      });
      socket.on('data', (data: Buffer) => {
        answer += data.toString('latin1');
        if (answer.length > mostAnswer) away('answers something else');
      });
      socket.on('close', () => {
        clearTimeout(timer);
        const end = answer.indexOf('\0');
        if (end >= 0) resolve(answer.slice(0, end).trim());
        else away('hung up');
      });
      socket.on('connect', () => {
        socket.write(`z${command}\0`);
        if (content) void sendPieces(socket, content);
      });
    });

  return {
    scan: async (content) => {
      const answer = await ask('INSTREAM', content);
      if (answer === 'stream: OK') return undefined;
      const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1];
      if (signature === undefined) throw new ScannerAway(`the virus scanner answers "${answer.slice(0, 80)}"`);
      return signature.slice(0, 200);
    },
    version: () => ask('VERSION'),
  };
};

const sendPieces = async (socket: Socket, content: Buffer): Promise<void> => {
  for (let at = 0; at < content.length && !socket.destroyed; at += pieceBytes) {
    const piece = content.subarray(at, at + pieceBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    // A file is not copied as a whole into the memory of the connection.
    // oxlint-disable-next-line no-await-in-loop -- piece after piece
    if (!socket.write(piece)) await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve));
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
};
