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

/** Plays journeys as another program would: everything by the API. */
export const createApiPlayer = (program: OpenProgram, service: string): Player => {
  const tokens = new Map<string, Promise<string>>();
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(program.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const content = (await answer.json()) as object;
    return answer.ok ? { content } : { refused: refusalOf(content as Problem) };
  };
  const signIn = async (email: string): Promise<string> => {
    const answer = await post('/api/v1/sessions', { email, password });
    if (!('content' in answer)) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.refused)}`);
    return (answer.content as { token: string }).token;
  };
  const asStaff = async (email: string): Promise<Readonly<Record<string, string>>> => {
    const token = tokens.get(email) ?? signIn(email);
    tokens.set(email, token);
    return { authorization: `Bearer ${await token}` };
  };
  return {
    knowsCodes: true,
    submit: async ({ locale = 'ar', by = 'applicant', channel }, data) => {
      const body = { key: randomUUID(), locale, data, ...(channel && { channel }) };
      const headers = by === 'applicant' ? {} : await asStaff(by);
      const answer = await post(`/api/v1/services/${service}/submissions`, body, headers);
      return 'content' in answer ? (answer.content as Submitted) : answer;
    },
    act: async ({ reference, secret }, { by, action }, data) => {
      const headers = by === 'applicant' ? { 'x-record-secret': secret } : await asStaff(by);
      const answer = await post(`/api/v1/records/${reference}/actions/${action}`, { data }, headers);
      return 'content' in answer ? undefined : answer.refused;
    },
  };
};
