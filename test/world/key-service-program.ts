import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * A small key service as a process of its own, for tests: it speaks what docs/keys.md says and keeps its master keys to
 * itself. Prints its port. `POST /rotate` makes a new master key; `POST /trouble` makes the next requests fail or hang.
 */
const keys = new Map<string, Buffer>();
let present = '';
const rotate = () => {
  present = `master-${keys.size + 1}`;
  keys.set(present, randomBytes(32));
};
rotate();
let trouble: { kind: 'fail' | 'hang' | 'refuse' | 'nonsense'; times: number } = { kind: 'fail', times: 0 };

const wrap = (key: Buffer): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.get(present)!, nonce);
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
};
const unwrap = (wrapping: string, text: string): string => {
  const wrapped = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keys.get(wrapping)!, wrapped.subarray(0, 12));
  decipher.setAuthTag(wrapped.subarray(-16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]).toString('base64');
};

const answer = (path: string, body: Record<string, unknown>): object => {
  switch (path) {
    case '/wrap':
      return { wrapping: present, wrapped: (body['keys'] as string[]).map((key) => wrap(Buffer.from(key, 'base64'))) };
    case '/unwrap':
      return { keys: (body['wrapped'] as string[]).map((text) => unwrap(body['wrapping'] as string, text)) };
    case '/rotate':
      rotate();
      return { present };
    case '/trouble':
      trouble = body as typeof trouble;
      return {};
    default:
      throw new Error('unknown');
  }
};

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    const isOurs = request.url === '/trouble' || request.url === '/rotate';
    if (!isOurs && request.headers.authorization !== 'Bearer let-me-in') return response.writeHead(401).end();
    if (!isOurs && trouble.times > 0) {
      trouble.times--;
      if (trouble.kind === 'hang') return undefined;
      if (trouble.kind === 'nonsense') return response.end('{"keys":["AAAA"],"wrapped":[],"wrapping":"x"}');
      return response.writeHead(trouble.kind === 'refuse' ? 403 : 503).end('AAAA');
    }
    try {
      return response.end(JSON.stringify(answer(request.url ?? '', JSON.parse(text) as Record<string, unknown>)));
    } catch {
      return response.writeHead(400).end();
    }
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as { port: number }).port}\n`));
