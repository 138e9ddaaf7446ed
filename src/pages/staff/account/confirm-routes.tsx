import type { FastifyReply } from 'fastify';
import { say } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { noteRefusal } from '../../http/refusals.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { clientOf, passkeyAnswerOf } from '../client-of.ts';
import type { Desk } from '../desk.ts';
import { safeNextPath } from '../next-path.ts';
import { signInTexts } from '../sign-in-texts.ts';
import { confirmPasskeyOptionsPath, confirmPath } from './account-paths.ts';
import { accountTexts as texts } from './account-texts.ts';
import { ConfirmPage } from './form-pages.tsx';

/** Where routes that are `fresh` lead: showing again who it is. */
export const confirmRoutes = (desk: Desk): readonly Route[] => {
  const { stepUp, passkeys } = desk.parts;

  const show = async (request: Request, reply: FastifyReply, next: string, problems: readonly FieldProblem[] = []) => {
    const staff = getStaff(request);
    const ways = await stepUp.waysOf(staff.accountId);
    return sendPage(
      reply,
      <ConfirmPage
        {...ways}
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        next={next}
        email={staff.email}
        problems={problems}
      />,
    );
  };

  const confirm = async (request: Request, reply: FastifyReply) => {
    const { body, locale } = request;
    const next = safeNextPath(textOf(body, 'next'));
    const passkey = passkeyAnswerOf(body);
    const shown = passkey
      ? { passkey }
      : { password: textOf(body, 'present'), code: textOf(body, 'code').slice(0, 100) };
    const outcome = await stepUp.confirm(getStaff(request), shown, clientOf(request));
    switch (outcome.kind) {
      case 'confirmed':
        return reply.header('set-cookie', [...outcome.setCookies]).redirect(next, 303);
      case 'wrong':
        noteRefusal(request, 'wrong-sign-in');
        return show(request, reply.code(422), next, [{ name: 'present', message: say(locale, texts.confirmWrong) }]);
      case 'limited': {
        noteRefusal(request, 'too-many-requests');
        const message = say(locale, signInTexts.limited, { minutes: Math.ceil(outcome.retryAfter / 60) });
        return show(request, reply.code(429).header('retry-after', outcome.retryAfter), next, [{ message }]);
      }
    }
  };

  return [
    {
      method: 'GET',
      path: confirmPath,
      access: 'staff',
      handler: (request, reply) => show(request, reply, safeNextPath(textOf(request.query, 'next'))),
    },
    { method: 'POST', path: confirmPath, access: 'staff', perMinute: 60, handler: confirm },
    {
      method: 'POST',
      path: confirmPasskeyOptionsPath,
      access: 'staff',
      perMinute: 60,
      handler: (request) => passkeys.beginUsing(getStaff(request).accountId),
    },
  ];
};
