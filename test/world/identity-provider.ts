import { spawn } from 'node:child_process';
import { inProject } from '../../src/base/paths.ts';
import { freePort } from './free-port.ts';

/** An OpenID provider, certified and maintained by others, that runs as its own process. */
export interface IdentityProvider {
  readonly issuer: string;
  /** Signs somebody in there, as a browser would, and gives the address to which the provider sends the browser back. */
  readonly signIn: (authorizationUrl: string, login: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
}

export const startIdentityProvider = async (
  redirectUri: string,
  people: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<IdentityProvider> => {
  const port = await freePort();
  const order = JSON.stringify({ port, redirectUri, people });
  const script = inProject('test', 'world', 'identity-provider-process.mjs');
  const program = spawn(process.execPath, [script, order], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    program.stdout.once('data', () => resolve());
    program.once('exit', (code) => reject(new Error(`the identity provider ended with ${code}`)));
  });
  const issuer = `http://localhost:${port}`;

  const signIn = async (authorizationUrl: string, login: string): Promise<URL> => {
    const cookies = new Map<string, string>();
    let address = new URL(authorizationUrl);
    let body: URLSearchParams | undefined;
    for (let step = 0; step < 12; step += 1) {
      const answer = await fetch(address, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body && { method: 'POST', body }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location !== null) {
        address = new URL(location, address);
        body = undefined;
        if (address.origin !== issuer) return address;
        continue;
      }
      const page = await answer.text();
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
      if (!answer.ok || action === undefined) throw new Error(`the provider answered ${answer.status}: ${page}`);
      address = new URL(action, address);
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      body = new URLSearchParams({ prompt, login, password: 'any' });
    }
    throw new Error('the provider asks without end');
  };

  return {
    issuer,
    signIn,
    stop: async () => {
      const ended = new Promise((resolve) => program.once('exit', resolve));
      program.kill('SIGTERM');
      await ended;
    },
  };
};
