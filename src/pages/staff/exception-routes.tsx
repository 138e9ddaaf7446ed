import type { FastifyReply } from 'fastify';
import { breakGlass, longestReason, mayBreakGlass, shortestReason } from '../../access/break-glass.ts';
import type { Staff } from '../../access/grant.ts';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { readReference } from '../../events/reference.ts';
import { latinDigits } from '../../form/digits.ts';
import { textOf } from '../http/inputs.ts';
import { breakGlassTexts as texts } from '../nouns/break-glass-texts.ts';
import { normaliseReference } from '../record-access.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import { TextArea } from '../ui/text-field.tsx';
import type { Desk } from './desk.ts';

/**
 * Whether somebody is offered to open what this reference names: of some version of the service that it belongs to. Asked of
 * the reference alone, so that it tells nothing about whether there is such a record.
 */
export const mayOpenByException = ({ parts }: Desk, staff: Staff, typed: string): boolean => {
  const read = readReference(latinDigits(typed));
  return parts.catalogue.known.some(
    ({ service }) => service.referencePrefix === read?.prefix && mayBreakGlass(staff, service),
  );
};

export const exceptionPath = (reference: string): string => `/staff/records/${reference}/exception`;

/** Opening a record without a right to it, with a reason. */
export const exceptionRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const referenceIn = (request: Request): { readonly reference: string; readonly id: number } => {
    const { reference } = request.params as { reference: string };
    if (!mayOpenByException(desk, getStaff(request), reference)) throw new Problem('not-found');
    return normaliseReference(parts, reference);
  };

  const show = (request: Request, reply: FastifyReply, typed = '', error?: string) => {
    const { reference } = referenceIn(request);
    const { locale } = request;
    const title = say(locale, texts.title);
    return sendPage(
      reply,
      <Page
        context={desk.contextOf(request, reply)}
        title={title}
        backHref="/staff"
        problems={error === undefined ? [] : [{ name: 'reason', message: error }]}
      >
        <Title above={<Bdi>{reference}</Bdi>}>{title}</Title>
        <p class="lead">{say(locale, texts.lead)}</p>
        <Alert tone="warning">
          <p>{say(locale, texts.consequence)}</p>
        </Alert>
        <form method="post" action={exceptionPath(reference)} noValidate>
          <input type="hidden" name="_csrf" value={reply.generateCsrf()} />
          <TextArea
            locale={locale}
            name="reason"
            label={say(locale, texts.why)}
            hint={say(locale, texts.whyHint)}
            value={typed}
            error={error}
            maxLength={longestReason}
            required
          />
          <Actions>
            <Button danger>{say(locale, texts.open)}</Button>
          </Actions>
        </form>
      </Page>,
    );
  };

  const open = async (request: Request, reply: FastifyReply) => {
    const { reference, id } = referenceIn(request);
    const reason = textOf(request.body, 'reason').trim().toWellFormed().replaceAll('\0', '');
    if (reason.length < shortestReason || reason.length > longestReason)
      return show(request, reply.code(422), reason, say(request.locale, texts.whyMissing));
    await breakGlass(parts, getStaff(request), id, reason);
    return reply.redirect(`/staff/records/${reference}`, 303);
  };

  const path = '/staff/records/:reference/exception';
  return [
    { method: 'GET', path, access: 'staff', fresh: true, handler: (request, reply) => show(request, reply) },
    { method: 'POST', path, access: 'staff', fresh: true, perMinute: 10, handler: open },
  ];
};
