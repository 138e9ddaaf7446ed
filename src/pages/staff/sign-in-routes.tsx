import type { FastifyReply } from 'fastify';
import type { Demonstration } from '../../access/demonstration.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { SignInDesk } from '../../access/sign-in.ts';
import type { StaffSessions } from '../../access/staff-sessions.ts';
import { say } from '../../base/texts.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { PageContext } from '../ui/page-context.ts';
import { safeNextPath } from './next-path.ts';
import { secondStepPath, setUpPath, signInPath } from './sign-in-paths.ts';
import { SignInPage, type SignInPageProps } from './sign-in-page.tsx';
import { signInTexts as texts } from './sign-in-texts.ts';

export interface SignInRoutesParts {
  readonly signInDesk: SignInDesk;
  readonly sessions: StaffSessions;
  /** Set where the demonstration is on. */
  readonly demonstration: Demonstration | undefined;
  readonly catalogue: Pick<Catalogue, 'services'>;
  readonly contextOf: (request: Request) => PageContext;
}

export const signInRoutes = (parts: SignInRoutesParts): readonly Route[] => {
  const { signInDesk, sessions, contextOf } = parts;

  type Attempt = Pick<SignInPageProps, 'next' | 'email' | 'problems' | 'justSignedOut'>;
  const showPage = (request: Request, reply: FastifyReply, attempt: Attempt) =>
    sendPage(
      reply,
      <SignInPage
        {...attempt}
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        demonstration={parts.demonstration}
        services={parts.catalogue.services.map(({ service }) => service)}
      />,
    );

  const show = async (request: Request, reply: FastifyReply) => {
    const next = safeNextPath(textOf(request.query, 'next'));
    if (await sessions.find(request.cookies)) return reply.redirect(next, 303);
    return showPage(request, reply, { next, justSignedOut: textOf(request.query, 'out') !== '' });
  };

  const attempt = async (request: Request, reply: FastifyReply) => {
    const { body, locale, cookies, ip, headers } = request;
    const next = safeNextPath(textOf(body, 'next'));
    const email = textOf(body, 'email');
    const password = textOf(body, 'password');
    const refuse = (status: number, problems: SignInPageProps['problems'] & object) =>
      showPage(request, reply.code(status), { next, email, problems });

    const missing = [
      ...(email.trim() === '' ? [{ name: 'email', message: say(locale, texts.emailMissing) }] : []),
      ...(password === '' ? [{ name: 'password', message: say(locale, texts.passwordMissing) }] : []),
    ];
    if (missing.length > 0) return refuse(422, missing);

    const client = { address: ip, userAgent: headers['user-agent'] ?? '', cookies };
    const outcome = await signInDesk.signIn(email, password, client);
    switch (outcome.kind) {
      case 'signed-in':
        return reply.header('set-cookie', [...outcome.setCookies]).redirect(next, 303);
      case 'second-step': {
        const path = outcome.lacks === 'prove' ? secondStepPath : setUpPath;
        return reply
          .header('set-cookie', [...outcome.setCookies])
          .redirect(`${path}?next=${encodeURIComponent(next)}`, 303);
      }
      case 'refused':
        return refuse(422, [{ name: 'email', message: say(locale, texts.refused) }]);
      case 'limited':
        reply.header('retry-after', outcome.retryAfter);
        return refuse(429, [{ message: say(locale, texts.limited, { minutes: Math.ceil(outcome.retryAfter / 60) }) }]);
      case 'busy':
        reply.header('retry-after', outcome.retryAfter);
        return refuse(503, [{ message: say(locale, texts.busy) }]);
    }
  };

  const leave = async (request: Request, reply: FastifyReply) => {
    const forget = await signInDesk.signOut(request.cookies);
    return reply.header('set-cookie', [...forget]).redirect(`${signInPath}?out=1`, 303);
  };

  return [
    { method: 'GET', path: signInPath, access: 'public', handler: show },
    { method: 'POST', path: signInPath, access: 'public', handler: attempt },
    // Public, so that somebody whose session has just ended is not told to sign in before signing out.
    { method: 'POST', path: '/staff/sign-out', access: 'public', handler: leave },
  ];
};

/** One value of a query or form; empty when it is missing or given several times. */
const textOf = (values: unknown, name: string): string => {
  const value = (values as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};
