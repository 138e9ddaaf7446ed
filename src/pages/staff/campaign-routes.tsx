import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { mayOpenCampaigns, postForCampaigns } from '../../access/campaign-access.ts';
import { scopeParameter } from '../../access/scope.ts';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import type { Campaign } from '../../definition/nouns/campaign.ts';
import { dayMeant } from '../../form/fields/date.ts';
import { sentOf } from '../../form/read-form.ts';
import { shownFields, validate } from '../../form/validate.ts';
import { type CampaignRow, findCampaign, forgetFaults, listCampaigns } from '../../intake/campaign-queries.ts';
import { openCampaign } from '../../intake/campaigns.ts';
import { listCampaignProgress } from '../../projections/survey-round-queries.ts';
import { textOf, textsOf } from '../http/inputs.ts';
import { problemsOf } from '../public/questions.tsx';
import { takeSent } from '../public/take-sent.ts';
import { readTyped } from '../public/typed.ts';
import { type Access, getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { type CampaignFilter, CampaignPage, filters } from './campaign-page.tsx';
import {
  campaignPath,
  campaignsPath,
  CampaignsPage,
  chooseInput,
  idInput,
  institutionInput,
  NewCampaignPage,
  newCampaignPath,
  type Offer,
  PreviewCampaignPage,
  stepInput,
} from './campaign-pages.tsx';
import { figuresOf, progressOf } from './campaign-progress.ts';
import { campaignTexts as texts } from './campaign-texts.ts';
import { type Desk, getVersion } from './desk.ts';

interface Opening extends PublishedService {
  readonly campaign: Campaign;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Opening rounds of surveys for many institutions, and following them. Who may is what the declaration says under `campaign`. */
export const campaignRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue, territory, covers } = parts;
  const access: Access = {
    get roles() {
      return [...new Set(catalogue.known.flatMap(({ service }) => service.campaign?.openedBy ?? []))];
    },
  };

  const openingOf = (request: Request): Opening => {
    const published = catalogue.find((request.params as { service: string }).service);
    const campaign = published?.service.campaign;
    if (!published || !campaign) throw new Problem('not-found');
    if (!mayOpenCampaigns(getStaff(request), published.service, covers)) throw new Problem('not-allowed');
    return { ...published, campaign };
  };

  const offersOf = ({ types }: Campaign): readonly Offer[] =>
    types.map((type) => ({ type, institutions: territory.institutionsOf({ type }) }));

  const list = async (request: Request, reply: FastifyReply) => {
    const mine = catalogue.services.filter(({ service }) => mayOpenCampaigns(getStaff(request), service, covers));
    if (mine.length === 0) throw new Problem('not-allowed');
    const services = await Promise.all(
      mine.map(async ({ service }) => ({ service, campaigns: await database.run(listCampaigns, [service.id]) })),
    );
    return sendPage(
      reply,
      <CampaignsPage context={desk.contextOf(request, reply)} tools={desk.toolsOf(request)} services={services} />,
    );
  };

  const begin = (request: Request, reply: FastifyReply) => {
    const { campaign } = openingOf(request);
    return sendNew(request, reply, { inputs: {}, chosen: new Set(), problems: [], fields: campaign.fields });
  };

  const sendNew = (
    request: Request,
    reply: FastifyReply,
    { inputs, chosen, problems }: Typed & { readonly problems: readonly FieldProblem[] },
  ) => {
    const { service, campaign } = openingOf(request);
    const tools = desk.toolsOf(request);
    const { answers } = validate(campaign.fields, sentOf(campaign.fields, inputs, tools.world), tools.world, {}, true);
    return sendPage(
      reply,
      <NewCampaignPage
        context={{ ...desk.contextOf(request, reply), url: newCampaignPath(service.id) }}
        tools={tools}
        csrfToken={reply.generateCsrf()}
        service={service}
        campaign={campaign}
        offers={offersOf(campaign)}
        inputs={inputs}
        shown={shownFields(campaign.fields, answers, tools.world.now)}
        problems={problems}
        chosen={chosen}
      />,
    );
  };

  /** The form, its preview and its confirmation: each is sent with all that was typed and chosen so far. */
  const send = async (request: Request, reply: FastifyReply) => {
    const { campaign, ...published } = openingOf(request);
    const { service } = published;
    const tools = desk.toolsOf(request);
    const offers = offersOf(campaign);
    const taken = await takeSent(parts, request, service.id, campaign.fields, tools);
    const { inputs, wantsMore } = readTyped(campaign.fields, taken.body, tools);
    const chosen = chosenFrom(request, offers);
    const typed = { inputs, chosen, fields: campaign.fields };
    const step = textOf(request.body, stepInput);
    if (taken.problems.length > 0) return sendNew(request, reply.code(422), { ...typed, problems: taken.problems });
    if (wantsMore || textOf(request.body, chooseInput) !== '' || step === 'change')
      return sendNew(request, reply, { ...typed, problems: [] });
    const read = validate(campaign.fields, sentOf(campaign.fields, inputs, tools.world), tools.world);
    const { now } = tools.world;
    const due = campaign.due === undefined ? undefined : read.answers[campaign.due];
    const problems: FieldProblem[] = [
      ...problemsOf(read.errors, campaign.fields, inputs, tools),
      ...(campaign.due !== undefined && typeof due === 'string' && due < dayMeant('today', tools.world)
        ? [{ name: campaign.due, message: say(request.locale, texts.dueMustCome) }]
        : []),
      ...(chosen.size === 0 ? [{ name: institutionInput, message: say(request.locale, texts.chooseOne) }] : []),
    ];
    if (problems.length > 0) return sendNew(request, reply.code(422), { ...typed, problems });
    const id = textOf(request.body, idInput);
    if (step !== 'confirm' || !uuid.test(id))
      return sendPage(
        reply,
        <PreviewCampaignPage
          context={{ ...desk.contextOf(request, reply), url: newCampaignPath(service.id) }}
          tools={tools}
          csrfToken={reply.generateCsrf()}
          service={service}
          offers={offers}
          inputs={inputs}
          shown={shownFields(campaign.fields, read.answers, now)}
          chosen={chosen}
          id={randomUUID()}
          answers={read.answers}
        />,
      );
    await openCampaign(database, {
      id,
      published,
      actor: postForCampaigns(getStaff(request), service, covers),
      answers: read.answers,
      locale: request.locale,
      institutions: [...chosen],
      now,
    });
    parts.wakeCampaigns();
    return reply.redirect(campaignPath(service.id, id), 303);
  };

  const getCampaign = async (request: Request, { service }: Opening): Promise<CampaignRow> => {
    const { id } = request.params as { id: string };
    const [campaign] = uuid.test(id) ? await database.run(findCampaign, [service.id, id]) : [];
    if (!campaign) throw new Problem('not-found');
    return campaign;
  };

  const show = async (request: Request, reply: FastifyReply) => {
    const opening = openingOf(request);
    const { service } = opening;
    const campaign = await getCampaign(request, opening);
    const tools = desk.toolsOf(request);
    const work = await desk.workOf(getStaff(request));
    const rows = await database.run(listCampaignProgress, [scopeParameter(work.scope), campaign.id]);
    const serviceOf = (versionId: number) => getVersion(work, versionId);
    const all = progressOf(rows, serviceOf, campaign.dueOn, dayMeant('today', tools.world));
    const filter = filters.find((each) => each === textOf(request.query, 'show')) ?? 'all';
    return sendPage(
      reply,
      <CampaignPage
        context={desk.contextOf(request, reply)}
        tools={tools}
        csrfToken={reply.generateCsrf()}
        service={service}
        serviceOf={serviceOf}
        campaign={campaign}
        figures={figuresOf(all)}
        progress={all.filter((each) => isWithin(filter, each))}
        filter={filter}
        sayInstitution={(code) => desk.sayInstitution(code, request.locale)}
      />,
    );
  };

  const retry = async (request: Request, reply: FastifyReply) => {
    const opening = openingOf(request);
    const { id } = await getCampaign(request, opening);
    await database.run(forgetFaults, [id]);
    parts.wakeCampaigns();
    return reply.redirect(campaignPath(opening.service.id, id), 303);
  };

  const one = `${campaignsPath}/:service/:id`;
  return [
    { method: 'GET', path: campaignsPath, access, handler: list },
    { method: 'GET', path: newCampaignPath(':service'), access, handler: begin },
    { method: 'POST', path: newCampaignPath(':service'), access, takesFiles: true, handler: send },
    { method: 'GET', path: one, access, handler: show },
    { method: 'POST', path: `${one}/retry`, access, handler: retry },
  ];
};

interface Typed {
  readonly inputs: Readonly<Record<string, string>>;
  readonly chosen: ReadonlySet<string>;
  readonly fields: Campaign['fields'];
}

/** Those that are ticked and on offer, after a button that ticks all, none, or all of a type. */
const chosenFrom = (request: Request, offers: readonly Offer[]): ReadonlySet<string> => {
  const ticked = new Set(textsOf(request.body, institutionInput));
  const choose = textOf(request.body, chooseInput);
  return new Set(
    offers.flatMap(({ type, institutions }) =>
      institutions.flatMap(({ code }) =>
        choose !== 'none' && (choose === 'all' || choose === type || ticked.has(code)) ? [code] : [],
      ),
    ),
  );
};

const isWithin = (filter: CampaignFilter, { standing, isLate }: ReturnType<typeof progressOf>[number]): boolean =>
  filter === 'all' || (filter === 'late' ? isLate : standing === filter);
