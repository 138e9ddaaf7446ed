import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../base/problem.ts';

/**
 * How bodies are read. JSON has to be UTF-8 as it stands (RFC 8259, 8.1): a decoder that replaces what it cannot read
 * would store something else than was sent. Keys that reach into prototypes are refused by the parser.
 */
export const readBodies = (app: FastifyInstance): void => {
  // What is sent in pieces is read while it comes, so that what has come stays when the line breaks.
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload));
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (!isUtf8(body as Buffer)) {
      done(new Problem('malformed-json'));
      return;
    }
    void parseJson(request, body.toString(), (error, value) =>
      done(error && new Problem('malformed-json', { cause: error }), value),
    );
  });
};
