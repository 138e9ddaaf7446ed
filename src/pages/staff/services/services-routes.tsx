import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { findVersion } from '../../../catalogue/catalogue-queries.ts';
import { listProposals, listPublications } from '../../../catalogue/publication-queries.ts';
import { propose, withdraw } from '../../../catalogue/publish.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Desk } from '../desk.ts';
import { ServiceHistoryPage } from './history-page.tsx';
import { proposalPath, servicesPath, ServicesPage } from './list-page.tsx';
import { proposalRoutes } from './proposal-routes.tsx';
import { consolePublisher, mayPublish, publisherRole } from './publisher.ts';
import { servicesTexts as texts } from './services-texts.ts';
import { sureInput } from './sure-box.tsx';
import { uploadRoutes } from './upload-routes.tsx';
import { createSayWho } from './who.ts';

/** What was just done, carried to the page that follows. */
const doneWords = { published: texts.published, withdrawn: texts.isWithdrawn, discarded: texts.discarded } as const;
const readDone = (request: Request): string | undefined => {
  const done = textOf(request.query, 'done');
  return done in doneWords ? say(request.locale, doneWords[done as keyof typeof doneWords]) : undefined;
};

/** For those who put the services of their institution on offer: what is, what was, and the way to a new version. */
export const servicesRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue } = parts;
  const { timeZone } = parts.country;

  const list = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const services = catalogue.known.filter(({ service }) => mayPublish(parts, staff, service.id));
    const histories = await Promise.all(services.map(({ service }) => database.run(listPublications, [service.id])));
    const lastSteps = new Map(histories.flatMap((steps) => steps.slice(-1)).map((step) => [step.service, step]));
    // A service that never was on offer belongs to whoever proposed it until it is.
    const proposals = (await database.run(listProposals)).filter(
      ({ service, account }) => mayPublish(parts, staff, service) || account === staff.accountId,
    );
    const sayWho = await createSayWho(parts, [...lastSteps.values(), ...proposals], request.locale);
    return sendPage(
      reply,
      <ServicesPage
        {...{ timeZone, services, lastSteps, proposals, sayWho }}
        context={desk.contextOf(request, reply)}
        done={readDone(request)}
      />,
    );
  };

  const getKnown = (request: Request) => {
    const { service: id } = request.params as { service: string };
    const known = catalogue.findKnown(id);
    if (!known || !mayPublish(parts, getStaff(request), id)) throw new Problem('not-found');
    return known;
  };

  const show = (request: Request, reply: FastifyReply) => sendHistory(request, reply, []);

  const sendHistory = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[]) => {
    const known = getKnown(request);
    const steps = (await database.run(listPublications, [known.service.id])).toReversed();
    const context = desk.contextOf(request, reply);
    return sendPage(
      reply,
      <ServiceHistoryPage
        {...{ timeZone, known, steps, problems }}
        context={{ ...context, url: `${servicesPath}/${known.service.id}` }}
        csrfToken={reply.generateCsrf()}
        sayWho={await createSayWho(parts, steps, request.locale)}
        done={readDone(request)}
      />,
    );
  };

  const takeOff = async (request: Request, reply: FastifyReply) => {
    const { service } = getKnown(request);
    if (textOf(request.body, sureInput) !== 'yes')
      return sendHistory(request, reply.code(422), [
        { name: sureInput, message: say(request.locale, texts.sureMissing) },
      ]);
    await withdraw(parts, service.id, consolePublisher(request));
    return reply.redirect(`${servicesPath}/${service.id}?done=withdrawn`, 303);
  };

  /** An earlier version waits to be published like any other, so that what changes back is seen first. */
  const goBack = async (request: Request, reply: FastifyReply) => {
    const { service } = getKnown(request);
    const versionId = Number(textOf(request.body, 'version'));
    const [row] = Number.isSafeInteger(versionId) ? await database.run(findVersion, [versionId]) : [];
    if (row?.service !== service.id) throw new Problem('not-found');
    const proposal = await propose(
      database,
      { id: row.service, digest: row.digest },
      row.files,
      consolePublisher(request),
    );
    return reply.redirect(proposalPath(proposal), 303);
  };

  const access = { roles: [publisherRole] };
  const one = `${servicesPath}/:service`;
  return [
    { method: 'GET', path: servicesPath, access, handler: list },
    { method: 'GET', path: one, access, handler: show },
    { method: 'POST', path: `${one}/withdraw`, access, perMinute: 20, handler: takeOff },
    { method: 'POST', path: `${one}/return`, access, perMinute: 20, handler: goBack },
    ...uploadRoutes(desk),
    ...proposalRoutes(desk),
  ];
};
