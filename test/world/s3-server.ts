import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../src/base/paths.ts';

export interface S3Server {
  /** How the program is told of it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly config: {
    readonly endpoint: string;
    readonly bucket: string;
    readonly region: string;
    readonly accessKey: string;
    readonly secretKey: string;
  };
  readonly trouble: (kind: 'fail' | 'hang' | 'refuse', times: number) => Promise<void>;
  readonly stop: () => void;
}

/** Starts a store of objects in a process of its own. */
export const startS3Server = async (): Promise<S3Server> => {
  const child = spawn(process.execPath, [inProject('test', 'world', 's3-server-process.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const endpoint = `http://127.0.0.1:${port.toString().trim()}`;
  return {
    settings: {
      FILES_S3_ENDPOINT: endpoint,
      FILES_S3_BUCKET: 'files',
      FILES_S3_ACCESS_KEY: 'S3RVER',
      FILES_S3_SECRET_KEY: 'S3RVER',
    },
    config: { endpoint, bucket: 'files', region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' },
    trouble: async (kind, times) => {
      await fetch(`${endpoint}/trouble`, { method: 'POST', body: JSON.stringify({ kind, times }) });
    },
    stop: () => void child.kill(),
  };
};
