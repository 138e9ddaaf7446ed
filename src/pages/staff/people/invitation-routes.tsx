import type { FastifyReply } from 'fastify';
import { administratorRole } from '../../../access/administration.ts';
import { grantFaults, mayEndGrant } from '../../../access/delegation.ts';
import type { Staff } from '../../../access/grant.ts';
import type { InvitationRow } from '../../../access/invitation-queries.ts';
import { Problem } from '../../../base/problem.ts';
import { isLocale, type Locale, say } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Desk } from '../desk.ts';
import { emptyGrant, faultProblems, meantGrant, readGrant, type TypedGrant } from './grant-form.tsx';
import { InvitationsPage, InvitePage } from './invitation-pages.tsx';
import { invitationTexts as texts } from './invitation-texts.ts';
import { peopleParts } from './people-parts.ts';
import { invitationsPath, invitePath } from './people-paths.ts';

const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Inviting people to open an account, with a right that the one who invites may give. */
export const invitationRoutes = (desk: Desk): readonly Route[] => {
  const parts = peopleParts(desk.parts);
  const { invitations, country } = desk.parts;

  /** Those of one's own people: everything that such an account will have, one may also take away. */
  const isOwn = (staff: Staff, { grants }: InvitationRow): boolean =>
    grants.length > 0 && grants.every((grant) => mayEndGrant(parts, staff, grant));

  const list = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const done = textOf(request.query, 'done');
    const words = done === 'sent' ? texts.sent : done === 'withdrawn' ? texts.withdrawn : undefined;
    return sendPage(
      reply,
      <InvitationsPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        desk={desk}
        invitations={(await invitations.list()).filter((invitation) => isOwn(staff, invitation))}
        done={words && say(request.locale, words)}
      />,
    );
  };

  const show = (
    request: Request,
    reply: FastifyReply,
    typed: TypedGrant,
    language: Locale,
    problems: readonly FieldProblem[] = [],
  ) =>
    sendPage(
      reply,
      <InvitePage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        desk={desk}
        parts={parts}
        staff={getStaff(request)}
        typed={typed}
        language={language}
        problems={problems}
      />,
    );

  const invite = async (request: Request, reply: FastifyReply) => {
    const { locale, body } = request;
    const staff = getStaff(request);
    const typed = readGrant(request, country.timeZone);
    const language = textOf(body, 'language');
    const chosen = isLocale(language) ? language : locale;
    const refuse = (problems: readonly FieldProblem[]) => show(request, reply.code(422), typed, chosen, problems);

    const wrongAddress = isAddress(typed.email) ? [] : [{ name: 'email', message: say(locale, texts.toWrong) }];
    const meant = meantGrant(desk, parts, staff, typed, locale);
    if ('problems' in meant || wrongAddress.length > 0)
      return refuse([...wrongAddress, ...('problems' in meant ? meant.problems : [])]);
    const { role, institution, services, validFrom, validUntil } = meant.wanted;
    // Whoever is invited has no account yet: what counts is only whether this may be given to somebody else.
    const faults = grantFaults(parts, staff, { ...meant.wanted, accountId: '' }, parts.now());
    if (faults.length > 0) return refuse(faultProblems(faults, locale));
    const grant = {
      role,
      institution,
      services,
      ...(validFrom && { from: validFrom.toISOString() }),
      ...(validUntil && { until: validUntil.toISOString() }),
    };
    await invitations.invite({ email: typed.email, locale: chosen, grants: [grant], invitedBy: staff.accountId });
    return reply.redirect(`${invitationsPath}?done=sent`, 303);
  };

  const withdraw = async (request: Request, reply: FastifyReply) => {
    const { id } = request.params as { id: string };
    const staff = getStaff(request);
    const invitation = isId(id) ? await invitations.findOpen(id) : undefined;
    // What one may not see does not exist.
    if (!invitation || !isOwn(staff, invitation)) throw new Problem('not-found');
    await invitations.withdraw(id, staff.accountId);
    return reply.redirect(`${invitationsPath}?done=withdrawn`, 303);
  };

  const access = { roles: [administratorRole] };
  const change = { method: 'POST', access, perMinute: 30, fresh: true } as const;
  return [
    { method: 'GET', path: invitationsPath, access, handler: list },
    {
      method: 'GET',
      path: invitePath,
      access,
      fresh: true,
      handler: (request, reply) => show(request, reply, emptyGrant(), request.locale),
    },
    { ...change, path: invitePath, handler: invite },
    { ...change, path: `${invitationsPath}/:id/withdraw`, handler: withdraw },
  ];
};
