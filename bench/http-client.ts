import { connect, type Socket } from 'node:net';

/**
 * A keep-alive HTTP/1.1 client that costs next to nothing, because it shares the machine with what it measures: one
 * request at a time on a connection, answers framed by Content-Length only, as our server frames them.
 */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface HttpClient {
  readonly request: (message: string) => Promise<Answer>;
  readonly close: () => void;
}

const endOfHead = Buffer.from('\r\n\r\n');

export const openHttpClient = (port: number): Promise<HttpClient> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received: Buffer = Buffer.alloc(0);
    let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
    const fail = (error: Error) => {
      reject(error);
      waiting?.reject(error);
      waiting = undefined;
    };
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('the connection was closed')));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const head = received.indexOf(endOfHead);
      if (head < 0) return;
      const text = received.toString('latin1', 0, head);
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      const end = head + 4 + length;
      if (received.length < end) return;
      const answer = { status: Number(text.slice(9, 12)), body: received.toString('utf8', head + 4, end) };
      received = received.subarray(end);
      const { resolve: done } = waiting ?? {};
      waiting = undefined;
      done?.(answer);
    });
    socket.on('connect', () =>
      resolve({
        request: (message) =>
          new Promise((done, failed) => {
            waiting = { resolve: done, reject: failed };
            socket.write(message);
          }),
        close: () => {
          socket.removeAllListeners('close');
          socket.destroy();
        },
      }),
    );
  });

export const getMessage = (path: string, headers = ''): string =>
  `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-language: ar\r\n${headers}\r\n`;

export const postJsonMessage = (path: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
