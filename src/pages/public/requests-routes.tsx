import type { FastifyReply } from 'fastify';
import { codeSeconds } from '../../access/applicants.ts';
import { say } from '../../base/texts.ts';
import { latinDigits } from '../../form/digits.ts';
import { textOf } from '../http/inputs.ts';
import { clearCopies } from '../http/clear-copies.ts';
import { noteRefusal } from '../http/refusals.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import {
  applicantToken,
  askedCode,
  findApplicant,
  forgetApplicant,
  rememberApplicant,
  rememberAsked,
} from './applicant-session.ts';
import { AskPhonePage, CodePage, ForgetPage, RequestsPage, requestsPath } from './requests-page.tsx';
import { requestsTexts as texts } from './requests-texts.ts';

const hour = 3_600;
const month = 30 * 24 * hour;

/** A person's requests, gathered by a code sent to the phone. Nothing needs it: reference and secret open each as well. */
export const requestsRoutes = (parts: Parts): readonly Route[] => {
  const { applicants } = parts;
  const contextOf = (request: Request) => ({ ...pageContext(parts, request), url: requestsPath });
  const tooMany = (request: Request, wait: number) =>
    say(request.locale, texts.tooMany, { minutes: Math.ceil(wait / 60) });

  const list = async (request: Request, reply: FastifyReply) => {
    const applicant = await findApplicant(parts, request);
    if (!applicant) return askPhone(request, reply, '', []);
    const requests = await Promise.all(
      (await applicants.requestsOf(applicant)).map(async (row) => ({
        ...row,
        service: await parts.catalogue.getVersion(row.serviceVersion),
      })),
    );
    return sendPage(
      reply,
      <RequestsPage
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        timeZone={parts.country.timeZone}
        phone={applicant.phone}
        requests={requests}
      />,
    );
  };

  const askPhone = (request: Request, reply: FastifyReply, typed: string, problems: readonly FieldProblem[]) => {
    const done = textOf(request.query, 'done');
    return sendPage(
      reply,
      <AskPhonePage
        context={contextOf(request)}
        csrfToken={reply.generateCsrf()}
        typed={typed}
        problems={problems}
        done={done === 'left' || done === 'forgotten' ? say(request.locale, texts[done]) : undefined}
      />,
    );
  };

  const sendCode = async (request: Request, reply: FastifyReply) => {
    const typed = textOf(request.body, 'phone').slice(0, 40);
    const { locale } = request;
    const phone = parts.world().readPhone(latinDigits(typed));
    if (phone === undefined)
      return askPhone(request, reply.code(422), typed, [{ name: 'phone', message: say(locale, texts.phoneWrong) }]);
    const sent = await applicants.sendCode({ phone, locale, address: request.ip });
    if ('wait' in sent)
      return askPhone(request, reply.code(429).header('retry-after', sent.wait), typed, [
        { message: tooMany(request, sent.wait) },
      ]);
    rememberAsked(parts, reply, sent.id, codeSeconds);
    return reply.redirect(`${requestsPath}/sign-in`, 303);
  };

  const askCode = (request: Request, reply: FastifyReply) =>
    askedCode(parts, request) === undefined ? reply.redirect(requestsPath, 303) : codePage(request, reply, []);

  const codePage = (request: Request, reply: FastifyReply, problems: readonly FieldProblem[]) =>
    sendPage(
      reply,
      <CodePage
        context={{ ...contextOf(request), url: `${requestsPath}/sign-in` }}
        csrfToken={reply.generateCsrf()}
        problems={problems}
      />,
    );

  const signIn = async (request: Request, reply: FastifyReply) => {
    const id = askedCode(parts, request);
    if (id === undefined) return reply.redirect(requestsPath, 303);
    const seconds = textOf(request.body, 'own') === '1' ? month : hour;
    const code = latinDigits(textOf(request.body, 'code').slice(0, 40));
    const shown = await applicants.showCode({ id, code, address: request.ip, seconds });
    const { locale } = request;
    if (typeof shown === 'string' || 'wait' in shown) noteRefusal(request, 'wrong-sign-in');
    if (shown === 'wrong')
      return codePage(request, reply.code(422), [{ name: 'code', message: say(locale, texts.codeWrong) }]);
    if (shown === 'gone')
      return askPhone(request, reply.code(422), '', [{ name: 'phone', message: say(locale, texts.codeGone) }]);
    if ('wait' in shown)
      return codePage(request, reply.code(429).header('retry-after', shown.wait), [
        { name: 'code', message: tooMany(request, shown.wait) },
      ]);
    rememberApplicant(parts, reply, shown.token, seconds === month ? month : undefined);
    return reply.redirect(requestsPath, 303);
  };

  const leave = async (request: Request, reply: FastifyReply) => {
    const token = applicantToken(parts, request);
    const applicant = await findApplicant(parts, request);
    if (applicant && textOf(request.body, 'everywhere') === '1') await applicants.leaveEverywhere(applicant);
    if (token !== undefined) await applicants.leave(token);
    forgetApplicant(parts, reply);
    return clearCopies(reply).redirect(`${requestsPath}?done=left`, 303);
  };

  const askForget = async (request: Request, reply: FastifyReply) =>
    (await findApplicant(parts, request))
      ? sendPage(
          reply,
          <ForgetPage
            context={{ ...contextOf(request), url: `${requestsPath}/forget` }}
            csrfToken={reply.generateCsrf()}
          />,
        )
      : reply.redirect(requestsPath, 303);

  const forget = async (request: Request, reply: FastifyReply) => {
    const applicant = await findApplicant(parts, request);
    if (applicant) await applicants.forget(applicant);
    forgetApplicant(parts, reply);
    return clearCopies(reply).redirect(`${requestsPath}?done=forgotten`, 303);
  };

  return [
    { method: 'GET', path: requestsPath, access: 'public', handler: list },
    { method: 'POST', path: `${requestsPath}/code`, access: 'public', perMinute: 30, handler: sendCode },
    { method: 'GET', path: `${requestsPath}/sign-in`, access: 'public', handler: askCode },
    { method: 'POST', path: `${requestsPath}/sign-in`, access: 'public', perMinute: 30, handler: signIn },
    { method: 'POST', path: `${requestsPath}/leave`, access: 'public', handler: leave },
    { method: 'GET', path: `${requestsPath}/forget`, access: 'public', handler: askForget },
    { method: 'POST', path: `${requestsPath}/forget`, access: 'public', handler: forget },
  ];
};
