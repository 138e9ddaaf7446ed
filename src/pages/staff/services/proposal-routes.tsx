import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { findVersion } from '../../../catalogue/catalogue-queries.ts';
import { findProposal, type ProposalRow } from '../../../catalogue/publication-queries.ts';
import { type CheckedDeclaration, checkDeclaration, discard, publish } from '../../../catalogue/publish.ts';
import { tryAnswers, trySamples } from '../../../catalogue/sandbox.ts';
import { isDeclarationFile } from '../../../catalogue/service-folder.ts';
import type { ServiceFiles } from '../../../definition/compile-service.ts';
import { DeclarationError, type Fault } from '../../../definition/fault.ts';
import type { Service } from '../../../definition/service.ts';
import { usualChannel } from '../../../definition/nouns/channels.ts';
import type { Inputs } from '../../../form/fields/field-type.ts';
import { answersOf, isDone, readForm } from '../../../form/read-form.ts';
import { replay } from '../../../projections/replay.ts';
import { toolsOf } from '../../fields/tools-of.ts';
import { textOf } from '../../http/inputs.ts';
import { problemsOf } from '../../public/questions.tsx';
import { readTyped } from '../../public/typed.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Desk } from '../desk.ts';
import { servicesPath } from './list-page.tsx';
import { ProposalPage } from './proposal-page.tsx';
import { consolePublisher, findForeignOwner, mayPublish, publisherRole } from './publisher.ts';
import { ReplayPage } from './replay-page.tsx';
import { servicesTexts as texts } from './services-texts.ts';
import { sureInput } from './sure-box.tsx';
import { TryPage } from './try-page.tsx';
import { createSayWho } from './who.ts';

/** How many past records are looked at while somebody waits for a page. */
const mostReplayed = 2_000;

interface Opened {
  readonly proposal: ProposalRow;
  /** The files of the declaration itself, without samples and journeys. */
  readonly files: ServiceFiles;
  readonly checked: CheckedDeclaration | undefined;
  readonly faults: readonly Fault[];
}

/** A version that waits: what changes, what it would do, and its publication. */
export const proposalRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue, land, checkLayouts } = parts;
  const { timeZone } = parts.country;

  /** The proposal, judged against what is in force now; undefined when it no longer waits. */
  const open = async (request: Request): Promise<Opened | undefined> => {
    const staff = getStaff(request);
    const { id } = request.params as { id: string };
    const [proposal] = /^[0-9a-f-]{36}$/.test(id) ? await database.run(findProposal, [id]) : [];
    if (!proposal) return undefined;
    const files = Object.fromEntries(Object.entries(proposal.files).filter(([name]) => isDeclarationFile(name)));
    const { checked, faults } = await judge(proposal.files);
    const isTheirs = checked
      ? findForeignOwner(parts, staff, checked) === undefined
      : mayPublish(parts, staff, proposal.service) || proposal.account === staff.accountId;
    return isTheirs ? { proposal, files, checked, faults } : undefined;
  };

  const judge = async (files: ServiceFiles): Promise<Pick<Opened, 'checked' | 'faults'>> => {
    try {
      return { checked: await checkDeclaration({ catalogue, timeZone, land, checkLayouts }, files), faults: [] };
    } catch (error) {
      if (!(error instanceof DeclarationError)) throw error;
      return { checked: undefined, faults: error.faults };
    }
  };

  const getOpened = async (request: Request): Promise<Opened> => {
    const opened = await open(request);
    if (!opened) throw new Problem('not-found');
    return opened;
  };
  const getService = ({ checked }: Opened): Service => {
    if (!checked) throw new Problem('not-found');
    return checked.service;
  };

  const show = async (request: Request, reply: FastifyReply) =>
    sendProposal(request, reply, await getOpened(request), []);

  const sendProposal = async (
    request: Request,
    reply: FastifyReply,
    { proposal, files, checked, faults }: Opened,
    problems: readonly FieldProblem[],
  ) => {
    const known = catalogue.findKnown(proposal.service);
    const [inForce] = known ? await database.run(findVersion, [known.versionId]) : [];
    const sayWho = await createSayWho(parts, [proposal], request.locale);
    return sendPage(
      reply,
      <ProposalPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        proposal={{ ...proposal, files }}
        service={checked?.service}
        faults={faults}
        warnings={checked?.warnings ?? []}
        inForce={inForce?.files}
        who={sayWho(proposal)}
        needsOther={needsOther(request, proposal)}
        problems={problems}
      />,
    );
  };

  const needsOther = (request: Request, { account }: ProposalRow): boolean =>
    parts.config.publishFourEyes && account === getStaff(request).accountId;

  const putOnOffer = async (request: Request, reply: FastifyReply) => {
    const opened = await getOpened(request);
    const { proposal } = opened;
    const service = getService(opened);
    if (needsOther(request, proposal)) throw new Problem('not-allowed');
    if (textOf(request.body, sureInput) !== 'yes')
      return sendProposal(request, reply.code(422), opened, [
        { name: sureInput, message: say(request.locale, texts.sureMissing) },
      ]);
    const by = consolePublisher(request);
    const note = by.note ?? proposal.note ?? undefined;
    try {
      const folder = proposal.folder ?? undefined;
      await publish({ database, catalogue, timeZone, land }, proposal.files, {
        ...by,
        ...(note !== undefined && { note }),
        ...(folder !== undefined && { folder }),
      });
    } catch (error) {
      // Something else was published since the page was made.
      if (!(error instanceof DeclarationError)) throw error;
      return sendProposal(request, reply.code(422), { ...opened, checked: undefined, faults: error.faults }, []);
    }
    return reply.redirect(`${servicesPath}/${service.id}?done=published`, 303);
  };

  const throwAway = async (request: Request, reply: FastifyReply) => {
    const { proposal } = await getOpened(request);
    await discard(database, proposal, consolePublisher(request));
    return reply.redirect(`${servicesPath}?done=discarded`, 303);
  };

  const tryOut = async (request: Request, reply: FastifyReply) => sendTry(request, reply, await getOpened(request), {});

  const tryTyped = async (request: Request, reply: FastifyReply) => {
    const opened = await getOpened(request);
    const service = getService(opened);
    const tools = toolsOf(parts, request);
    let inputs: Inputs = {};
    for (const page of service.pages) {
      const readings = readForm(service, inputs, tools.world, usualChannel(service));
      const given = readings.find((each) => each.page === page)?.given ?? {};
      inputs = { ...inputs, ...readTyped(page.fields, request.body, { ...tools, given }).inputs };
    }
    return sendTry(request, reply, opened, inputs);
  };

  const sendTry = (request: Request, reply: FastifyReply, opened: Opened, inputs: Inputs) => {
    const service = getService(opened);
    const tools = toolsOf(parts, request);
    const readings = readForm(service, inputs, tools.world, usualChannel(service));
    const wasSent = Object.keys(inputs).length > 0;
    const problems = wasSent
      ? readings.flatMap(({ page, errors }) => problemsOf(errors, page.fields, inputs, tools))
      : [];
    const decision =
      wasSent && readings.every(isDone)
        ? tryAnswers(service, answersOf(readings), tools.world, parts.engine)
        : undefined;
    const areEarlier = opened.proposal.files['samples.yaml'] === undefined;
    const { tried: samples } = trySamples(service, samplesOf(opened), tools.world, { ...parts.engine, areEarlier });
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <TryPage
        {...{ desk, service, tools, inputs, readings, problems, decision, samples }}
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        proposal={opened.proposal.id}
      />,
    );
  };

  /** Those that were sent with it, or those beside the service's folder on this machine. */
  const samplesOf = ({ proposal }: Opened): string | undefined => {
    const sent = proposal.files['samples.yaml'];
    if (sent !== undefined || !catalogue.findKnown(proposal.service)) return sent;
    const file = join(parts.config.servicesFolder, proposal.service, 'samples.yaml');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };

  const showReplay = async (request: Request, reply: FastifyReply) => {
    const opened = await getOpened(request);
    const after = getService(opened);
    const before = catalogue.findKnown(after.id);
    if (!before) throw new Problem('not-found');
    const { engine } = parts;
    const world = parts.world();
    const summary = await replay(
      { ...engine, worldAt: (now) => ({ ...world, now }), until: world.now, database, catalogue },
      after,
      mostReplayed,
    );
    return sendPage(
      reply,
      <ReplayPage
        {...{ desk, after, summary }}
        context={desk.contextOf(request, reply)}
        before={before.service}
        proposal={opened.proposal.id}
      />,
    );
  };

  const access = { roles: [publisherRole] };
  const one = '/staff/proposals/:id';
  return [
    { method: 'GET', path: one, access, handler: show },
    { method: 'POST', path: `${one}/publish`, access, perMinute: 20, handler: putOnOffer },
    { method: 'POST', path: `${one}/discard`, access, perMinute: 20, handler: throwAway },
    { method: 'GET', path: `${one}/try`, access, perMinute: 60, handler: tryOut },
    { method: 'POST', path: `${one}/try`, access, perMinute: 60, handler: tryTyped },
    { method: 'GET', path: `${one}/replay`, access, perMinute: 10, handler: showReplay },
  ];
};
