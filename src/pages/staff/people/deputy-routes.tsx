import type { FastifyReply } from 'fastify';
import { colleaguesOf, deputise, endDeputising, ownGrants } from '../../../access/people.ts';
import { listDeputies, listDeputised } from '../../../access/people-queries.ts';
import { say, type Text } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Desk } from '../desk.ts';
import { DeputyPage } from './deputy-page.tsx';
import { peopleParts } from './people-parts.ts';
import { deputyPath } from './people-paths.ts';
import { deputyFaultTexts, peopleTexts as texts } from './people-texts.ts';
import { noDay, type TypedDay, typedDay } from './typed-days.ts';

const doneTexts: Readonly<Record<string, Text>> = { named: texts.deputyNamed, ended: texts.deputyEnded };
const nothing = { deputy: '', from: noDay, until: noDay };

/** Where people say who stands in for them. Everybody may who has rights to pass on. */
export const deputyRoutes = (desk: Desk): readonly Route[] => {
  const parts = peopleParts(desk.parts);
  const { timeZone } = desk.parts.country;

  const show = async (
    request: Request,
    reply: FastifyReply,
    typed: { readonly deputy: string; readonly from: TypedDay; readonly until: TypedDay } = nothing,
    problems: readonly FieldProblem[] = [],
  ) => {
    const staff = getStaff(request);
    const [colleagues, deputies, standsInFor] = await Promise.all([
      colleaguesOf(parts, staff),
      parts.database.run(listDeputies, [staff.accountId]),
      parts.database.run(listDeputised, [staff.accountId]),
    ]);
    const done = doneTexts[textOf(request.query, 'done')];
    return sendPage(
      reply,
      <DeputyPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        timeZone={timeZone}
        hasRights={ownGrants(staff).length > 0}
        colleagues={colleagues}
        deputies={deputies}
        standsInFor={standsInFor}
        typed={typed}
        problems={problems}
        done={done && say(request.locale, done)}
      />,
    );
  };

  const name = async (request: Request, reply: FastifyReply) => {
    const { body, locale } = request;
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
    const fault = await deputise(parts, getStaff(request), { deputy: typed.deputy, from, until });
    if (!fault) return reply.redirect(`${deputyPath}?done=named`, 303);
    const field = fault === 'already-over' || fault === 'too-long' ? 'until' : 'deputy';
    return show(request, reply.code(422), typed, [{ name: field, message: say(locale, deputyFaultTexts[fault]) }]);
  };

  const end = async (request: Request, reply: FastifyReply) => {
    await endDeputising(parts, getStaff(request), (request.params as { deputy: string }).deputy);
    return reply.redirect(`${deputyPath}?done=ended`, 303);
  };

  const change = { method: 'POST', access: 'staff', perMinute: 30, fresh: true } as const;
  return [
    {
      method: 'GET',
      path: deputyPath,
      access: 'staff',
      fresh: true,
      handler: (request, reply) => show(request, reply),
    },
    { ...change, path: deputyPath, handler: name },
    { ...change, path: `${deputyPath}/:deputy/end`, handler: end },
  ];
};
