import type { FastifyReply } from 'fastify';
import type { SecondFactor } from '../../../access/grant.ts';
import { hasRole } from '../../../access/grant.ts';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { clientOf, passkeyAnswerOf } from '../client-of.ts';
import type { Desk } from '../desk.ts';
import {
  accountPath,
  appPath,
  codesPath,
  newPasskeyOptionsPath,
  newPasskeyPath,
  passkeysPath,
  removeAppPath,
} from './account-paths.ts';
import { accountTexts as texts, type doneTexts } from './account-texts.ts';
import { NewPasskeyPage } from './form-pages.tsx';
import { ownAccount } from './own-account.ts';
import { RecoveryCodesPage } from './recovery-codes-page.tsx';
import { issuerFor, SetUpAppPage } from './set-up-app-page.tsx';

const longestName = 60;

/** Setting up and removing second factors. All of it is for who has shown lately who it is. */
export const factorRoutes = (desk: Desk): readonly Route[] => {
  const { factors, passkeys, sessions, country } = desk.parts;
  const back = (reply: FastifyReply, done: keyof typeof doneTexts) =>
    reply.redirect(`${accountPath}?done=${done}`, 303);

  /** After a factor was added: this session has shown it, and a first one comes with recovery codes. */
  const added = async (request: Request, reply: FastifyReply, factor: SecondFactor, done: keyof typeof doneTexts) => {
    const staff = getStaff(request);
    const cookie = await sessions.prove(request.cookies, factor);
    if (cookie !== undefined) reply.header('set-cookie', cookie);
    const { codesLeft } = await factors.stateOf(staff.accountId);
    if (codesLeft > 0) return back(reply, done);
    const codes = await factors.makeRecoveryCodes(staff, clientOf(request));
    return showCodes(request, reply, codes, `${accountPath}?done=${done}`);
  };

  const showCodes = (request: Request, reply: FastifyReply, codes: readonly string[], next: string) =>
    sendPage(reply, <RecoveryCodesPage context={desk.contextOf(request, reply)} codes={codes} next={next} />);

  const showApp = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const setUp = await factors.beginTotp(getStaff(request), issuerFor(request.locale, country.portal));
    if (!setUp) return reply.redirect(accountPath, 303);
    return sendPage(
      reply,
      <SetUpAppPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        action={appPath}
        setUp={setUp}
        problems={problems}
        backHref={accountPath}
      />,
    );
  };

  const setUpApp = async (request: Request, reply: FastifyReply) => {
    if (await factors.confirmTotp(getStaff(request), textOf(request.body, 'code'), clientOf(request)))
      return added(request, reply, 'totp', 'app');
    const message = say(request.locale, texts.codeWrong);
    return showApp(request, reply.code(422), [{ name: 'code', message }]);
  };

  /** Whoever has a role that needs a factor keeps one. */
  const requireAnother = async (request: Request, remains: (counts: { app: number; passkeys: number }) => number) => {
    const staff = getStaff(request);
    const [{ totpSince }, own] = await Promise.all([factors.stateOf(staff.accountId), passkeys.list(staff.accountId)]);
    const left = remains({ app: totpSince ? 1 : 0, passkeys: own.length });
    if (left === 0 && !staff.demonstration && hasRole(staff, country.secondFactorRoles))
      throw new Problem('not-possible', { errors: [{ path: '', code: 'last-factor', message: texts.lastFactor }] });
  };

  const removeApp = async (request: Request, reply: FastifyReply) => {
    await requireAnother(request, ({ passkeys: keys }) => keys);
    await factors.removeTotp(getStaff(request), clientOf(request));
    sessions.forget(getStaff(request).accountId);
    return back(reply, 'app-removed');
  };

  const makeCodes = async (request: Request, reply: FastifyReply) =>
    showCodes(request, reply, await factors.makeRecoveryCodes(getStaff(request), clientOf(request)), accountPath);

  const showNewPasskey = (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) =>
    sendPage(
      reply,
      <NewPasskeyPage context={desk.contextOf(request, reply)} csrfToken={reply.generateCsrf()} problems={problems} />,
    );

  const addPasskey = async (request: Request, reply: FastifyReply) => {
    const { body, locale } = request;
    const name = textOf(body, 'name')
      .toWellFormed()
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    if (name === '' || name.length > longestName)
      return showNewPasskey(request, reply.code(422), [{ name: 'name', message: say(locale, texts.nameMissing) }]);
    const answer = passkeyAnswerOf(body);
    if (!answer || !(await passkeys.add(getStaff(request), answer, name, clientOf(request))))
      return showNewPasskey(request, reply.code(422), [{ message: say(locale, texts.passkeyFailed) }]);
    return added(request, reply, 'passkey', 'passkey');
  };

  const removePasskey = async (request: Request, reply: FastifyReply) => {
    const { id } = request.params as { id: string };
    await requireAnother(request, ({ app, passkeys: keys }) => app + keys - 1);
    if (!/^[0-9a-f-]{36}$/.test(id) || !(await passkeys.remove(getStaff(request), id, clientOf(request))))
      throw new Problem('not-found');
    sessions.forget(getStaff(request).accountId);
    return back(reply, 'passkey-removed');
  };

  const fresh = { access: 'staff', fresh: true } as const;
  return [
    { method: 'GET', path: appPath, ...fresh, handler: ownAccount((request, reply) => showApp(request, reply)) },
    { method: 'POST', path: appPath, ...fresh, perMinute: 20, handler: ownAccount(setUpApp) },
    { method: 'POST', path: removeAppPath, ...fresh, handler: ownAccount(removeApp) },
    { method: 'POST', path: codesPath, ...fresh, perMinute: 20, handler: ownAccount(makeCodes) },
    { method: 'GET', path: newPasskeyPath, ...fresh, handler: (request, reply) => showNewPasskey(request, reply) },
    { method: 'POST', path: newPasskeyPath, ...fresh, perMinute: 20, handler: ownAccount(addPasskey) },
    {
      method: 'POST',
      path: newPasskeyOptionsPath,
      ...fresh,
      perMinute: 20,
      handler: ownAccount((request) => passkeys.beginAdding(getStaff(request))),
    },
    { method: 'POST', path: `${passkeysPath}/:id/remove`, ...fresh, handler: ownAccount(removePasskey) },
  ];
};
