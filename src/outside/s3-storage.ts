import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { type FileStorage, StorageFailure } from './file-storage.ts';

/**
 * A store of objects that speaks S3 (`PUT`, `GET`, `DELETE` and `HEAD` of a bucket, addressed by path, signed by SigV4).
 * What is sent is signed with its hash, so that a store takes nothing that was changed on the way.
 */
export interface S3Config {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly timeoutMilliseconds?: number;
  readonly attempts?: number;
}

/** No file is as large; whoever answers more is not the store. */
const mostBytes = 64 * 1024 * 1024;

export const createS3Storage = ({
  endpoint,
  bucket,
  region,
  accessKey,
  secretKey,
  timeoutMilliseconds = 15_000,
  attempts = 3,
}: S3Config): FileStorage => {
  const root = `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(bucket)}`;

  const attempt = async (method: string, path: string, body: Buffer | undefined, timeout: number): Promise<Answer> => {
    const signed = await new AwsV4Signer({
      method,
      url: root + path,
      headers: {
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
    }).sign();
    const response = await fetch(signed.url, {
      method,
      headers: signed.headers,
      ...(body && { body: body as Uint8Array<ArrayBuffer> }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
      await response.body?.cancel();
      throw new StorageFailure('the store of files answers more than any file has');
    }
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
  };

  /** Every request may be sent twice: what is put under a key is always the same. */
  const ask = async (method: string, path: string, body?: Buffer, timeout = timeoutMilliseconds): Promise<Answer> => {
    for (let number = 1; ; number++) {
      let reason: string;
      try {
        const answer = await attempt(method, path, body, timeout);
        const { status } = answer;
        if (status < 500 && status !== 429 && status !== 408) return answer;
        reason = `the store of files answers ${status}`;
      } catch (error) {
        if (error instanceof StorageFailure) throw error;
        reason = `the store of files does not answer (${(error as Error).name})`;
      }
      if (number >= attempts) throw new StorageFailure(reason);
      await wait(100 * 4 ** (number - 1));
    }
  };
  const refuse = ({ status, body }: Answer): never => {
    // The code alone: the rest may name keys.
    const code = /<Code>(\w{1,60})<\/Code>/.exec(body.toString('utf8', 0, 4_096))?.[1];
    throw new StorageFailure(`the store of files answers ${status}${code === undefined ? '' : ` ${code}`}`);
  };

  return {
    put: async (key, content) => {
      const answer = await ask('PUT', `/${key}`, content);
      if (answer.status !== 200) refuse(answer);
    },
    get: async (key) => {
      const answer = await ask('GET', `/${key}`);
      if (answer.status === 404 && answer.body.includes('NoSuchKey')) return undefined;
      return answer.status === 200 ? answer.body : refuse(answer);
    },
    remove: async (key) => {
      const answer = await ask('DELETE', `/${key}`);
      const isGone = answer.status === 404 && answer.body.includes('NoSuchKey');
      if (answer.status !== 204 && answer.status !== 200 && !isGone) refuse(answer);
    },
    check: async () => {
      const answer = await ask('HEAD', '', undefined, Math.min(timeoutMilliseconds, 5_000));
      if (answer.status !== 200) refuse(answer);
    },
  };
};

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}
