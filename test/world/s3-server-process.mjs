import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/**
 * A store of objects that speaks S3, as a process of its own, for tests; its key is S3RVER, S3RVER and its bucket files.
 * Prints its port. `POST /trouble` makes the next requests fail, hang or be refused.
 */
const store = new S3rver({
  directory: mkdtempSync(join(tmpdir(), 'diwan-s3-')),
  silent: true,
  configureBuckets: [{ name: 'files' }],
});
await store.configureBuckets();
const answer = store.callback();
let trouble = { kind: 'fail', times: 0 };

const server = createServer((request, response) => {
  if (request.url === '/trouble') {
    let text = '';
    request.on('data', (data) => (text += data));
    request.on('end', () => {
      trouble = JSON.parse(text);
      response.end();
    });
    return;
  }
  if (trouble.times > 0) {
    trouble.times--;
    if (trouble.kind === 'hang') return;
    response.writeHead(trouble.kind === 'refuse' ? 403 : 503).end('<Error><Code>AccessDenied</Code></Error>');
    return;
  }
  answer(request, response);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
