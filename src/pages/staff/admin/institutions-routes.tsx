import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { institutionChangeTexts } from '../../../territory/institution-change-texts.ts';
import {
  closeInstitution,
  createInstitution,
  editInstitution,
  getInService,
  type InstitutionDraft,
} from '../../../territory/institution-changes.ts';
import type { Institution } from '../../../territory/place.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type AdminDesk, adminRoutesFor, noteOf, paramOf, typedIn } from './admin-desk.ts';
import { institutionPath, institutionsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { ClosePage } from './close-page.tsx';
import { showChanges } from './change-words.tsx';
import { factsOf, findInstitutions, institutionOptions, typesInUse } from './institution-facts.ts';
import { InstitutionFormPage } from './institution-form.tsx';
import { InstitutionPage } from './institution-page.tsx';
import { InstitutionsPage } from './institutions-page.tsx';
import { institutionsTexts as texts } from './institutions-texts.ts';
import { readNames } from './names.tsx';
import { problemsIn } from './problems-in.ts';
import { successionRoutes } from './succession-routes.tsx';

const nobody: InstitutionDraft = {
  type: '',
  name: { ar: '', fr: '', en: '' },
  parent: undefined,
  place: undefined,
  contact: {},
};

/** Institutions: the tree, and everything that is done to one. Those who administer a part see and change that part. */
export const institutionsRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { liveCountry, territory } = parts;
  const { get, post } = adminRoutesFor(desk, false);

  const list = (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const [q, type, under] = ['q', 'type', 'under'].map((name) => textOf(request.query, name).trim());
    const closed = textOf(request.query, 'closed') === '1';
    const mine = (institution: Institution) => desk.mayAdminister(staff, institution.code);
    const found =
      q || type || under
        ? findInstitutions(parts, q ?? '', type ?? '').filter(
            (each) => mine(each) && (closed || !each.retired) && (!under || each.parent === under),
          )
        : undefined;
    const all = territory.institutionCodes.flatMap((code) => territory.findInstitution(code) ?? []);
    const roots = all.filter(
      (each) => mine(each) && (each.parent === undefined || !mine(territory.getInstitution(each.parent))),
    );
    return sendPage(
      reply,
      <InstitutionsPage
        {...{ territory, closed, found, roots }}
        context={desk.adminContextOf(request, reply)}
        q={q ?? ''}
        type={type ?? ''}
        types={typesInUse(parts)}
      />,
    );
  };

  const getMine = (request: Request): Institution => {
    const found = territory.findInstitution(paramOf(request, 'code'));
    if (!found || !desk.mayAdminister(getStaff(request), found.code)) throw new Problem('not-found');
    return found;
  };

  const sendOne = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const institution = getMine(request);
    const { code } = institution;
    const changes = liveCountry
      .changes()
      .filter(({ about }) => about.codes?.includes(code) || about.into?.includes(code));
    return sendPage(
      problems.length > 0 ? reply.code(409) : reply,
      <InstitutionPage
        {...{ desk, institution, problems }}
        context={desk.adminContextOf(request, reply, institutionPath(code))}
        facts={await factsOf(parts, [code], request.locale)}
        history={await showChanges(parts, changes, request.locale)}
      />,
    );
  };

  const sendForm = (
    request: Request,
    reply: FastifyReply,
    {
      code,
      draft,
      problems = [],
    }: {
      readonly code: string | undefined;
      readonly draft: InstitutionDraft;
      readonly problems?: readonly FieldProblem[];
    },
  ) => {
    const { locale } = request;
    const staff = getStaff(request);
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <InstitutionFormPage
        {...{ code, draft, problems }}
        context={desk.adminContextOf(
          request,
          reply,
          code === undefined ? `${institutionsPath}/new` : `${institutionPath(code)}/edit`,
        )}
        title={
          code === undefined
            ? say(locale, texts.new)
            : say(locale, texts.editTitle, { name: desk.sayInstitution(code, locale) })
        }
        typedCode={typedIn(request, 'code')}
        note={noteOf(request).note ?? ''}
        types={typesInUse(parts)}
        parents={institutionOptions(
          parts,
          locale,
          (each) => each.code !== code && (each.code === draft.parent || desk.mayAdminister(staff, each.code)),
        )}
      />,
    );
  };

  const readDraft = (request: Request) => {
    const { name, problems } = readNames(request);
    const contact = Object.fromEntries(
      (['phone', 'email', 'address'] as const).flatMap((key) => {
        const value = typedIn(request, key);
        return value === '' ? [] : [[key, value]];
      }),
    );
    const draft: InstitutionDraft = {
      type: typedIn(request, 'type'),
      name,
      parent: typedIn(request, 'parent') || undefined,
      place: typedIn(request, 'place') || undefined,
      contact,
    };
    return { draft, problems };
  };

  /** Whoever administers a part puts nothing outside that part. */
  const assertParent = (request: Request, before: string | undefined, { parent }: InstitutionDraft): void => {
    const staff = getStaff(request);
    if (parent === before) return;
    if (parent === undefined ? !desk.administersAll(staff) : !desk.mayAdminister(staff, parent))
      throw new Problem('not-allowed');
  };

  const save = async (request: Request, reply: FastifyReply, code: string | undefined) => {
    const { draft, problems } = readDraft(request);
    if (problems.length > 0) return sendForm(request, reply, { code, draft, problems });
    const newCode = code ?? typedIn(request, 'code');
    assertParent(request, code === undefined ? undefined : territory.getInstitution(code).parent, draft);
    if (code === undefined && draft.parent === undefined && !desk.administersAll(getStaff(request)))
      throw new Problem('not-allowed');
    try {
      await liveCountry.change(getStaff(request).accountId, (content) => {
        const change =
          code === undefined ? createInstitution(content, newCode, draft) : editInstitution(content, code, draft);
        if (!change)
          throw new Problem('invalid-data', {
            errors: [{ path: '', code: 'unchanged', message: adminTexts.nothingChanged }],
          });
        return { ...change, about: { ...change.about, ...noteOf(request) } };
      });
    } catch (error) {
      return sendForm(request, reply, { code, draft, problems: problemsIn(error, request.locale) });
    }
    return reply.redirect(`${institutionPath(newCode)}?done=saved`, 303);
  };

  const showEdit = (request: Request, reply: FastifyReply) => {
    const { code } = getMine(request);
    const { type, name, parent, place, contact = {} } = getInService(liveCountry.content(), code);
    return sendForm(request, reply, { code, draft: { type, name, parent, place, contact } });
  };

  const showClose = async (request: Request, reply: FastifyReply) => {
    const { code } = getMine(request);
    return sendPage(reply, <ClosePage context={desk.adminContextOf(request, reply)} desk={desk} code={code} />);
  };

  const close = async (request: Request, reply: FastifyReply) => {
    const { code } = getMine(request);
    try {
      const { open, tasks, grants } = await factsOf(parts, [code], request.locale);
      const refusal =
        open + tasks > 0
          ? institutionChangeTexts.hasRecords
          : grants.length > 0
            ? institutionChangeTexts.hasGrants
            : undefined;
      if (refusal) throw new Problem('not-possible', { errors: [{ path: '', code: 'in-use', message: refusal }] });
      await liveCountry.change(getStaff(request).accountId, (content) => {
        const change = closeInstitution(content, code);
        return { ...change, about: { ...change.about, ...noteOf(request) } };
      });
    } catch (error) {
      return sendOne(request, reply, problemsIn(error, request.locale));
    }
    return reply.redirect(`${institutionPath(code)}?done=saved`, 303);
  };

  const one = `${institutionsPath}/:code`;
  return [
    get(institutionsPath, list),
    get(`${institutionsPath}/new`, (request, reply) =>
      sendForm(request, reply, {
        code: undefined,
        draft: { ...nobody, parent: textOf(request.query, 'parent') || undefined },
      }),
    ),
    post(`${institutionsPath}/new`, (request, reply) => save(request, reply, undefined)),
    get(one, (request, reply) => sendOne(request, reply)),
    get(`${one}/edit`, showEdit),
    post(`${one}/edit`, (request, reply) => save(request, reply, getMine(request).code)),
    get(`${one}/close`, showClose),
    post(`${one}/close`, close),
    ...successionRoutes(desk),
  ];
};
