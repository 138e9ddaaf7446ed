import type { FastifyReply } from 'fastify';
import { listAbsences } from '../../../access/absence-queries.ts';
import { deputiesFor, endAbsence, mayRuleAbsences, sayAbsence } from '../../../access/absences.ts';
import { administratorRole } from '../../../access/administration.ts';
import { getPerson } from '../../../access/people.ts';
import { say, type Text } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { type Access, getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { accountPath } from '../account/account-paths.ts';
import { clientOf } from '../client-of.ts';
import type { Desk } from '../desk.ts';
import { AbsencePage } from './absence-page.tsx';
import { absenceFaultTexts, absenceTexts as texts, fieldOfFault } from './absence-texts.ts';
import { peopleParts } from './people-parts.ts';
import { nameOf } from './people-page.tsx';
import { absencePath, absencePathOf, peoplePath, personPath } from './people-paths.ts';
import { noDay, type TypedDay, typedDay } from './typed-days.ts';

const doneTexts: Readonly<Record<string, Text>> = { said: texts.said, ended: texts.ended };
const nothing = { deputy: '', from: noDay, until: noDay };

/** Where people say when they are away, and administrators for their people. */
export const absenceRoutes = (desk: Desk): readonly Route[] => {
  const parts = peopleParts(desk.parts);
  const { timeZone } = desk.parts.country;

  /** Whose absences the page is about. */
  const whose = (request: Request) => {
    const { account } = request.params as { account?: string };
    return account === undefined
      ? { accountId: getStaff(request).accountId, path: absencePath, backHref: accountPath, isOwn: true }
      : { accountId: account, path: absencePathOf(account), backHref: personPath(account), isOwn: false };
  };

  const show = async (
    request: Request,
    reply: FastifyReply,
    typed: { readonly deputy: string; readonly from: TypedDay; readonly until: TypedDay } = nothing,
    problems: readonly FieldProblem[] = [],
  ) => {
    const { locale } = request;
    const { accountId, path, backHref, isOwn } = whose(request);
    await mayRuleAbsences(parts, getStaff(request), accountId);
    const [absences, colleagues, person] = await Promise.all([
      parts.database.run(listAbsences, [accountId]),
      deputiesFor(parts, accountId),
      isOwn ? undefined : getPerson(parts, getStaff(request), accountId),
    ]);
    const done = doneTexts[textOf(request.query, 'done')];
    return sendPage(
      reply,
      <AbsencePage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        timeZone={timeZone}
        title={person ? say(locale, texts.titleOf, { name: nameOf(person, locale) }) : say(locale, texts.title)}
        path={path}
        backHref={backHref}
        isOwn={isOwn}
        absences={absences}
        colleagues={colleagues}
        typed={typed}
        problems={problems}
        done={done && say(locale, done)}
      />,
    );
  };

  const send = async (request: Request, reply: FastifyReply) => {
    const { body, locale } = request;
    const { accountId, path } = whose(request);
    const typed = {
      deputy: textOf(body, 'deputy'),
      from: typedDay(body, 'from', timeZone),
      until: typedDay(body, 'until', timeZone, true),
    };
    const from = typed.from.at ?? parts.now();
    const until = typed.until.at;
    const problems: FieldProblem[] = [];
    if (from === 'wrong') problems.push({ name: 'from', message: say(locale, texts.notADay) });
    if (!(until instanceof Date)) problems.push({ name: 'until', message: say(locale, texts.notADay) });
    if (!(from instanceof Date) || !(until instanceof Date)) return show(request, reply.code(422), typed, problems);
    const deputy = typed.deputy === '' ? undefined : typed.deputy;
    const fault = await sayAbsence(parts, getStaff(request), { accountId, from, until, deputy }, clientOf(request));
    if (!fault) return reply.redirect(`${path}?done=said`, 303);
    const problem = { name: fieldOfFault(fault), message: say(locale, absenceFaultTexts[fault]) };
    return show(request, reply.code(422), typed, [problem]);
  };

  const end = async (request: Request, reply: FastifyReply) => {
    const { accountId, path } = whose(request);
    const { absence: id } = request.params as { absence: string };
    await endAbsence(parts, getStaff(request), { accountId, id }, clientOf(request));
    return reply.redirect(`${path}?done=ended`, 303);
  };

  const at = (path: string, access: Access): readonly Route[] => [
    { method: 'GET', path, access, handler: (request, reply) => show(request, reply) },
    { method: 'POST', path, access, perMinute: 30, handler: send },
    { method: 'POST', path: `${path}/:absence/end`, access, perMinute: 30, handler: end },
  ];
  return [...at(absencePath, 'staff'), ...at(`${peoplePath}/:account/absence`, { roles: [administratorRole] })];
};
