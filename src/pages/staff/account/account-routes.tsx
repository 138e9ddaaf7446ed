import type { FastifyReply } from 'fastify';
import { readAccountEvents, recordAccountEvent } from '../../../access/account-events.ts';
import { clientNetwork } from '../../../access/client-network.ts';
import { changeProfile } from '../../../access/profiles.ts';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { readBefore } from '../../message-paging.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { clientOf } from '../client-of.ts';
import type { Desk } from '../desk.ts';
import type { TypedMember } from '../join-page.tsx';
import { signInTexts } from '../sign-in-texts.ts';
import { AccountPage } from './account-page.tsx';
import { accountPath, historyPath, passwordPath, profilePath, sessionsPath } from './account-paths.ts';
import { accountTexts as texts, doneTexts, passwordFaultTexts } from './account-texts.ts';
import { confirmRoutes } from './confirm-routes.tsx';
import { factorRoutes } from './factor-routes.tsx';
import { PasswordPage, ProfilePage } from './form-pages.tsx';
import { HistoryPage } from './history-page.tsx';
import { ownAccount } from './own-account.ts';
import { readMember } from './typed-member.ts';

const shownEvents = 8;
const eventsOnPage = 50;
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
const isDone = (text: string): text is keyof typeof doneTexts => Object.hasOwn(doneTexts, text);

/** The pages where people keep their own account. */
export const accountRoutes = (desk: Desk): readonly Route[] => {
  const { database, factors, passkeys, sessions, passwords, country } = desk.parts;
  const { timeZone } = country;
  const back = (reply: FastifyReply, done: keyof typeof doneTexts) =>
    reply.redirect(`${accountPath}?done=${done}`, 303);

  const show = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const { accountId } = staff;
    const [state, keys, open, events] = await Promise.all([
      factors.stateOf(accountId),
      passkeys.list(accountId),
      sessions.list(accountId),
      readAccountEvents(database, accountId, { limit: shownEvents }),
    ]);
    const done = textOf(request.query, 'done');
    return sendPage(
      reply,
      <AccountPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        staff={staff}
        timeZone={timeZone}
        network={clientNetwork(request.ip)}
        factors={state}
        passkeys={keys}
        sessions={open}
        events={events}
        done={isDone(done) ? done : undefined}
      />,
    );
  };

  const showHistory = async (request: Request, reply: FastifyReply) => {
    const { accountId } = getStaff(request);
    const before = readBefore(request.query) ?? Number.MAX_SAFE_INTEGER;
    const found = await readAccountEvents(database, accountId, { before, limit: eventsOnPage + 1 });
    const events = found.slice(0, eventsOnPage);
    return sendPage(
      reply,
      <HistoryPage
        context={desk.contextOf(request, reply)}
        timeZone={timeZone}
        events={events}
        accountId={accountId}
        next={found.length > eventsOnPage ? events.at(-1)?.id : undefined}
      />,
    );
  };

  const showProfile = (
    request: Request,
    reply: FastifyReply,
    typed?: TypedMember,
    problems: readonly FieldProblem[] = [],
  ) => {
    const { name, locale } = getStaff(request);
    return sendPage(
      reply,
      <ProfilePage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        typed={typed ?? { name: name.ar, nameLatin: name.en, locale }}
        problems={problems}
      />,
    );
  };

  const keepProfile = async (request: Request, reply: FastifyReply) => {
    const { typed, problems } = readMember(request.body, request.locale);
    if (problems.length > 0) return showProfile(request, reply.code(422), typed, problems);
    await changeProfile(database, getStaff(request), typed, clientOf(request));
    sessions.forget(getStaff(request).accountId);
    return back(reply, 'profile');
  };

  const showPassword = (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) =>
    sendPage(
      reply,
      <PasswordPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        email={getStaff(request).email}
        problems={problems}
      />,
    );

  const changePassword = async (request: Request, reply: FastifyReply) => {
    const { body, locale } = request;
    const [present, next] = [textOf(body, 'present'), textOf(body, 'password')];
    const missing = say(locale, texts.passwordMissing);
    const problems = [
      ...(present === '' ? [{ name: 'present', message: missing }] : []),
      ...(next === '' ? [{ name: 'password', message: missing }] : []),
    ];
    if (problems.length > 0) return showPassword(request, reply.code(422), problems);
    const outcome = await passwords.change(getStaff(request), { present, next }, clientOf(request));
    switch (outcome.kind) {
      case 'changed':
        return back(reply.header('set-cookie', [...outcome.setCookies]), 'password');
      case 'wrong':
        return showPassword(request, reply.code(422), [{ name: 'present', message: say(locale, texts.passwordWrong) }]);
      case 'faulty': {
        const message = say(locale, passwordFaultTexts[outcome.fault]);
        return showPassword(request, reply.code(422), [{ name: 'password', message }]);
      }
      case 'limited': {
        const message = say(locale, signInTexts.limited, { minutes: Math.ceil(outcome.retryAfter / 60) });
        return showPassword(request, reply.code(429).header('retry-after', outcome.retryAfter), [{ message }]);
      }
    }
  };

  const endSession = async (request: Request, reply: FastifyReply) => {
    const { id } = request.params as { id: string };
    const { accountId, sessionId } = getStaff(request);
    if (!isId(id) || !(await sessions.endOne(accountId, id))) throw new Problem('not-found');
    const details = { session: id };
    await recordAccountEvent(database, {
      accountId,
      kind: 'session-ended',
      sessionId,
      client: clientOf(request),
      details,
    });
    return back(reply, 'session');
  };

  const endOthers = async (request: Request, reply: FastifyReply) => {
    const { accountId, sessionId } = getStaff(request);
    const sessionsEnded = await sessions.endOthers(accountId, sessionId);
    if (sessionsEnded > 0) {
      const details = { sessions: sessionsEnded };
      await recordAccountEvent(database, {
        accountId,
        kind: 'session-ended',
        sessionId,
        client: clientOf(request),
        details,
      });
    }
    return back(reply, 'sessions');
  };

  return [
    { method: 'GET', path: accountPath, access: 'staff', handler: show },
    { method: 'GET', path: historyPath, access: 'staff', handler: showHistory },
    { method: 'GET', path: profilePath, access: 'staff', handler: (request, reply) => showProfile(request, reply) },
    { method: 'POST', path: profilePath, access: 'staff', handler: ownAccount(keepProfile) },
    { method: 'GET', path: passwordPath, access: 'staff', handler: (request, reply) => showPassword(request, reply) },
    { method: 'POST', path: passwordPath, access: 'staff', perMinute: 30, handler: ownAccount(changePassword) },
    { method: 'POST', path: `${sessionsPath}/end-others`, access: 'staff', handler: endOthers },
    { method: 'POST', path: `${sessionsPath}/:id/end`, access: 'staff', handler: endSession },
    ...factorRoutes(desk),
    ...confirmRoutes(desk),
  ];
};
