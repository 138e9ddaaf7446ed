import { randomUUID } from 'node:crypto';
import type { Player, Refused, Submitted } from './journey.ts';
import type { OpenProgram } from './open-program.ts';

const password = 'diwan-demo-2026';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

/** What is wrong with which answer; else why it was refused as a whole. */
const refusalOf = ({ code, errors = [] }: Problem): Refused => {
  const [first] = errors;
  if (!first) return code;
  return first.path === '' ? first.code : Object.fromEntries(errors.map((error) => [error.path, error.code]));
};

/** Tokens by e-mail address: who signs in before each step is soon asked to wait. */
const signedIn = new WeakMap<OpenProgram, Map<string, string>>();

/** Plays journeys as another program would: everything by the API. */
export const createApiPlayer = (program: OpenProgram, service: string): Player => {
  const tokens = signedIn.get(program) ?? new Map<string, string>();
  signedIn.set(program, tokens);
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(program.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const content = (await answer.json()) as object;
    return { status: answer.status, ...(answer.ok ? { content } : { refused: refusalOf(content as Problem) }) };
  };
  const signIn = async (email: string): Promise<string> => {
    const answer = await post('/api/v1/sessions', { email, password });
    if (!('content' in answer)) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.refused)}`);
    return (answer.content as { token: string }).token;
  };
  const postAs = async (email: string, path: string, body: object) => {
    const send = async (token: string) => {
      tokens.set(email, token);
      return post(path, body, { authorization: `Bearer ${token}` });
    };
    const answer = await send(tokens.get(email) ?? (await signIn(email)));
    return answer.status === 401 ? send(await signIn(email)) : answer;
  };
  return {
    knowsCodes: true,
    submit: async ({ locale = 'ar', by = 'applicant', channel }, data) => {
      const body = { key: randomUUID(), locale, data, ...(channel && { channel }) };
      const path = `/api/v1/services/${service}/submissions`;
      const answer = by === 'applicant' ? await post(path, body) : await postAs(by, path, body);
      return 'content' in answer ? (answer.content as Submitted) : { refused: answer.refused };
    },
    act: async ({ reference, secret }, { by, action }, data) => {
      const path = `/api/v1/records/${reference}/actions/${action}`;
      const answer =
        by === 'applicant'
          ? await post(path, { data }, { 'x-record-secret': secret })
          : await postAs(by, path, { data });
      return 'content' in answer ? undefined : answer.refused;
    },
  };
};
