import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Client } from '../../access/client.ts';
import { textOf } from '../http/inputs.ts';
import type { Request } from '../route.ts';

/** Who is at the other end of the line. */
export const clientOf = ({ ip, headers, cookies }: Request): Client => ({
  address: ip,
  userAgent: headers['user-agent'] ?? '',
  cookies,
});

/** What a browser answered with a passkey, as the form sends it; undefined when it is nothing of the kind. */
export const passkeyAnswerOf = (body: unknown): (AuthenticationResponseJSON & RegistrationResponseJSON) | undefined => {
  try {
    const answer = JSON.parse(textOf(body, 'answer')) as { id?: unknown; response?: unknown } | null;
    const isAnswer = typeof answer?.id === 'string' && typeof answer.response === 'object' && answer.response !== null;
    return isAnswer ? (answer as AuthenticationResponseJSON & RegistrationResponseJSON) : undefined;
  } catch {
    return undefined;
  }
};
