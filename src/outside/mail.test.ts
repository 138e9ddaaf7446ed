import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { DeliveryFailure } from './delivery-failure.ts';
import { createMail, type Mail, type MailMessage } from './mail.ts';

const message: MailMessage = {
  to: 'rana@example.org',
  subject: 'طلبك DW-7K3M: موافقة',
  body: 'تمت الموافقة على طلبك.\n\nhttps://diwan.example/t/DW-7K3M',
  locale: 'ar',
  idempotencyKey: 'diwan-7-abc',
};

const refuse = (responseCode: number) => Object.assign(new Error(`no rana@example.org`), { responseCode });

describe('the mail server', () => {
  let server: SMTPServer | Server | undefined;
  let mail: Mail | undefined;
  let envelopes: { from: string; to: string[] }[] = [];
  let received: string[] = [];

  afterEach(async () => {
    if (mail?.kind === 'gateway') await mail.close();
    server?.close(() => {});
    server = undefined;
    envelopes = [];
    received = [];
  });

  const connectTo = (port: number, url = `smtp://127.0.0.1:${port}`) => {
    mail = createMail({ url, from: 'Diwan <no-reply@diwan.example>', timeoutSeconds: 0.5 });
    if (mail.kind === 'embedded') throw new Error('expected a gateway');
    return mail.send;
  };

  const listen = async (options: SMTPServerOptions = {}) => {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      closeTimeout: 100,
      onData: (stream, session, callback) => {
        let text = '';
        stream.setEncoding('utf8').on('data', (part: string) => (text += part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          envelopes.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) });
          received.push(text);
          callback();
        });
      },
      ...options,
    });
    server = smtp;
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    return connectTo((smtp.server.address() as AddressInfo).port);
  };

  const failureOf = async (sending: Promise<void>): Promise<DeliveryFailure> => {
    const error = await sending.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DeliveryFailure)) throw new Error('expected a delivery failure', { cause: error });
    return error;
  };

  test('gets the message, with a Message-ID that is the same at each attempt', async () => {
    const send = await listen();
    await send(message);
    await send(message);
    expect(envelopes).toEqual([
      { from: 'no-reply@diwan.example', to: ['rana@example.org'] },
      { from: 'no-reply@diwan.example', to: ['rana@example.org'] },
    ]);
    const ids = received.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim());
    expect(ids).toEqual(['<diwan-7-abc@diwan.example>', '<diwan-7-abc@diwan.example>']);
    expect(received[0]).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(received[0]).toMatch(/^Content-Language: ar/im);
    expect(received[0]).toContain('multipart/alternative');
  });

  test('an address that hides another reaches nobody else, and a subject adds no header', async () => {
    const send = await listen();
    await send({ ...message, to: 'rana@example.org, spy@example.net' }).catch(() => {});
    await send({ ...message, to: 'rana@example.org\r\nRCPT TO:<spy@example.net>' }).catch(() => {});
    await send({ ...message, subject: 'Hello\r\nBcc: spy@example.net' });
    expect(envelopes.flatMap(({ to }) => to)).not.toContain('spy@example.net');
    expect(received.at(-1)).not.toMatch(/^Bcc:/im);
  });

  test('refuses the recipient: given up; the connection serves the next message', async () => {
    const send = await listen({
      onRcptTo: ({ address }, _session, callback) => callback(address.startsWith('rana') ? refuse(550) : undefined),
    });
    const failure = await failureOf(send(message));
    expect(failure).toMatchObject({ code: 'refused', status: 550, permanent: true, concernsAll: false });
    expect(failure.message).toBe('refused 550');
    await send({ ...message, to: 'karim@example.org' });
    expect(received).toHaveLength(1);
  });

  test('defers the recipient: tried again', async () => {
    const send = await listen({ onRcptTo: (_address, _session, callback) => callback(refuse(450)) });
    expect(await failureOf(send(message))).toMatchObject({
      code: 'busy',
      status: 450,
      permanent: false,
      concernsAll: false,
    });
  });

  test('refuses the words: given up; is out of space: tried again', async () => {
    const answers = [554, 452];
    const send = await listen({
      onData: (stream, _session, callback) => {
        stream.resume().on('end', () => callback(refuse(answers.shift() ?? 0)));
      },
    });
    expect(await failureOf(send(message))).toMatchObject({ code: 'refused', status: 554, permanent: true });
    expect(await failureOf(send(message))).toMatchObject({ code: 'busy', status: 452, permanent: false });
  });

  test('refuses us as a sender or our password: no message is given up for it', async () => {
    const send = await listen({
      onMailFrom: (_address, _session, callback) => callback(refuse(553)),
      onAuth: (_auth, _session, callback) => callback(refuse(535)),
    });
    expect(await failureOf(send(message))).toMatchObject({ code: 'misconfigured', status: 553, permanent: false });
    if (mail?.kind === 'gateway') await mail.close();
    const { port } = (server as SMTPServer).server.address() as AddressInfo;
    const withPassword = connectTo(port, `smtp://diwan:wrong@127.0.0.1:${port}`);
    expect(await failureOf(withPassword(message))).toMatchObject({
      code: 'misconfigured',
      status: 535,
      permanent: false,
    });
  });

  test('hangs before greeting, or after taking the message: given up after the timeout, to be tried again', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const send = connectTo((silent.address() as AddressInfo).port);
    expect(await failureOf(send(message))).toMatchObject({ code: 'timed-out', permanent: false, concernsAll: true });
    silent.close();
    if (mail?.kind === 'gateway') await mail.close();
    const slow = await listen({ onData: (stream) => void stream.resume() });
    expect(await failureOf(slow(message))).toMatchObject({ code: 'timed-out', permanent: false });
  });

  test('drops the connection after taking the message: to be tried again', async () => {
    const send = await listen({
      onData: (stream) => {
        stream.resume().on('end', () => {
          for (const { _socket } of (server as SMTPServer).connections) _socket.destroy();
        });
      },
    });
    expect(await failureOf(send(message))).toMatchObject({ code: 'connection-lost', permanent: false });
  });

  test('is not there: to be tried again', async () => {
    const send = connectTo(1);
    expect(await failureOf(send(message))).toMatchObject({ code: 'unreachable', permanent: false, concernsAll: true });
  });

  test('gets nothing in the clear when it is elsewhere', async () => {
    await listen();
    const { port } = (server as SMTPServer).server.address() as AddressInfo;
    if (mail?.kind === 'gateway') await mail.close();
    // This machine, under an address that does not say so.
    const failure = await failureOf(connectTo(port, `smtp://0.0.0.0:${port}`)(message));
    expect([failure.code, received]).toEqual(['misconfigured', []]);
  });

  test('is not configured: the embedded default; has no sender: refused at start', () => {
    expect(createMail({})).toEqual({ kind: 'embedded' });
    expect(() => createMail({ url: 'smtp://127.0.0.1' })).toThrow('MAIL_FROM');
  });
});
