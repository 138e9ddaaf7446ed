import type { FastifyReply } from 'fastify';
import { type Problem } from '../base/problem.ts';
import { problemTexts } from '../base/problem-texts.ts';
import { say } from '../base/texts.ts';
import type { Parts } from './parts.ts';
import type { Request } from './route.ts';
import { pageContext, sendPage } from './send-page.ts';
import { ButtonLink } from './ui/button.tsx';
import { Page, Title } from './ui/page.tsx';
import { pageTexts } from './page-texts.ts';

/** What was refused, in the reader's words, with what can be done now. Nobody is left at a dead end. */
export const errorPage = (parts: Parts, problem: Problem, request: Request, reply: FastifyReply): FastifyReply => {
  const { locale } = request;
  if (problem.code === 'sign-in-required') {
    // A form that was sent too late is found again where it was: its page has its address.
    const next = request.method === 'GET' || request.url.startsWith('/staff/records/') ? request.url : '/staff';
    return reply.redirect(`/staff/sign-in?next=${encodeURIComponent(next)}`, 303);
  }
  if (problem.code === 'fresh-sign-in-required' && request.staff) {
    const home = request.url.startsWith('/staff/account') ? '/staff/account' : '/staff';
    const next = request.method === 'GET' ? request.url : home;
    return reply.redirect(`/staff/confirm?next=${encodeURIComponent(next)}`, 303);
  }
  const { title, detail } = problemTexts[problem.code];
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
  const home = request.url.startsWith('/staff')
    ? { href: '/staff', label: pageTexts.toWorklist }
    : { href: '/', label: pageTexts.toHome };
  return sendPage(
    reply.code(problem.status),
    <Page context={pageContext(parts, request)} title={say(locale, title, problem.values)}>
      <Title>{say(locale, title, problem.values)}</Title>
      {problem.errors.map(({ message }) => (
        <p>{say(locale, message)}</p>
      ))}
      <p>{say(locale, detail, problem.values)}</p>
      <ButtonLink href={home.href}>{say(locale, home.label)}</ButtonLink>
    </Page>,
  );
};
