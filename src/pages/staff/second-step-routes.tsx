import type { FastifyReply } from 'fastify';
import type { HalfSignedIn } from '../../access/staff-sessions.ts';
import { say } from '../../base/texts.ts';
import { textOf } from '../http/inputs.ts';
import { noteRefusal } from '../http/refusals.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { accountTexts } from './account/account-texts.ts';
import { RecoveryCodesPage } from './account/recovery-codes-page.tsx';
import { issuerFor, SetUpAppPage } from './account/set-up-app-page.tsx';
import { clientOf, passkeyAnswerOf } from './client-of.ts';
import { safeNextPath } from './next-path.ts';
import { SecondStepPage } from './second-step-page.tsx';
import type { SignInParts } from './sign-in-parts.ts';
import { secondStepPath, setUpPath, signInPath, withNext } from './sign-in-paths.ts';
import { signInTexts as texts } from './sign-in-texts.ts';

/** The pages for who has shown a password and needs more: showing a second factor, or setting one up. */
export const secondStepRoutes = (parts: SignInParts): readonly Route[] => {
  const { signInDesk, sessions, factors, contextOf, country } = parts;

  /** Whoever is not between the two steps begins at the first. */
  const between =
    (
      lacks: HalfSignedIn['lacks'],
      answer: (request: Request, reply: FastifyReply, half: HalfSignedIn, next: string) => unknown,
    ) =>
    async (request: Request, reply: FastifyReply) => {
      const next = safeNextPath(textOf(request.method === 'GET' ? request.query : request.body, 'next'));
      const half = await sessions.findHalf(request.cookies);
      return half?.lacks === lacks
        ? answer(request, reply, half, next)
        : reply.redirect(withNext(signInPath, next), 303);
    };

  const showStep = async (
    request: Request,
    reply: FastifyReply,
    { staff, hasPasskey }: HalfSignedIn,
    next: string,
    problems?: readonly FieldProblem[],
  ) => {
    const isDemo = parts.demonstration !== undefined && staff.demonstration;
    return sendPage(
      reply,
      <SecondStepPage
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        next={next}
        problems={problems}
        hasPasskey={hasPasskey}
        demoCode={isDemo ? await factors.codeToShow(staff.accountId) : undefined}
      />,
    );
  };

  const prove = between('prove', async (request, reply, half, next) => {
    const { locale, body } = request;
    const typed = textOf(body, 'code');
    const passkey = passkeyAnswerOf(body);
    const refuse = (status: number, problem: FieldProblem) =>
      showStep(request, reply.code(status), half, next, [problem]);
    if (!passkey && typed.trim() === '') return refuse(422, { name: 'code', message: say(locale, texts.codeMissing) });
    const outcome = await signInDesk.prove(passkey ? { passkey } : { typed: typed.slice(0, 100) }, clientOf(request));
    switch (outcome.kind) {
      case 'signed-in':
        return reply.header('set-cookie', [...outcome.setCookies]).redirect(next, 303);
      case 'wrong':
        noteRefusal(request, 'wrong-sign-in');
        return refuse(422, { name: 'code', message: say(locale, texts.codeWrong) });
      case 'expired':
        return reply.redirect(withNext(signInPath, next), 303);
      case 'limited':
      case 'busy': {
        noteRefusal(request, 'too-many-requests');
        reply.header('retry-after', outcome.retryAfter);
        const minutes = Math.ceil(outcome.retryAfter / 60);
        return refuse(429, { message: say(locale, texts.limited, { minutes }) });
      }
    }
  });

  const showSetUp = async (
    request: Request,
    reply: FastifyReply,
    { staff }: HalfSignedIn,
    next: string,
    problems?: readonly FieldProblem[],
  ) => {
    const setUp = await factors.beginTotp(staff, issuerFor(request.locale, country.portal));
    if (!setUp) return reply.redirect(withNext(signInPath, next), 303);
    return sendPage(
      reply,
      <SetUpAppPage
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        action={setUpPath}
        next={next}
        setUp={setUp}
        problems={problems}
        isNeeded
      />,
    );
  };

  const setUp = between('enrol', async (request, reply, half, next) => {
    const client = clientOf(request);
    if (!(await factors.confirmTotp(half.staff, textOf(request.body, 'code'), client))) {
      const message = say(request.locale, accountTexts.codeWrong);
      return showSetUp(request, reply.code(422), half, next, [{ name: 'code', message }]);
    }
    const codes = await factors.makeRecoveryCodes(half.staff, client);
    const outcome = await signInDesk.complete('totp', client);
    if (outcome) reply.header('set-cookie', [...outcome.setCookies]);
    return sendPage(reply, <RecoveryCodesPage context={contextOf(request)} codes={codes} next={next} />);
  });

  return [
    {
      method: 'GET',
      path: secondStepPath,
      access: 'public',
      handler: between('prove', (request, reply, half, next) => showStep(request, reply, half, next)),
    },
    { method: 'POST', path: secondStepPath, access: 'public', handler: prove },
    {
      method: 'GET',
      path: setUpPath,
      access: 'public',
      handler: between('enrol', (request, reply, half, next) => showSetUp(request, reply, half, next)),
    },
    { method: 'POST', path: setUpPath, access: 'public', handler: setUp },
  ];
};
