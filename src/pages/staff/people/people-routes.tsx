import type { FastifyReply } from 'fastify';
import { listDecisions } from '../../../access/account-decision-queries.ts';
import { administratorRole } from '../../../access/administration.ts';
import { mayEndGrant } from '../../../access/delegation.ts';
import { endDeputising, endSessionsOf, findPeople, getPerson, takeBack } from '../../../access/people.ts';
import { listDeputies, listGrantEvents } from '../../../access/people-queries.ts';
import { namePattern } from '../../../base/name-pattern.ts';
import { say, type Text } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { Actions, Button } from '../../ui/button.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Page, Title } from '../../ui/page.tsx';
import { clientOf } from '../client-of.ts';
import type { Desk } from '../desk.ts';
import { namesOfAccounts } from '../record-data.ts';
import { decisionTexts } from './decision-texts.ts';
import { emptyGrant, GrantFields, readGrant, sendGrant, type TypedGrant } from './grant-form.tsx';
import { peopleParts } from './people-parts.ts';
import { PeoplePage } from './people-page.tsx';
import { grantPath, peoplePath, personPath } from './people-paths.ts';
import { peopleTexts as texts } from './people-texts.ts';
import { PersonPage } from './person-page.tsx';

const pageSize = 50;
const mostEvents = 100;
const mostDecisions = 20;
const doneTexts: Readonly<Record<string, Text>> = {
  given: texts.given,
  ended: texts.ended,
  deputy: texts.deputyEnded,
  sessions: texts.sessionsEnded,
  closed: decisionTexts.closed,
  reopened: decisionTexts.reopened,
  factors: decisionTexts.factorsTaken,
};

/** The people of the institutions that somebody administers, and what they may do there. */
export const peopleRoutes = (desk: Desk): readonly Route[] => {
  const parts = peopleParts(desk.parts);
  const { timeZone } = desk.parts.country;

  const list = async (request: Request, reply: FastifyReply) => {
    const q = textOf(request.query, 'q').trim().slice(0, 100);
    const pageNumber = /^[1-9]\d{0,4}$/.test(textOf(request.query, 'page')) ? Number(textOf(request.query, 'page')) : 1;
    const closed = textOf(request.query, 'closed') === '1';
    const { people, hasMore } = await findPeople(parts, getStaff(request), {
      pattern: q === '' ? undefined : (namePattern(q) ?? '$^'),
      offset: (pageNumber - 1) * pageSize,
      limit: pageSize,
      closed,
    });
    const next = new URLSearchParams({
      ...(q !== '' && { q }),
      ...(closed && { closed: '1' }),
      page: String(pageNumber + 1),
    });
    return sendPage(
      reply,
      <PeoplePage
        context={desk.contextOf(request, reply)}
        desk={desk}
        people={people}
        search={q}
        closed={closed}
        next={hasMore ? `${peoplePath}?${next}` : undefined}
      />,
    );
  };

  const show = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const { account } = request.params as { account: string };
    const person = await getPerson(parts, staff, account);
    const [deputies, decisions, all] = await Promise.all([
      parts.database.run(listDeputies, [account]),
      parts.database.run(listDecisions, [account, mostDecisions]),
      parts.database.run(listGrantEvents, [account, mostEvents]),
    ]);
    // What happened at institutions that are not the reader's is not for this page.
    const events = all.filter(
      ({ facts: { institution, services = null } }) =>
        institution === undefined || mayEndGrant(parts, staff, { institution, services }),
    );
    const people = [
      ...events.flatMap(({ by, facts }) => [by, facts.deputy].filter((id) => typeof id === 'string')),
      ...decisions.map(({ by }) => by),
    ];
    const done = doneTexts[textOf(request.query, 'done')];
    return sendPage(
      reply,
      <PersonPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        desk={desk}
        person={person}
        staff={staff}
        decisions={decisions}
        deputies={deputies}
        events={events}
        names={await namesOfAccounts(desk, people)}
        done={done && say(request.locale, done)}
      />,
    );
  };

  const sendForm = (
    request: Request,
    reply: FastifyReply,
    typed: TypedGrant,
    problems: readonly FieldProblem[] = [],
  ) => {
    const { locale } = request;
    const title = say(locale, texts.add);
    return sendPage(
      reply,
      <Page context={desk.contextOf(request, reply)} title={title} problems={problems} backHref={peoplePath}>
        <Title>{title}</Title>
        <p class="lead">{say(locale, texts.addLead)}</p>
        <form method="post" action={grantPath} noValidate>
          <input type="hidden" name="_csrf" value={reply.generateCsrf()} />
          <GrantFields
            desk={desk}
            parts={parts}
            staff={getStaff(request)}
            locale={locale}
            typed={typed}
            problems={problems}
          />
          <Actions>
            <Button>{title}</Button>
          </Actions>
        </form>
      </Page>,
    );
  };

  const send = async (request: Request, reply: FastifyReply) => {
    const typed = readGrant(request, timeZone);
    const sent = await sendGrant(desk, parts, getStaff(request), typed, request.locale);
    if ('problems' in sent) return sendForm(request, reply.code(422), typed, sent.problems);
    return reply.redirect(`${personPath(sent.account)}?done=given`, 303);
  };

  const end = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const { account, grant } = request.params as { account: string; grant: string };
    await takeBack(parts, staff, account, grant);
    const rest = await getPerson(parts, staff, account).catch(() => undefined);
    return reply.redirect(rest ? `${personPath(account)}?done=ended` : peoplePath, 303);
  };

  const endDeputy = async (request: Request, reply: FastifyReply) => {
    const { account, deputy } = request.params as { account: string; deputy: string };
    await endDeputising(parts, getStaff(request), deputy, account);
    return reply.redirect(`${personPath(account)}?done=deputy`, 303);
  };

  const endSessions = async (request: Request, reply: FastifyReply) => {
    const { account } = request.params as { account: string };
    const { sessions } = desk.parts;
    await endSessionsOf({ ...parts, sessions }, getStaff(request), account, clientOf(request));
    return reply.redirect(`${personPath(account)}?done=sessions`, 303);
  };

  const access = { roles: [administratorRole] };
  const change = { method: 'POST', access, perMinute: 30, fresh: true } as const;
  const one = `${peoplePath}/:account`;
  return [
    { method: 'GET', path: peoplePath, access, handler: list },
    {
      method: 'GET',
      path: grantPath,
      access,
      fresh: true,
      handler: (request, reply) => sendForm(request, reply, emptyGrant(textOf(request.query, 'to').slice(0, 200))),
    },
    { ...change, path: grantPath, handler: send },
    { method: 'GET', path: one, access, handler: show },
    { ...change, path: `${one}/grants/:grant/end`, handler: end },
    { ...change, path: `${one}/deputies/:deputy/end`, handler: endDeputy },
    { ...change, path: `${one}/sessions/end`, handler: endSessions },
  ];
};
