import type { FastifyReply } from 'fastify';
import { providerCallbackPath } from '../../access/provider.ts';
import type { Held, SignInOutcome } from '../../access/sign-in.ts';
import { say } from '../../base/texts.ts';
import { textOf, textsOf } from '../http/inputs.ts';
import { clearCopies } from '../http/clear-copies.ts';
import { noteRefusal } from '../http/refusals.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import { clientOf, passkeyAnswerOf } from './client-of.ts';
import { safeNextPath } from './next-path.ts';
import type { SignInParts } from './sign-in-parts.ts';
import {
  passkeyOptionsPath,
  passkeySignInPath,
  providerPath,
  secondStepPath,
  setUpPath,
  signInPath,
  withNext,
} from './sign-in-paths.ts';
import { SignInPage, type SignInPageProps } from './sign-in-page.tsx';
import { signInTexts as texts } from './sign-in-texts.ts';

export const signInRoutes = (parts: SignInParts): readonly Route[] => {
  const { signInDesk, sessions, passkeys, provider, contextOf } = parts;

  type Attempt = Pick<SignInPageProps, 'next' | 'email' | 'problems' | 'justSignedOut' | 'justReset'>;
  const showPage = (request: Request, reply: FastifyReply, attempt: Attempt) =>
    sendPage(
      reply,
      <SignInPage
        {...attempt}
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        demonstration={parts.demonstration}
        providerLabel={provider?.label}
        services={parts.catalogue.services.map(({ service }) => service)}
      />,
    );

  const show = async (request: Request, reply: FastifyReply) => {
    const { query, cookies } = request;
    const next = safeNextPath(textOf(query, 'next'));
    if (await sessions.find(cookies)) return reply.redirect(next, 303);
    const half = textOf(query, 'again') === '' ? await sessions.findHalf(cookies) : undefined;
    if (half) return reply.redirect(withNext(half.lacks === 'prove' ? secondStepPath : setUpPath, next), 303);
    const justSignedOut = textOf(query, 'out') !== '';
    return showPage(request, reply, { next, justSignedOut, justReset: textOf(query, 'reset') !== '' });
  };

  const hold = (request: Request, reply: FastifyReply, outcome: Held, attempt: Attempt) => {
    noteRefusal(request, outcome.kind === 'busy' ? 'overloaded' : 'too-many-requests');
    reply.header('retry-after', outcome.retryAfter);
    const minutes = Math.ceil(outcome.retryAfter / 60);
    const message =
      outcome.kind === 'busy' ? say(request.locale, texts.busy) : say(request.locale, texts.limited, { minutes });
    return showPage(request, reply.code(outcome.kind === 'busy' ? 503 : 429), { ...attempt, problems: [{ message }] });
  };

  const leadOn = (reply: FastifyReply, outcome: Extract<SignInOutcome, { setCookies: unknown }>, next: string) => {
    reply.header('set-cookie', [...outcome.setCookies]);
    if (outcome.kind === 'signed-in') return reply.redirect(next, 303);
    return reply.redirect(withNext(outcome.lacks === 'prove' ? secondStepPath : setUpPath, next), 303);
  };

  const attempt = async (request: Request, reply: FastifyReply) => {
    const { body, locale } = request;
    const next = safeNextPath(textOf(body, 'next'));
    const email = onlyText(body, 'email');
    const password = onlyText(body, 'password');
    const refuse = (problems: SignInPageProps['problems'] & object) =>
      showPage(request, reply.code(422), { next, email, problems });

    const missing = [
      ...(email.trim() === '' ? [{ name: 'email', message: say(locale, texts.emailMissing) }] : []),
      ...(password === '' ? [{ name: 'password', message: say(locale, texts.passwordMissing) }] : []),
    ];
    if (missing.length > 0) return refuse(missing);

    const outcome = await signInDesk.signIn(email, password, clientOf(request));
    switch (outcome.kind) {
      case 'signed-in':
      case 'second-step':
        return leadOn(reply, outcome, next);
      case 'refused':
        noteRefusal(request, 'wrong-sign-in');
        return refuse([{ name: 'email', message: say(locale, texts.refused) }]);
      case 'limited':
      case 'busy':
        return hold(request, reply, outcome, { next, email });
    }
  };

  const attemptWithPasskey = async (request: Request, reply: FastifyReply) => {
    const next = safeNextPath(textOf(request.body, 'next'));
    const answer = passkeyAnswerOf(request.body);
    const outcome = answer && (await signInDesk.signInWithPasskey(answer, clientOf(request)));
    if (outcome?.kind === 'signed-in') return leadOn(reply, outcome, next);
    if (outcome?.kind === 'limited' || outcome?.kind === 'busy') return hold(request, reply, outcome, { next });
    noteRefusal(request, 'wrong-sign-in');
    const problems = [{ message: say(request.locale, texts.passkeyRefused) }];
    return showPage(request, reply.code(422), { next, problems });
  };

  const failWithProvider = (request: Request, reply: FastifyReply, status: number, reason: ProviderTrouble) => {
    if (status === 403) noteRefusal(request, 'wrong-sign-in');
    const problems = [{ message: say(request.locale, texts[reason], { label: provider?.label ?? '' }) }];
    return showPage(request, reply.code(status), { next: safeNextPath(''), problems });
  };

  const leaveForProvider = async (request: Request, reply: FastifyReply) => {
    const begun = await provider?.begin(safeNextPath(textOf(request.query, 'next')));
    if (!begun) return failWithProvider(request, reply, 503, 'providerUnavailable');
    return reply.header('set-cookie', begun.setCookie).redirect(begun.url, 303);
  };

  const comeBack = async (request: Request, reply: FastifyReply) => {
    const query = request.url.indexOf('?');
    const answer = await provider?.finish(query < 0 ? '' : request.url.slice(query), clientOf(request));
    switch (answer?.kind) {
      case 'known': {
        const outcome = await signInDesk.signInAs(answer.accountId, answer.secondFactor, clientOf(request));
        if (outcome.kind === 'refused') return failWithProvider(request, reply, 403, 'providerUnknown');
        return leadOn(reply, outcome, answer.next);
      }
      case 'no-account':
        return failWithProvider(request, reply, 403, 'providerUnknown');
      case 'unavailable':
        return failWithProvider(request, reply, 503, 'providerUnavailable');
      case 'refused':
      case undefined:
        return failWithProvider(request, reply, 403, 'providerRefused');
    }
  };

  const leave = async (request: Request, reply: FastifyReply) => {
    const forget = await signInDesk.signOut(request.cookies);
    return clearCopies(reply.header('set-cookie', [...forget])).redirect(`${signInPath}?out=1`, 303);
  };

  return [
    { method: 'GET', path: signInPath, access: 'public', handler: show },
    { method: 'POST', path: signInPath, access: 'public', handler: attempt },
    {
      method: 'POST',
      path: passkeyOptionsPath,
      access: 'public',
      perMinute: 60,
      handler: async (request) => passkeys.beginUsing((await sessions.findHalf(request.cookies))?.staff.accountId),
    },
    { method: 'POST', path: passkeySignInPath, access: 'public', handler: attemptWithPasskey },
    ...(provider
      ? ([
          { method: 'GET', path: providerPath, access: 'public', perMinute: 60, handler: leaveForProvider },
          { method: 'GET', path: providerCallbackPath, access: 'public', perMinute: 60, handler: comeBack },
        ] as const)
      : []),
    // Public, so that somebody whose session has just ended is not told to sign in before signing out.
    { method: 'POST', path: '/staff/sign-out', access: 'public', handler: leave },
  ];
};

/** Of a field that came several times nothing counts: who would be signed in is not to be guessed. */
const onlyText = (body: unknown, name: string): string => (textsOf(body, name).length === 1 ? textOf(body, name) : '');

type ProviderTrouble = 'providerRefused' | 'providerUnavailable' | 'providerUnknown';
