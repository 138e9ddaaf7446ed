import type { FastifyReply } from 'fastify';
import { say } from '../../base/texts.ts';
import { textOf } from '../http/inputs.ts';
import { createLinkCookie } from '../http/link-cookie.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { accountTexts, passwordFaultTexts } from './account/account-texts.ts';
import { clientOf } from './client-of.ts';
import { ExpiredLinkPage, ForgotPage, ForgotSentPage, ResetPage } from './reset-pages.tsx';
import type { SignInParts } from './sign-in-parts.ts';
import { forgotPath, resetPath, signInPath } from './sign-in-paths.ts';
import { signInTexts as texts } from './sign-in-texts.ts';

/** As long as the link itself is good. */
const linkSeconds = 1_800;

/** A forgotten password: asking for a link, and choosing a new one by it. */
export const resetRoutes = ({ passwords, contextOf, config }: SignInParts): readonly Route[] => {
  const linkCookie = createLinkCookie(config, 'reset', linkSeconds);
  const showForgot = (request: Request, reply: FastifyReply, email = '', problems: readonly FieldProblem[] = []) =>
    sendPage(
      reply,
      <ForgotPage context={contextOf(request)} csrfToken={reply.generateCsrf()} email={email} problems={problems} />,
    );

  const ask = (request: Request, reply: FastifyReply) => {
    const { locale, body } = request;
    const email = textOf(body, 'email');
    if (!email.includes('@'))
      return showForgot(request, reply.code(422), email, [{ name: 'email', message: say(locale, texts.emailMissing) }]);
    const wait = passwords.askReset(email, clientOf(request));
    if (wait === 0) return sendPage(reply, <ForgotSentPage context={contextOf(request)} />);
    const message = say(locale, texts.limited, { minutes: Math.ceil(wait / 60) });
    return showForgot(request, reply.code(429).header('retry-after', wait), email, [{ message }]);
  };

  const linkOf = (request: Request): string => linkCookie.read(request) ?? '';

  const enter = (request: Request, reply: FastifyReply) =>
    linkCookie.keep(reply, (request.params as { link: string }).link).redirect(resetPath, 303);

  const expired = (request: Request, reply: FastifyReply) =>
    sendPage(
      reply.code(410),
      <ExpiredLinkPage
        context={contextOf(request)}
        detail={say(request.locale, texts.resetExpired)}
        href={forgotPath}
        label={say(request.locale, texts.resetAgain)}
      />,
    );

  const show = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const email = await passwords.findReset(linkOf(request));
    if (email === undefined) return expired(request, reply);
    return sendPage(
      reply,
      <ResetPage
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        action={resetPath}
        email={email}
        problems={problems}
      />,
    );
  };

  const reset = async (request: Request, reply: FastifyReply) => {
    const password = textOf(request.body, 'password');
    const refuse = (message: string) => show(request, reply.code(422), [{ name: 'password', message }]);
    if (password === '') return refuse(say(request.locale, accountTexts.passwordMissing));
    const outcome = await passwords.reset(linkOf(request), password, clientOf(request));
    switch (outcome.kind) {
      case 'changed':
        return linkCookie.forget(reply).redirect(`${signInPath}?reset=1`, 303);
      case 'faulty':
        return refuse(say(request.locale, passwordFaultTexts[outcome.fault]));
      case 'expired':
        return expired(request, reply);
    }
  };

  return [
    { method: 'GET', path: forgotPath, access: 'public', handler: (request, reply) => showForgot(request, reply) },
    { method: 'POST', path: forgotPath, access: 'public', perMinute: 60, handler: ask },
    { method: 'GET', path: `${resetPath}/:link`, access: 'public', perMinute: 60, handler: enter },
    {
      method: 'GET',
      path: resetPath,
      access: 'public',
      perMinute: 60,
      handler: (request, reply) => show(request, reply),
    },
    { method: 'POST', path: resetPath, access: 'public', perMinute: 60, handler: reset },
  ];
};
