import type { FastifyReply } from 'fastify';
import {
  type AgreementRow,
  countAgreementUse,
  findAgreement,
  listAgreements,
  type Side,
} from '../../../access/agreement-queries.ts';
import {
  decideOnAgreement,
  endAgreementNow,
  isAdministratorOf,
  proposeAgreement,
  readsUnder,
  shareableFields,
  sidesOf,
  standingOf,
} from '../../../access/agreements.ts';
import { dataReaderRole } from '../../../access/data-reader.ts';
import { dayOf } from '../../../base/calendar-day.ts';
import { Problem } from '../../../base/problem.ts';
import { type Locale, locales, say, type Text } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import { textOf, textsOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { DateValues } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { noDay, type TypedDay, typedDay } from '../people/typed-days.ts';
import { sureInput } from '../services/sure-box.tsx';
import { type AdminDesk, adminRoutesFor, paramOf, typedIn } from './admin-desk.ts';
import { agreementPath, agreementsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { AgreementSidesPage, AgreementTermsPage, type SidesDraft, type TermsDraft } from './agreement-form.tsx';
import { AgreementPage, AgreementsPage } from './agreements-page.tsx';
import { agreementsTexts as texts } from './agreements-texts.ts';
import { institutionOptions } from './institution-facts.ts';

const doneWords = {
  proposed: texts.doneProposed,
  accepted: texts.doneAccepted,
  declined: texts.doneDeclined,
  ended: texts.doneEnded,
} as const;

/** Data-sharing agreements: proposed by an administrator of one side, decided on by one of the other. */
export const agreementsRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue, covers, territory } = parts;
  const { timeZone } = parts.country;
  const { get, post } = adminRoutesFor(desk, false);
  const isMine = (request: Request, institution: string) => isAdministratorOf(parts, getStaff(request), institution);

  const list = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const all = await database.run(listAgreements);
    return sendPage(
      reply,
      <AgreementsPage
        desk={desk}
        context={desk.adminContextOf(request, reply)}
        agreements={all.filter((agreement) => sidesOf(parts, staff, agreement).length > 0)}
        now={parts.world().now}
        mayPropose={territory.institutionCodes.some((code) => isMine(request, code))}
      />,
    );
  };

  const getOne = async (
    request: Request,
  ): Promise<{ readonly agreement: AgreementRow; readonly sides: readonly Side[] }> => {
    const id = Number(paramOf(request, 'id'));
    const [agreement] = Number.isSafeInteger(id) ? await database.run(findAgreement, [id]) : [];
    const sides = agreement ? sidesOf(parts, getStaff(request), agreement) : [];
    if (!agreement || sides.length === 0) throw new Problem('not-found');
    return { agreement, sides };
  };

  const sendOne = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const staff = getStaff(request);
    const { now } = parts.world();
    const { agreement, sides } = await getOne(request);
    const [use] = await database.run(countAgreementUse, [[agreement.id]]);
    const done = textOf(request.query, 'done');
    const context = desk.adminContextOf(request, reply, agreementPath(agreement.id));
    const words = Object.hasOwn(doneWords, done) ? doneWords[done as keyof typeof doneWords] : undefined;
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <AgreementPage
        {...{ desk, agreement, use, now, problems }}
        context={{ ...context, done: words && say(request.locale, words) }}
        mayDecide={sides.some((side) => side !== agreement.proposed_side) && agreement.proposed_by !== staff.accountId}
        mayEnd={standingOf(agreement, now) !== 'proposed' || sides.includes(agreement.proposed_side)}
        mayRead={standingOf(agreement, now) === 'standing' && readsUnder(parts, staff, agreement)}
      />,
    );
  };

  /** Whether the giver can have records of the service at all: its own, or such as its institutions deal with. */
  const faultsOfSides = (request: Request, { own, side, other, service }: SidesDraft): readonly FieldProblem[] => {
    const faults: readonly (readonly [string, boolean, Text])[] = [
      ['own', !isMine(request, own) || territory.findInstitution(own) === undefined, texts.choose],
      ['side', side === undefined, texts.choose],
      ['other', territory.findInstitution(other) === undefined, texts.choose],
      ['other', other === own, texts.sameSides],
      ['service', catalogue.findKnown(service) === undefined, texts.choose],
    ];
    return firstOfEach(faults, request.locale);
  };

  const sidesIn = (query: unknown): SidesDraft => {
    const side = textOf(query, 'side');
    return {
      own: textOf(query, 'own'),
      side: side === 'giver' || side === 'receiver' ? side : undefined,
      other: textOf(query, 'other'),
      service: textOf(query, 'service'),
    };
  };

  const sendSides = (request: Request, reply: FastifyReply, draft: SidesDraft, problems: readonly FieldProblem[]) => {
    const { locale } = request;
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <AgreementSidesPage
        {...{ draft, problems }}
        context={desk.adminContextOf(request, reply, `${agreementsPath}/new`)}
        owned={institutionOptions(parts, locale, ({ code }) => isMine(request, code))}
        others={institutionOptions(parts, locale, () => true)}
        services={catalogue.known.map(({ service }) => ({ value: service.id, label: service.texts.title[locale] }))}
      />,
    );
  };

  const rolesFor = (service: Service, locale: Locale) =>
    [dataReaderRole, ...service.roles.keys()].map((role) => ({
      value: role,
      label: desk.nameRole(role, locale, service),
    }));

  const sendTerms = (
    request: Request,
    reply: FastifyReply,
    sides: SidesDraft,
    draft: TermsDraft,
    problems: readonly FieldProblem[],
  ) => {
    const { service } = catalogue.findKnown(sides.service)!;
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <AgreementTermsPage
        {...{ desk, sides, service, draft, problems }}
        context={desk.adminContextOf(request, reply, `${agreementsPath}/new`)}
        offered={shareableFields(service)}
        roles={rolesFor(service, request.locale)}
      />,
    );
  };

  const showForm = (request: Request, reply: FastifyReply) => {
    const sides = sidesIn(request.query);
    if (textOf(request.query, 'asked') === '') return sendSides(request, reply, sides, []);
    const problems = faultsOfSides(request, sides);
    if (problems.length > 0) return sendSides(request, reply, sides, problems);
    const today = dayOf(parts.world().now, timeZone);
    const draft: TermsDraft = {
      fields: [],
      consent: '',
      role: dataReaderRole,
      purpose: { ar: '', fr: '', en: '' },
      legalBasis: '',
      from: { values: valuesOf(today), at: undefined },
      until: noDay,
    };
    return sendTerms(request, reply, sides, draft, []);
  };

  const termsIn = (request: Request): TermsDraft => ({
    fields: textsOf(request.body, 'fields'),
    consent: typedIn(request, 'consent'),
    role: typedIn(request, 'role'),
    purpose: Object.fromEntries(locales.map((locale) => [locale, typedIn(request, `purpose_${locale}`)])) as Record<
      Locale,
      string
    >,
    legalBasis: typedIn(request, 'legal_basis'),
    from: typedDay(request.body, 'from', timeZone),
    until: typedDay(request.body, 'until', timeZone, true),
  });

  const propose = async (request: Request, reply: FastifyReply) => {
    const sides = sidesIn(request.query);
    const wrongSides = faultsOfSides(request, sides);
    if (wrongSides.length > 0 || sides.side === undefined) return sendSides(request, reply, sides, wrongSides);
    const { service } = catalogue.findKnown(sides.service)!;
    const draft = termsIn(request);
    const { now } = parts.world();
    const offered = new Set(shareableFields(service));
    const [from, until] = [momentOf(draft.from), momentOf(draft.until)];
    const isOutOfTime =
      from !== undefined && until !== undefined && (until <= now || until <= from || +until - +from > longest);
    const problems = firstOfEach(
      [
        ['fields', draft.fields.length === 0 || draft.fields.some((name) => !offered.has(name)), texts.fieldsMissing],
        ['consent', draft.consent !== '-' && !service.purposes.has(draft.consent), texts.choose],
        ['role', !rolesFor(service, request.locale).some(({ value }) => value === draft.role), texts.choose],
        ...locales.map(
          (locale) =>
            [
              `purpose_${locale}`,
              draft.purpose[locale] === '' || draft.purpose[locale].length > 300,
              texts.purposeMissing,
            ] as const,
        ),
        ['legal_basis', draft.legalBasis === '' || draft.legalBasis.length > 1000, texts.legalBasisMissing],
        ['from', from === undefined, texts.dayWrong],
        ['until', until === undefined, texts.dayWrong],
        ['until', isOutOfTime, texts.untilWrong],
      ],
      request.locale,
    );
    if (problems.length > 0 || from === undefined || until === undefined)
      return sendTerms(request, reply, sides, draft, problems);
    const [giver, receiver] = sides.side === 'giver' ? [sides.own, sides.other] : [sides.other, sides.own];
    const id = await proposeAgreement(
      database,
      {
        giver,
        receiver,
        service: service.id,
        fields: [...new Set(draft.fields)],
        role: draft.role,
        purpose: draft.purpose,
        legalBasis: draft.legalBasis,
        needsConsent: draft.consent === '-' ? undefined : draft.consent,
        from,
        until,
      },
      sides.side,
      getStaff(request),
    );
    return reply.redirect(`${agreementPath(id)}?done=proposed`, 303);
  };

  const decide = (accepts: boolean) => async (request: Request, reply: FastifyReply) => {
    const { agreement } = await getOne(request);
    if (accepts && typedIn(request, sureInput) !== 'yes')
      return sendOne(request, reply, [{ name: sureInput, message: say(request.locale, adminTexts.sureMissing) }]);
    await decideOnAgreement({ database, covers }, agreement.id, getStaff(request), accepts);
    return reply.redirect(`${agreementPath(agreement.id)}?done=${accepts ? 'accepted' : 'declined'}`, 303);
  };

  const end = async (request: Request, reply: FastifyReply) => {
    const { agreement } = await getOne(request);
    const because = typedIn(request, 'because').slice(0, 300);
    await endAgreementNow({ database, covers }, agreement.id, getStaff(request), because);
    return reply.redirect(`${agreementPath(agreement.id)}?done=ended`, 303);
  };

  return [
    get(agreementsPath, list),
    get(`${agreementsPath}/new`, showForm),
    post(`${agreementsPath}/new`, propose),
    get(`${agreementsPath}/:id`, (request, reply) => sendOne(request, reply)),
    post(`${agreementsPath}/:id/accept`, decide(true)),
    post(`${agreementsPath}/:id/decline`, decide(false)),
    post(`${agreementsPath}/:id/end`, end),
  ];
};

/** Five years. */
const longest = 5 * 365 * 86_400_000;

const momentOf = ({ at }: TypedDay): Date | undefined => (at === 'wrong' ? undefined : at);

/** The first fault of each question. */
const firstOfEach = (
  faults: readonly (readonly [string, boolean, Text])[],
  locale: Locale,
): readonly FieldProblem[] => {
  const first = new Map<string, FieldProblem>();
  for (const [name, isWrong, words] of faults) {
    if (isWrong && !first.has(name)) first.set(name, { name, message: say(locale, words) });
  }
  return [...first.values()];
};

const valuesOf = (day: string): DateValues => {
  const [year, month, of] = day.split('-').map(Number);
  return { day: String(of), month: String(month), year: String(year) };
};
