import { resolve } from 'node:path';

/** A parser reads what a variable says or throws a Misspelt that says what to write instead. */
export class Misspelt extends Error {}

export type Parse<Value> = (text: string) => Value;

export const integer =
  (least: number, most: number): Parse<number> =>
  (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new Misspelt(`Write a whole number from ${least} to ${most}.`);
    }
    return value;
  };

export const yesOrNo: Parse<boolean> = (text) => {
  if (text !== '0' && text !== '1') throw new Misspelt('Write 1 for yes or 0 for no.');
  return text === '1';
};

export const oneOf =
  <Value extends string>(values: readonly Value[]): Parse<Value> =>
  (text) => {
    const found = values.find((value) => value === text);
    if (!found) throw new Misspelt(`Write one of ${values.join(', ')}.`);
    return found;
  };

/** An absolute path; what is relative counts from the folder in which the program was started. */
export const folder: Parse<string> = (text) => resolve(text);

export const hostName: Parse<string> = (text) => {
  if (!/^[\w.:-]+$/.test(text)) throw new Misspelt('Write a host name or an address such as localhost, 0.0.0.0 or ::.');
  return text;
};

/** A URL with one of these schemes, as it was written: what connects reads it again. */
export const urlOf =
  (schemes: readonly string[], example: string): Parse<string> =>
  (text) => {
    const hint = `Write a URL such as ${example}; characters like @ : / # in a password are written as %40 %3A %2F %23.`;
    if (!URL.canParse(text)) throw new Misspelt(hint);
    const { protocol } = new URL(text);
    if (!schemes.includes(protocol.slice(0, -1))) throw new Misspelt(`It begins with "${protocol}". ${hint}`);
    return text;
  };

/** Scheme and host only, without a slash at the end: paths are added to it. */
export const origin: Parse<string> = (text) => {
  const hint = 'Write scheme and host only, such as https://diwan.gov.lb';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash || url.pathname !== '/') {
    throw new Misspelt(hint);
  }
  return url.origin;
};

export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** Of a daemon that speaks no HTTP: a socket of this machine, or a host and its port. */
export const scannerAddress: Parse<ScannerAddress> = (text) => {
  if (/^(unix:)?\//.test(text)) return { path: text.replace(/^unix:/, '') };
  const [, host, port] = /^(?:tcp:\/\/)?(\[[\da-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535)
    throw new Misspelt('Write a socket such as /run/clamav/clamd.ctl, or a host and port such as 127.0.0.1:3310.');
  return { host: host.replaceAll(/[[\]]/g, ''), port: Number(port) };
};

/** Whether an address stays on this machine. */
export const isHere = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** An address to which personal data or keys are sent: without TLS on this machine only. */
export const webAddress =
  (example: string): Parse<string> =>
  (text) => {
    const address = urlOf(['http', 'https'], example)(text);
    const { protocol, hostname } = new URL(address);
    if (protocol === 'http:' && !isHere(hostname))
      throw new Misspelt(`Without TLS it may only be on this machine. Write a URL such as ${example}.`);
    return address;
  };

/** Of an identity provider, as it names itself, to the letter; without TLS on this machine only. */
export const issuer: Parse<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    url.search ||
    url.hash ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere(url.hostname)))
  )
    throw new Misspelt('Write the issuer with https, such as https://login.example.gov/realms/state');
  return text;
};

const mailboxPattern = /^(?:[^<>"]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/;

export const mailbox: Parse<string> = (text) => {
  if (!mailboxPattern.test(text)) throw new Misspelt('Write an address such as "Diwan <no-reply@diwan.gov.lb>".');
  return text;
};

/** Which neighbours may say whom they speak for (X-Forwarded-For): 0 nobody, a number of hops, or addresses and networks. */
export const proxies: Parse<false | number | string[]> = (text) => {
  if (text === '0') return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const networks = text.split(',').map((part) => part.trim());
  const known = /^(loopback|linklocal|uniquelocal|[\d.]+(\/\d{1,2})?|[\da-f:]+(\/\d{1,3})?)$/i;
  if (!networks.every((network) => known.test(network))) {
    throw new Misspelt('Write 0, the number of proxies in front (1 to 9), or their addresses: 10.0.0.0/8,loopback.');
  }
  return networks;
};

/** Anything on one line. */
export const words: Parse<string> = (text) => {
  if (/[\r\n]/.test(text)) throw new Misspelt('Write it on one line.');
  return text;
};
