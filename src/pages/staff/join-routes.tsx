import type { FastifyReply } from 'fastify';
import { say } from '../../base/texts.ts';
import { textOf } from '../http/inputs.ts';
import { createLinkCookie } from '../http/link-cookie.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { accountTexts, passwordFaultTexts } from './account/account-texts.ts';
import { readMember } from './account/typed-member.ts';
import { clientOf } from './client-of.ts';
import { JoinPage, type TypedMember } from './join-page.tsx';
import { staffHome } from './next-path.ts';
import { ExpiredLinkPage } from './reset-pages.tsx';
import type { SignInParts } from './sign-in-parts.ts';
import { joinPath, secondStepPath, setUpPath, signInPath, withNext } from './sign-in-paths.ts';
import { signInTexts as texts } from './sign-in-texts.ts';

/** Who fills in the form may take that long. */
const linkSeconds = 2 * 3_600;

/** Opening an account by the link of an invitation. */
export const joinRoutes = (parts: SignInParts): readonly Route[] => {
  const { invitations, signInDesk, country, contextOf, config } = parts;
  const linkCookie = createLinkCookie(config, 'join', linkSeconds);
  const linkOf = (request: Request): string => linkCookie.read(request) ?? '';

  const enter = (request: Request, reply: FastifyReply) =>
    linkCookie.keep(reply, (request.params as { link: string }).link).redirect(joinPath, 303);

  const show = async (
    request: Request,
    reply: FastifyReply,
    typed?: TypedMember,
    problems: readonly FieldProblem[] = [],
  ) => {
    const invitation = await invitations.find(linkOf(request));
    if (!invitation) return expired(request, reply);
    return sendPage(
      reply,
      <JoinPage
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        action={joinPath}
        email={invitation.email}
        portal={say(request.locale, country.portal)}
        typed={typed ?? { name: '', nameLatin: '', locale: invitation.locale }}
        problems={problems}
      />,
    );
  };

  const expired = (request: Request, reply: FastifyReply) =>
    sendPage(
      reply.code(410),
      <ExpiredLinkPage
        context={contextOf(request)}
        detail={say(request.locale, texts.joinExpired)}
        href={signInPath}
        label={say(request.locale, texts.title)}
      />,
    );

  const join = async (request: Request, reply: FastifyReply) => {
    const { locale, body } = request;
    const password = textOf(body, 'password');
    const { typed, problems } = readMember(body, locale);
    const passwordProblem = (message: string): FieldProblem => ({ name: 'password', message });
    const missing = password === '' ? [passwordProblem(say(locale, accountTexts.passwordMissing))] : [];
    if (problems.length + missing.length > 0) return show(request, reply.code(422), typed, [...problems, ...missing]);

    const client = clientOf(request);
    const invitation = await invitations.find(linkOf(request));
    const outcome = await invitations.accept(linkOf(request), { ...typed, password }, client);
    if (outcome.kind === 'expired' || !invitation) return expired(request, reply);
    if (outcome.kind === 'faulty') {
      const problem = passwordProblem(say(locale, passwordFaultTexts[outcome.fault]));
      return show(request, reply.code(422), typed, [problem]);
    }
    linkCookie.forget(reply);
    // The person has just chosen the password: signing in with it leads on to what the roles ask for.
    const first = await signInDesk.signIn(invitation.email, password, client);
    if (first.kind === 'signed-in') {
      // Nothing asks for a second factor: it is offered where it can be set up.
      return reply.header('set-cookie', [...first.setCookies]).redirect('/staff/account', 303);
    }
    if (first.kind !== 'second-step') return reply.redirect(signInPath, 303);
    const path = first.lacks === 'prove' ? secondStepPath : setUpPath;
    return reply.header('set-cookie', [...first.setCookies]).redirect(withNext(path, staffHome), 303);
  };

  const limits = { access: 'public', perMinute: 60 } as const;
  return [
    { method: 'GET', path: `${joinPath}/:link`, ...limits, handler: enter },
    { method: 'GET', path: joinPath, ...limits, handler: (request, reply) => show(request, reply) },
    { method: 'POST', path: joinPath, ...limits, handler: join },
  ];
};
