import type { FastifyReply } from 'fastify';
import { entryPosts, findEntryPost, mayEnter } from '../../access/entry-access.ts';
import { maySee } from '../../access/sight.ts';
import { Problem } from '../../base/problem.ts';
import { isLocale, locales, say, type Text } from '../../base/texts.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import { isStaffChannel } from '../../definition/nouns/channels.ts';
import type { Service } from '../../definition/service.ts';
import { findRecord } from '../../events/load-record.ts';
import { referenceOf } from '../../events/reference.ts';
import { secretOf } from '../../events/secret.ts';
import { answersOf, isDone, readForm } from '../../form/read-form.ts';
import { findDraftFor, findRecordOfDraft, removeDraft, saveDraft } from '../../intake/drafts.ts';
import { beginEntry, type EntryDraft, findEntryDraft, listEntryDrafts } from '../../intake/entry-drafts.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { textOf } from '../http/inputs.ts';
import { createFormWalk, type FormDoor, type OpenForm, whereToGo } from '../public/form-walk.tsx';
import { isWithin } from '../public/questions.tsx';
import { serviceOf } from '../public/service-of.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { Desk } from './desk.ts';
import { EntryCheckPage, EntrySentPage } from './entry-check-page.tsx';
import { channelInput, EntryChoicePage, EntryPage, hasApplicant, languageInput, postInput } from './entry-page.tsx';
import { entryTexts as texts } from './entry-texts.ts';
import { entryPath, entryWays } from './entry-ways.ts';
import { fillerOf } from './filler.ts';

interface OpenEntry extends OpenForm {
  readonly entry: EntryDraft;
}

/**
 * Entering records in the console, by the same pages as the public form: a draft belongs to the account, and what is sent
 * is sent by it. Who may enter what is asked anew with each request, of the declaration in force and the grants of now.
 */
export const entryRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue, intake, engine } = parts;

  const enteredServiceOf = (request: Request): PublishedService => {
    const published = serviceOf(parts, request);
    if (!mayEnter(getStaff(request), published.service)) throw notForThem(desk, published.service);
    return published;
  };

  /** The entry of an address, or where to go when it was sent, deleted, swept or is somebody else's. */
  const open = async (request: Request): Promise<OpenEntry | string> => {
    const published = enteredServiceOf(request);
    const { service } = published;
    const { accountId } = getStaff(request);
    const { draft: id } = request.params as { draft: string };
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Problem('not-found');
    const entry = await findEntryDraft(database, service.id, accountId, id);
    const draft = entry && (await findDraftFor(engine, published, id));
    const ways = entryWays(service.id, id);
    if (!entry || !draft)
      return (await findRecordOfDraft(database, service.id, id)) === undefined ? ways.leave : ways.sent;
    return {
      published,
      draft,
      ways,
      entry,
      channel: entry.channel,
      filler: fillerOf(getStaff(request), entry.actor.institution),
    };
  };

  const door: FormDoor = {
    open,
    save: async (request, _reply, { draft }, version, inputs) => {
      const id = await saveDraft(engine, draft?.id, version, request.locale, inputs);
      // It was sent or deleted in another window at this moment: nothing is left behind that nobody finds.
      if (id !== draft?.id) await removeDraft(database, id);
    },
    contextOf: desk.contextOf,
  };
  const walk = createFormWalk(parts, door);

  const choose = (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const services = catalogue.services.map(({ service }) => service).filter((service) => mayEnter(staff, service));
    const [only] = services;
    if (!only) throw new Problem('not-allowed');
    return services.length === 1
      ? reply.redirect(entryPath(only.id), 303)
      : sendPage(reply, <EntryChoicePage context={desk.contextOf(request, reply)} services={services} />);
  };

  const show = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const { service } = enteredServiceOf(request);
    const staff = getStaff(request);
    return sendPage(
      reply,
      <EntryPage
        context={desk.contextOf(request, reply)}
        desk={desk}
        csrfToken={reply.generateCsrf()}
        service={service}
        posts={entryPosts(staff, service)}
        begun={await listEntryDrafts(database, service, staff.accountId)}
        tools={desk.toolsOf(request)}
        problems={problems}
      />,
    );
  };

  const begin = async (request: Request, reply: FastifyReply) => {
    const published = enteredServiceOf(request);
    const { service } = published;
    const channel = textOf(request.body, channelInput);
    if (!isStaffChannel(channel) || !service.channels.has(channel)) {
      const problem = { name: channelInput, message: say(request.locale, texts.channelMissing) };
      return show(request, reply.code(422), [problem]);
    }
    const post = findEntryPost(getStaff(request), service, textOf(request.body, postInput) || undefined);
    if (!post) throw notForThem(desk, service);
    const language = textOf(request.body, languageInput);
    const locale = isLocale(language) ? language : request.locale;
    const id = await beginEntry(engine, published, post, channel, locale);
    return reply.redirect(entryWays(service.id, id).start, 303);
  };

  const check = async (request: Request, reply: FastifyReply) => {
    const form = await open(request);
    if (typeof form === 'string') return reply.redirect(form, 303);
    const { service } = form.published;
    await lookUpRecords(parts, service.fields, form.draft?.inputs);
    const readings = readForm(service, form.draft?.inputs ?? {}, parts.world(), form.channel);
    if (!readings.every(isDone)) return reply.redirect(whereToGo(form.ways, readings, true), 303);
    return sendPage(
      reply,
      <EntryCheckPage
        context={desk.contextOf(request, reply)}
        desk={desk}
        csrfToken={reply.generateCsrf()}
        service={service}
        entry={form.entry}
        readings={readings}
        tools={desk.toolsOf(request)}
      />,
    );
  };

  const send = async (request: Request, reply: FastifyReply) => {
    const form = await open(request);
    if (typeof form === 'string') return reply.redirect(form, 303);
    const { published, entry, ways } = form;
    const { service } = published;
    const { actor, channel, locale, id } = entry;
    // The grant or the channel may have been taken back since it was begun.
    const post = entryPosts(getStaff(request), service).find(
      ({ role, institution }) => role === actor.role && institution === actor.institution,
    );
    if (!post) throw notForThem(desk, service);
    if (!service.channels.has(channel)) throw new Problem('channel-refused');
    await lookUpRecords(parts, service.fields, form.draft?.inputs);
    const readings = readForm(service, form.draft?.inputs ?? {}, parts.world(), form.channel);
    if (!readings.every(isDone)) return reply.redirect(whereToGo(ways, readings, true), 303);
    try {
      await intake.submit({ published, key: id, sent: answersOf(readings), channel, locale, actor: post });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const wrong =
        error.code === 'invalid-data'
          ? readings.find(({ page }) =>
              page.fields.some((field) => error.errors.some(({ path }) => isWithin(path, field))),
            )
          : undefined;
      if (wrong) return reply.redirect(`${ways.page(wrong.page.name)}?errors=1&return=check`, 303);
      // Sent before, with other answers than now: that record exists, and is shown.
      if (error.code !== 'key-reused') throw error;
    }
    await removeDraft(database, id);
    return reply.redirect(entryWays(service.id, id).sent, 303);
  };

  const sent = async (request: Request, reply: FastifyReply) => {
    const { service } = enteredServiceOf(request);
    const staff = getStaff(request);
    const { draft: id } = request.params as { draft: string };
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Problem('not-found');
    const recordId = await findRecordOfDraft(database, service.id, id);
    const loaded = recordId === undefined ? undefined : await findRecord(engine, recordId);
    const by = loaded?.events[0]?.actor;
    // Only who entered it is shown what opens it.
    if (!loaded || by?.kind !== 'account' || by.account !== staff.accountId)
      return reply.redirect(entryPath(service.id), 303);
    const { institution, id: number } = loaded.record;
    const reference = referenceOf(service.referencePrefix, number);
    return sendPage(
      reply,
      <EntrySentPage
        context={desk.contextOf(request, reply)}
        desk={desk}
        service={service}
        reference={reference}
        institution={institution}
        secret={hasApplicant(service) ? secretOf(parts.secrets, reference) : undefined}
        mayOpen={maySee(staff, service, loaded.record, parts.covers)}
      />,
    );
  };

  const discard = async (request: Request, reply: FastifyReply) => {
    const form = await open(request);
    if (typeof form === 'string') return reply.redirect(form, 303);
    await removeDraft(database, form.entry.id);
    return reply.redirect(form.ways.leave, 303);
  };

  const path = '/staff/services/:service/new';
  const access = 'staff' as const;
  return [
    { method: 'GET', path: '/staff/new', access, handler: choose },
    { method: 'GET', path, access, handler: (request, reply) => show(request, reply) },
    { method: 'POST', path, access, handler: begin },
    { method: 'GET', path: `${path}/:draft`, access, handler: walk.begin },
    { method: 'GET', path: `${path}/:draft/pages/:page`, access, handler: walk.show },
    { method: 'POST', path: `${path}/:draft/pages/:page`, access, takesFiles: true, handler: walk.answer },
    { method: 'GET', path: `${path}/:draft/check`, access, handler: check },
    { method: 'POST', path: `${path}/:draft/check`, access, handler: send },
    { method: 'GET', path: `${path}/:draft/sent`, access, handler: sent },
    { method: 'POST', path: `${path}/:draft/discard`, access, handler: discard },
  ];
};

/** A refusal that says who can. */
const notForThem = (desk: Desk, service: Service): Problem => {
  const message = Object.fromEntries(
    locales.map((locale) => {
      const roles = service.enteredBy.roles.map((role) => desk.sayRole(role, locale, service));
      return [locale, say(locale, texts.notForYou, { roles: new Intl.ListFormat(locale).format(roles) || '–' })];
    }),
  ) as Text;
  return new Problem('not-allowed', { errors: [{ path: '', code: 'other-role', message }] });
};
