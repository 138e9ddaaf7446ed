import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import type { Channel } from '../../definition/nouns/channels.ts';
import type { FormPage as FormPageOf } from '../../definition/nouns/form.ts';
import type { Service } from '../../definition/service.ts';
import { type Crossing, crossInputs, type FormChanges } from '../../form/crossing.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { isDone, type PageReading, readForm } from '../../form/read-form.ts';
import type { Filler } from '../../form/world.ts';
import type { Draft } from '../../intake/drafts.ts';
import { pageOf } from '../fields/all.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { optionsAt, toolsOf } from '../fields/tools-of.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import type { SendSamePage } from '../same-page.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { inputId } from '../ui/field-frame.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { findChanges } from './form-changed.tsx';
import { FormPage, versionInput } from './form-page.tsx';
import type { FormWays } from './form-ways.ts';
import { touchFilesOf } from './keep-files.ts';
import { isWithin, problemsOf } from './questions.tsx';
import { takeSent } from './take-sent.ts';
import { TaskPage } from './task-page.tsx';
import { readTyped } from './typed.ts';

/** A form as far as it is filled in. */
export interface OpenForm {
  readonly published: PublishedService;
  readonly draft: Draft | undefined;
  readonly ways: FormWays;
  /** By which way the record will come in. */
  readonly channel: Channel;
  /** Who fills it in, where that is known: it is offered as an answer. */
  readonly filler?: Filler;
}

/** Who walks through a form: its applicant, or a civil servant who fills it in for somebody. */
export interface FormDoor {
  /** The form that an address names; a text: it is no longer there, and that is where to go instead. */
  readonly open: (request: Request) => Promise<OpenForm | string>;
  /** Keeps what was typed, which answers the questions of `version`. */
  readonly save: (
    request: Request,
    reply: FastifyReply,
    form: OpenForm,
    version: PublishedService,
    inputs: Inputs,
  ) => Promise<void>;
  readonly contextOf: (request: Request, reply: FastifyReply) => PageContext;
  /** Where pages that nobody has answered yet are the same for all. */
  readonly sendSame?: SendSamePage;
}

export interface FormWalk {
  readonly begin: Route['handler'];
  readonly show: Route['handler'];
  readonly answer: Route['handler'];
}

/**
 * The form, one declared page after the other. What is typed is kept on the server as soon as it is sent, right or
 * wrong, so that going back, changing the language and coming back later show it again.
 */
export const createFormWalk = (parts: Parts, door: FormDoor): FormWalk => {
  const toolsFor = (request: Request, { filler }: OpenForm): FieldTools => {
    const tools = toolsOf(parts, request);
    return filler ? { ...tools, world: { ...tools.world, filler } } : tools;
  };

  const begin = async (request: Request, reply: FastifyReply) => {
    const form = await door.open(request);
    if (typeof form === 'string') return reply.redirect(form, 303);
    const { ways } = form;
    const { service } = form.published;
    await lookUpRecords(parts, service.fields, form.draft?.inputs);
    const readings = readForm(service, form.draft?.inputs ?? {}, parts.world(), form.channel);
    return service.sections.size > 0
      ? sendPage(
          reply,
          <TaskPage context={door.contextOf(request, reply)} service={service} readings={readings} ways={ways} />,
        )
      : reply.redirect(whereToGo(ways, readings), 303);
  };

  const show = async (request: Request, reply: FastifyReply) => {
    const form = await door.open(request);
    if (typeof form === 'string') return reply.redirect(form, 303);
    const { published, draft, ways } = form;
    const { service } = published;
    const inputs = draft?.inputs ?? {};
    await lookUpRecords(parts, service.fields, inputs);
    const readings = readForm(service, inputs, parts.world(), form.channel);
    // Who is in the middle of the form may ask for a page that a new version does not have.
    if (draft && !findReading(readings, request)) return reply.redirect(whereToGo(ways, readings), 303);
    const reading = readingOf(readings, request);
    const tools = {
      ...toolsFor(request, form),
      given: reading.given,
      optionsAt: optionsAt(service, request),
    };
    const before = readings.slice(0, readings.indexOf(reading));
    if (!before.every(isDone) || reading.shown.length === 0) return reply.redirect(whereToGo(ways, readings), 303);
    const problems =
      textOf(request.query, 'errors') === '' ? [] : problemsOf(reading.errors, reading.page.fields, inputs, tools);
    const changes = await findChanges(parts, published, draft);
    return sendForm(request, reply, { service, ways, readings, reading, inputs, problems, tools, changes });
  };

  const answer = async (request: Request, reply: FastifyReply) => {
    const form = await door.open(request);
    if (typeof form === 'string') return reply.redirect(form, 303);
    const { published, draft, ways } = form;
    const { service } = published;
    const earlier = await findEarlierPage(parts, published, request);
    if (earlier) return answerEarlier(request, reply, form, earlier);
    await lookUpRecords(parts, service.fields, draft?.inputs, request.body);
    const before = readForm(service, draft?.inputs ?? {}, parts.world(), form.channel);
    const { page, given } = readingOf(before, request);
    const tools = {
      ...toolsFor(request, form),
      given,
      optionsAt: optionsAt(service, request),
    };
    const { body, problems: refused } = await takeSent(parts, request, service.id, page.fields, tools);
    const { asked, inputs: typed, wantsMore } = readTyped(page.fields, body, tools, draft?.inputs);
    await door.save(request, reply, form, published, typed);

    const inputs = { ...draft?.inputs, ...typed };
    await touchFilesOf(parts.database, inputs);
    const readings = readForm(service, inputs, tools.world, form.channel);
    const reading = readingOf(readings, request);
    const changes = await findChanges(parts, published, draft && { ...draft, inputs });
    const state = { service, ways, readings, reading, inputs, tools, changes };
    if (refused.length > 0) return sendForm(request, reply.code(422), { ...state, problems: refused });
    if (wantsMore) return sendForm(request, reply, { ...state, problems: [] });
    const wrong = reading.errors.filter(({ path }) => asked.some((field) => isWithin(path, field)));
    const problems = problemsOf(wrong, page.fields, inputs, tools);
    if (problems.length > 0) return sendForm(request, reply.code(422), { ...state, problems });
    // A question that an answer has just called for is asked first; nobody is scolded for what was never on the page.
    const fresh = reading.shown.find((field) => !asked.includes(field));
    if (fresh) return reply.redirect(`${pageAddress(ways, reading, request)}#${inputId(fresh.name)}`, 303);
    if (isChange(request)) return reply.redirect(ways.check, 303);
    const next = readings.slice(readings.indexOf(reading) + 1).find(({ shown }) => shown.length > 0);
    // The parts of a long form lead back to their list, where one sees how far one has come.
    if (service.sections.size > 0 && next?.page.section !== page.section) return reply.redirect(ways.start, 303);
    return reply.redirect(next ? ways.page(next.page.name) : ways.check, 303);
  };

  /** The page was made under an earlier version: its answers cross over, and the form goes on where it is not done. */
  const answerEarlier = async (
    request: Request,
    reply: FastifyReply,
    form: OpenForm,
    { version, page }: EarlierPage,
  ) => {
    const { catalogue } = parts;
    const { published, draft, ways, channel } = form;
    const { service, versionId } = published;
    const [there, back] = await Promise.all([
      catalogue.getCrossing(version.versionId, versionId),
      catalogue.getCrossing(versionId, version.versionId),
    ]);
    await lookUpRecords(parts, service.fields, draft?.inputs, request.body);
    const inputsThen = crossInputs(back, draft?.inputs ?? {});
    const given =
      readForm(version.service, inputsThen, parts.world(), channel).find((each) => each.page === page)?.given ?? {};
    const tools = { ...toolsOf(parts, request), given };
    const { body, problems } = await takeSent(parts, request, service.id, page.fields, tools);
    const typed = readTyped(page.fields, body, tools, inputsThen);
    const crossed = crossInputs(there, typed.inputs);
    await door.save(request, reply, form, draft ? published : version, draft ? crossed : typed.inputs);
    const inputs = { ...draft?.inputs, ...crossed };
    await touchFilesOf(parts.database, inputs);
    const readings = readForm(service, inputs, parts.world(), channel);
    // A file that could not be taken is told of where it is asked for now.
    const refused = problems.map((problem) => ({ ...problem, name: nameNow(there, problem.name) }));
    const reading = readings.find((each) => refused.some(({ name }) => each.shown.some((one) => isWithin(name, one))));
    return reading
      ? sendForm(request, reply.code(422), {
          service,
          ways,
          readings,
          reading,
          inputs,
          problems: refused,
          tools: { ...toolsFor(request, form), given: reading.given, optionsAt: optionsAt(service, request) },
          changes: await findChanges(parts, published, draft && { ...draft, inputs }),
        })
      : reply.redirect(whereToGo(ways, readings), 303);
  };

  const sendForm = (request: Request, reply: FastifyReply, shown: Shown) => {
    const { service, ways, readings, reading, problems } = shown;
    const address = pageAddress(ways, reading, request);
    // The address that the language links keep: a refused page is shown again with what was wrong.
    const url = problems.length > 0 ? `${address}${address.includes('?') ? '&' : '?'}errors=1` : address;
    const before = readings.slice(0, readings.indexOf(reading)).findLast((each) => each.shown.length > 0);
    const backHref = isChange(request)
      ? ways.check
      : before && before.page.section === reading.page.section
        ? ways.page(before.page.name)
        : service.sections.size > 0
          ? ways.start
          : ways.leave;
    const make = (csrfToken: string) => (
      <FormPage
        {...shown}
        context={{ ...door.contextOf(request, reply), url }}
        csrfToken={csrfToken}
        action={address}
        backHref={backHref}
        isAnswer={request.method === 'POST'}
      />
    );
    // Most who come see the first page before they have typed anything.
    return door.sendSame && isSameForAll(service, shown)
      ? door.sendSame(request, reply, { address, of: service.digest, hasForm: true, make })
      : sendPage(reply, make(reply.generateCsrf()));
  };

  return { begin, show, answer };
};

interface Shown {
  readonly service: Service;
  readonly ways: FormWays;
  readonly readings: readonly PageReading[];
  readonly reading: PageReading;
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
  readonly tools: FieldTools;
  readonly changes?: FormChanges | undefined;
}

/** What an input is called in the other version. */
const nameNow = (crossing: Crossing, input = ''): string =>
  Object.keys(crossInputs(crossing, { [input]: '1' }))[0] ?? input;

interface EarlierPage {
  readonly version: PublishedService;
  readonly page: FormPageOf;
}

/** The page that an answer comes from, when it was made under another version than the one in force. */
const findEarlierPage = async (
  { catalogue }: Parts,
  { service }: PublishedService,
  request: Request,
): Promise<EarlierPage | undefined> => {
  const digest = textOf(request.body, versionInput);
  if (digest === '' || digest === service.digest) return undefined;
  const version = await catalogue.findVersion(service.id, digest.slice(0, 64));
  const { page: name } = request.params as { page: string };
  const page = version?.service.pages.find((each) => each.name === name);
  return version && page && { version, page };
};

/** The first page that is not done, with what is wrong there if it was answered before; the check when all are. */
export const whereToGo = (ways: FormWays, readings: readonly PageReading[], isChanging = false): string => {
  const open = readings.find((reading) => !isDone(reading));
  if (!open) return ways.check;
  const query = new URLSearchParams({ ...(open.visited && { errors: '1' }), ...(isChanging && { return: 'check' }) });
  return ways.page(open.page.name) + (query.size > 0 ? `?${query}` : '');
};

/** Nothing was typed, and neither the clock nor an answer has a say in what the page shows. */
const isSameForAll = (
  service: Service,
  { reading, inputs, problems }: Pick<Shown, 'reading' | 'inputs' | 'problems'>,
): boolean =>
  problems.length === 0 &&
  Object.keys(inputs).length === 0 &&
  !reading.page.fields.some((field) => field.prefill === 'today' || pageOf(field).followsClock) &&
  ![...service.fields.values()].some(({ show }) => show?.source.includes('now('));

const findReading = (readings: readonly PageReading[], request: Request): PageReading | undefined =>
  readings.find(({ page }) => page.name === (request.params as { page: string }).page);

const readingOf = (readings: readonly PageReading[], request: Request): PageReading => {
  const reading = findReading(readings, request);
  if (!reading) throw new Problem('not-found');
  return reading;
};

/** Reached from the check, where it leads back. */
const isChange = (request: Request): boolean => textOf(request.query, 'return') === 'check';

const pageAddress = (ways: FormWays, { page }: PageReading, request: Request): string =>
  ways.page(page.name) + (isChange(request) ? '?return=check' : '');
