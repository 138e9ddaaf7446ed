import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmsGateway {
  readonly url: string;
  /** Every request that came in whole, whatever was answered. */
  readonly heard: { readonly key: string; readonly to: string; readonly body: string }[];
  readonly close: () => void;
}

/** An SMS gateway on this machine that answers as told; `nth` counts requests from 1. */
export const openSmsGateway = async (answer: (response: ServerResponse, nth: number) => void): Promise<SmsGateway> => {
  const heard: { key: string; to: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part) => (text += part));
    request.on('end', () => {
      const { id, to, body } = JSON.parse(text) as { id: string; to: string; body: string };
      heard.push({ key: id, to, body });
      answer(response, heard.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    heard,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
