import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { DeliveryFailure } from './delivery-failure.ts';
import { createSms, type SendSms } from './sms.ts';

const message = { to: '+9613123456', body: 'طلبك DW-7K3M مقبول', idempotencyKey: 'diwan-7-abc' };

interface Received {
  headers: IncomingMessage['headers'];
  json: unknown;
}

describe('the SMS gateway', () => {
  let server: Server | undefined;
  const received: Received[] = [];

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    received.length = 0;
  });

  const gateway = async (
    answer: (response: ServerResponse, request: IncomingMessage) => void,
    { login = '' } = {},
  ): Promise<SendSms> => {
    server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part) => (text += part));
      request.on('end', () => {
        received.push({ headers: request.headers, json: JSON.parse(text) });
        answer(response, request);
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const sms = createSms({
      url: `http://${login}127.0.0.1:${port}/send`,
      token: login ? undefined : 's3cret',
      timeoutSeconds: 0.3,
    });
    if (sms.kind === 'embedded') throw new Error('expected a gateway');
    return sms.send;
  };

  const failureOf = async (send: SendSms): Promise<DeliveryFailure> => {
    const error = await send(message).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DeliveryFailure)) throw new Error('expected a delivery failure', { cause: error });
    return error;
  };

  test('gets number, words and id as JSON, with the token and the idempotency key', async () => {
    const send = await gateway((response) => response.writeHead(202).end('queued'));
    await send(message);
    expect(received).toHaveLength(1);
    expect(received[0]?.json).toEqual({ to: message.to, body: message.body, id: 'diwan-7-abc' });
    expect(received[0]?.headers).toMatchObject({
      authorization: 'Bearer s3cret',
      'idempotency-key': 'diwan-7-abc',
      'content-type': 'application/json',
    });
  });

  test.each([
    [400, 'refused', true, false],
    [422, 'refused', true, false],
    [401, 'misconfigured', false, true],
    [404, 'misconfigured', false, true],
    [408, 'busy', false, false],
    [409, 'busy', false, false],
    [429, 'busy', false, true],
    [500, 'gateway-error', false, true],
    [503, 'gateway-error', false, true],
  ] as const)(
    'answers %i: %s, for good: %s, concerns all messages: %s',
    async (status, code, permanent, concernsAll) => {
      const send = await gateway((response) => response.writeHead(status).end(`no +9613123456`));
      const failure = await failureOf(send);
      expect({ ...failure }).toMatchObject({ code, status, permanent, concernsAll });
      expect(failure.message).toBe(`${code} ${status}`);
    },
  );

  test('says how long to wait, in seconds or as a date', async () => {
    const seconds = await gateway((response) => response.writeHead(429, { 'retry-after': '90' }).end());
    expect((await failureOf(seconds)).retryAfter).toBe(90);
    server?.close();
    const date = await gateway((response) =>
      response
        .writeHead(503, { date: 'Thu, 12 Mar 2026 12:00:00 GMT', 'retry-after': 'Thu, 12 Mar 2026 12:02:00 GMT' })
        .end(),
    );
    expect((await failureOf(date)).retryAfter).toBe(120);
  });

  test('hangs: given up after the timeout, to be tried again', async () => {
    const send = await gateway(() => {});
    expect(await failureOf(send)).toMatchObject({ code: 'timed-out', permanent: false });
  });

  test('stops in the middle of its answer: the status counts, and no later than the timeout', async () => {
    const send = await gateway((response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
    });
    await expect(send(message)).resolves.toBeUndefined();
  });

  test('drops the connection after taking the message: to be tried again', async () => {
    const send = await gateway((_response, request) => request.socket.destroy());
    expect(await failureOf(send)).toMatchObject({ code: 'connection-lost', permanent: false });
    expect(received).toHaveLength(1);
  });

  test('is not there: to be tried again', async () => {
    const send = await gateway(() => {});
    await new Promise((resolve) => server?.close(resolve));
    expect(await failureOf(send)).toMatchObject({ code: 'unreachable', permanent: false, concernsAll: true });
  });

  test('redirects: neither number nor token follows it', async () => {
    const send = await gateway((response) => response.writeHead(307, { location: '/elsewhere' }).end());
    expect(await failureOf(send)).toMatchObject({ code: 'misconfigured', status: 307, permanent: false });
    expect(received).toHaveLength(1);
  });

  test('may be addressed with a name and a password instead of a token', async () => {
    const send = await gateway((response) => response.writeHead(200).end(), { login: 'diwan:p%40ss@' });
    await send(message);
    expect(received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('diwan:p@ss').toString('base64')}`);
  });

  test('is not configured: the embedded default', () => {
    expect(createSms({})).toEqual({ kind: 'embedded' });
  });
});
