import { createTransport, type NodemailerError } from 'nodemailer';
import { isHere } from '../base/config-parsers.ts';
import { directionOf, type Locale } from '../base/texts.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import type { Gateway, GatewayLimits } from './gateway.ts';
import { mailHtml } from './mail-html.ts';

/**
 * E-mail leaves over SMTP. The Message-ID is made from the idempotency key, so that a message that is sent again because
 * the answer to the first attempt got lost is recognised as the same one by the servers and programs on its way.
 */
export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  /** Plain text, paragraphs separated by an empty line; an HTML part with the right direction is derived from it. */
  readonly body: string;
  readonly locale: Locale;
  readonly idempotencyKey: string;
}

/** Resolves once the server has taken the message over; throws a DeliveryFailure otherwise. */
export type SendMail = (message: MailMessage) => Promise<void>;

export type Mail = { readonly kind: 'embedded' } | (Gateway & { readonly send: SendMail });

export interface MailConfig extends GatewayLimits {
  /** `smtp://user:password@host:587` or `smtps://…:465`; without it the embedded default is used. */
  readonly url?: string | undefined;
  /** Who writes: `Name <address>`. */
  readonly from?: string | undefined;
}

export const createMail = ({ url, from, timeoutSeconds = 30, concurrency = 4 }: MailConfig): Mail => {
  if (url === undefined) return { kind: 'embedded' };
  if (from === undefined) throw new Error('MAIL_FROM is needed with SMTP_URL: the address that messages come from');
  const timeout = timeoutSeconds * 1000;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: concurrency,
    maxRequeues: 1,
    // Off this machine nothing is said in the clear: a server that offers no TLS gets no message.
    requireTLS: !isHere(new URL(url).hostname),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s<>@]+?)>?\s*$/.exec(from)?.[1] ?? 'localhost';

  const send: SendMail = async ({ to, subject, body, locale, idempotencyKey }) => {
    try {
      await transport.sendMail({
        from,
        // An object is taken as one address; a string would be parsed, and could name several.
        to: { name: '', address: to },
        subject,
        text: body,
        html: mailHtml({ body, locale, direction: directionOf(locale) }),
        messageId: `<${idempotencyKey}@${domain}>`,
        // RFC 3834: no out-of-office replies, please.
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
        signal: AbortSignal.timeout(timeout),
      });
    } catch (error) {
      throw mailFailure(error as NodemailerError);
    }
  };
  return { kind: 'gateway', send, timeoutSeconds, concurrency, close: async () => transport.close() };
};

/** SMTP replies: 4yz may succeed later, 5yz will not (RFC 5321, 4.2.1), unless what is refused is us and not the message. */
const mailFailure = (error: NodemailerError): DeliveryFailure => {
  const { code, command, responseCode: status } = error;
  const because = { status, cause: error };
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
    case 'ECONFIG':
    case 'EPROXY':
    case 'ETLS':
      return new DeliveryFailure('misconfigured', because);
    case 'EABORT':
    case 'ETIMEDOUT':
      return new DeliveryFailure('timed-out', because);
  }
  if (status === undefined) {
    if (code === 'EENVELOPE') return new DeliveryFailure('refused', because);
    return new DeliveryFailure(code === 'ESOCKET' || code === 'EDNS' ? 'unreachable' : 'connection-lost', because);
  }
  if (error.permanent !== true) {
    const concernsAll = status === 421 || command === 'CONN' || command === 'EHLO' || command === 'MAIL FROM';
    return new DeliveryFailure('busy', { ...because, concernsAll });
  }
  const aboutTheMessage = command === 'RCPT TO' || command === 'DATA';
  return new DeliveryFailure(aboutTheMessage ? 'refused' : 'misconfigured', because);
};
