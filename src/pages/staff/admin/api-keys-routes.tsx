import type { FastifyReply } from 'fastify';
import { listKeys, listKeyUse } from '../../../access/api-key-queries.ts';
import { dataReaderRole } from '../../../access/data-reader.ts';
import { administersFor, type GrantFault, grantableRoles } from '../../../access/delegation.ts';
import { administratorRole } from '../../../access/administration.ts';
import {
  endKey,
  getKey,
  keyFaults,
  type KeyParts,
  makeKey,
  type MadeKey,
  rotateKey,
  seesKey,
} from '../../../access/key-administration.ts';
import { type Locale, say, type Text } from '../../../base/texts.ts';
import { textOf, textsOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { peopleParts } from '../people/people-parts.ts';
import { grantFaultTexts } from '../people/people-texts.ts';
import { sureInput } from '../services/sure-box.tsx';
import { type AdminDesk, adminRoutesFor, paramOf, typedIn } from './admin-desk.ts';
import { apiKeyPath, apiKeysPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { ApiKeyFormPage, type KeyDraft, monthsOffered } from './api-key-form.tsx';
import { ApiKeyPage, MadeKeyPage, overlapsOffered } from './api-key-page.tsx';
import { ApiKeysPage } from './api-keys-page.tsx';
import { apiKeysTexts as texts } from './api-keys-texts.ts';
import { institutionOptions } from './institution-facts.ts';

const dayLength = 86_400_000;
const mostPerMinute = 6_000;

/** Keys of institutions' own systems, for the administrators of these institutions. */
export const apiKeysRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue } = parts;
  const { get, post } = adminRoutesFor(desk, false);
  const services = () => catalogue.services.map(({ service }) => service);
  // What a key may have is what its maker could grant to somebody, and of the platform's own roles only reading what is shared.
  const keyParts: KeyParts = { ...peopleParts(parts), platformRoles: [dataReaderRole] };
  const rolesFor = (request: Request) =>
    grantableRoles(keyParts, getStaff(request)).filter((role) => role !== administratorRole);
  const isMine = (request: Request, institution: string) =>
    services().some(({ id }) => administersFor(keyParts, getStaff(request), institution, [id]));
  const after = (months: number) => new Date(+parts.world().now + Math.round(months * 30.4) * dayLength);

  const list = async (request: Request, reply: FastifyReply) => {
    const keys = (await database.run(listKeys)).filter((key) => seesKey(keyParts, getStaff(request), key));
    return sendPage(
      reply,
      <ApiKeysPage
        {...{ desk, keys }}
        context={desk.adminContextOf(request, reply)}
        use={await database.run(listKeyUse, [keys.map(({ id }) => id)])}
        now={parts.world().now}
        mayMake={parts.territory.institutionCodes.some((code) => isMine(request, code))}
      />,
    );
  };

  const sendForm = (request: Request, reply: FastifyReply, draft: KeyDraft, problems: readonly FieldProblem[] = []) => {
    const { locale } = request;
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <ApiKeyFormPage
        {...{ draft, problems }}
        context={desk.adminContextOf(request, reply, `${apiKeysPath}/new`)}
        institutions={institutionOptions(parts, locale, ({ code }) => isMine(request, code))}
        roles={rolesFor(request)
          .map((role) => ({ value: role, label: desk.nameRole(role, locale) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, locale))}
        services={services().map(({ id, texts: { title } }) => ({ value: id, label: title[locale] }))}
      />,
    );
  };

  const showForm = (request: Request, reply: FastifyReply) =>
    sendForm(request, reply, { name: '', institution: '', role: '', services: [], perMinute: '600', months: '12' });

  const readDraft = (request: Request): KeyDraft => ({
    name: typedIn(request, 'name'),
    institution: typedIn(request, 'institution'),
    role: typedIn(request, 'role'),
    services: textsOf(request.body, 'services'),
    perMinute: typedIn(request, 'per_minute'),
    months: typedIn(request, 'months'),
  });

  const faultsOf = (request: Request, draft: KeyDraft): readonly FieldProblem[] => {
    const perMinute = Number(draft.perMinute);
    const faults: readonly (readonly [string, boolean, Text])[] = [
      ['name', draft.name === '' || draft.name.length > 80, texts.nameMissing],
      ['institution', !isMine(request, draft.institution), texts.choose],
      ['role', !rolesFor(request).includes(draft.role), texts.choose],
      [
        'services',
        draft.services.length === 0 || draft.services.some((id) => catalogue.find(id) === undefined),
        texts.servicesMissing,
      ],
      ['per_minute', !Number.isInteger(perMinute) || perMinute < 1 || perMinute > mostPerMinute, texts.perMinuteWrong],
      ['months', !monthsOffered.includes(Number(draft.months)), texts.choose],
    ];
    return faults.flatMap(([name, isWrong, words]) => (isWrong ? [{ name, message: say(request.locale, words) }] : []));
  };

  const make = async (request: Request, reply: FastifyReply) => {
    const draft = readDraft(request);
    const problems = faultsOf(request, draft);
    if (problems.length > 0) return sendForm(request, reply, draft, problems);
    const { name, institution, role, services: chosen } = draft;
    const until = after(Number(draft.months));
    const wanted = { name, institution, role, services: chosen, perMinute: Number(draft.perMinute), until };
    const { now } = parts.world();
    const [fault] = keyFaults(keyParts, getStaff(request), wanted, now);
    if (fault) return sendForm(request, reply, draft, [sayFault(fault, request.locale)]);
    return sendMade(request, reply, name, await makeKey(keyParts, getStaff(request), wanted, now));
  };

  /** Shown in the answer itself: the key is kept nowhere, neither in an address nor on the way to another page. */
  const sendMade = (request: Request, reply: FastifyReply, name: string, { key }: MadeKey) =>
    sendPage(
      reply.header('cache-control', 'no-store'),
      <MadeKeyPage context={desk.adminContextOf(request, reply, apiKeysPath)} name={name} apiKey={key} />,
    );

  const sendOne = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const apiKey = await getKey(keyParts, getStaff(request), paramOf(request, 'id'));
    const all = await database.run(listKeys);
    const context = desk.adminContextOf(request, reply, apiKeyPath(apiKey.id));
    const isEnded = textOf(request.query, 'done') === 'ended';
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <ApiKeyPage
        {...{ desk, apiKey, problems }}
        context={isEnded ? { ...context, done: say(request.locale, texts.doneEnded) } : context}
        successor={all.find(({ replaces }) => replaces === apiKey.id)}
        predecessor={all.find(({ id }) => id === apiKey.replaces)}
        use={await database.run(listKeyUse, [[apiKey.id]])}
        now={parts.world().now}
      />,
    );
  };

  const rotate = async (request: Request, reply: FastifyReply) => {
    const [overlap, months] = [Number(typedIn(request, 'overlap')), Number(typedIn(request, 'months'))];
    if (!overlapsOffered.includes(overlap) || !monthsOffered.includes(months))
      return sendOne(request, reply, [
        { name: monthsOffered.includes(months) ? 'overlap' : 'months', message: say(request.locale, texts.choose) },
      ]);
    const { now } = parts.world();
    const oldEnds = new Date(+now + overlap * dayLength);
    const id = paramOf(request, 'id');
    const { name } = await getKey(keyParts, getStaff(request), id);
    const made = await rotateKey(keyParts, getStaff(request), id, { now, oldEnds, until: after(months) });
    return sendMade(request, reply, name, made);
  };

  const end = async (request: Request, reply: FastifyReply) => {
    if (typedIn(request, sureInput) !== 'yes')
      return sendOne(request, reply, [{ name: sureInput, message: say(request.locale, adminTexts.sureMissing) }]);
    const id = paramOf(request, 'id');
    await endKey(keyParts, getStaff(request), id, parts.world().now);
    return reply.redirect(`${apiKeyPath(id)}?done=ended`, 303);
  };

  return [
    get(apiKeysPath, list),
    get(`${apiKeysPath}/new`, showForm),
    post(`${apiKeysPath}/new`, make),
    get(`${apiKeysPath}/:id`, (request, reply) => sendOne(request, reply)),
    post(`${apiKeysPath}/:id/rotate`, rotate),
    post(`${apiKeysPath}/:id/end`, end),
  ];
};

/** Why a key may not have what was asked for: in the words that say it of grants, at the question that it is about. */
const sayFault = (fault: GrantFault, locale: Locale): FieldProblem => ({
  name: questionOf[fault],
  message: say(locale, grantFaultTexts[fault]),
});

const questionOf: Readonly<Record<GrantFault, string>> = {
  'to-oneself': 'role',
  'unknown-role': 'role',
  'unknown-institution': 'institution',
  'outside-institution': 'institution',
  'outside-services': 'services',
  'unknown-service': 'services',
  'longer-than-own': 'months',
  'reaches-further': 'role',
  'already-over': 'months',
};
