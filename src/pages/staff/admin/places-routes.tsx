import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { comparePlaces, importPlaces } from '../../../territory/compare-places.ts';
import type { CountryContent } from '../../../territory/country-change.ts';
import { editPlace, recodePlace } from '../../../territory/place-changes.ts';
import { isPlaceLevel, type DeclaredPlace } from '../../../territory/place.ts';
import { readPlaceFile, type RowFault } from '../../../territory/place-import.ts';
import {
  deletePlaceImport,
  findPlaceImport,
  insertPlaceImport,
  listPlaceImports,
  type PlaceImportRow,
} from '../../../territory/place-import-queries.ts';
import { formFilesOf } from '../../http/form-files.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type AdminDesk, adminRoutesFor, noteOf, paramOf, typedIn } from './admin-desk.ts';
import { placeImportPath, placePath, placesPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { showChanges } from './change-words.tsx';
import { readNames } from './names.tsx';
import { PlaceDifferencesPage, PlaceUploadPage } from './place-import-page.tsx';
import { PlaceFormPage } from './place-form.tsx';
import { PlacePage, PlacesPage } from './places-page.tsx';
import { placesTexts as texts } from './places-texts.ts';
import { problemsIn } from './problems-in.ts';

/** Places: the list, one with the history of its codes, and files that are compared before they are taken over. */
export const placesRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { liveCountry, territory, database, country } = parts;
  const { get, post } = adminRoutesFor(desk, true);

  const list = (request: Request, reply: FastifyReply) => {
    const [q = '', level = '', page = ''] = ['q', 'level', 'page'].map((name) => textOf(request.query, name).trim());
    const exact = territory.findPlace(q);
    const { places, next } = territory.searchPlaces({
      q: q.slice(0, 200) || undefined,
      level: isPlaceLevel(level) ? level : undefined,
      page: /^[1-9]\d{0,8}$/.test(page) ? page : undefined,
      parent: undefined,
      locale: request.locale,
    });
    return sendPage(
      reply,
      <PlacesPage
        {...{ territory, q, level }}
        context={desk.adminContextOf(request, reply)}
        places={exact ? [exact, ...places.filter(({ code }) => code !== exact.code)] : places}
        next={next}
      />,
    );
  };

  const getPlace = (request: Request): DeclaredPlace => {
    const code = paramOf(request, 'code');
    const found = liveCountry.content().places.find((place) => place.code === code);
    if (found) return found;
    // The files no longer list it, and nobody gave it another code.
    const kept = territory.findPlace(code);
    if (!kept) throw new Problem('not-found');
    return {
      ...kept,
      codeKind: kept.codeKind ?? 'diwan',
      pcode: kept.pcode,
      otherNames: kept.otherNames ?? [],
      boundary: undefined,
    };
  };

  /** Every code that it had, the first first. */
  const stepsOf = (code: string) => {
    const recoded = liveCountry.changes().filter(({ kind }) => kind === 'place-recoded');
    const codes = new Set([code]);
    // What came before and after is found however long the chain is.
    for (let found = true; found;) {
      found = false;
      for (const { about } of recoded) {
        const [from = '', to = ''] = [about.codes?.[0], about.into?.[0]];
        if (codes.has(from) !== codes.has(to)) {
          codes.add(from).add(to);
          found = true;
        }
      }
    }
    return recoded
      .filter(({ about }) => codes.has(about.codes?.[0] ?? ''))
      .map(({ about, at }) => ({ from: about.codes?.[0] ?? '', to: about.into?.[0] ?? '', at }));
  };

  const sendOne = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const place = getPlace(request);
    const changes = liveCountry
      .changes()
      .filter(({ about }) => about.codes?.includes(place.code) || about.into?.includes(place.code));
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <PlacePage
        {...{ territory, place, problems }}
        context={desk.adminContextOf(request, reply, placePath(place.code))}
        steps={stepsOf(place.code)}
        history={await showChanges(parts, changes, request.locale)}
        next={typedIn(request, 'next')}
      />,
    );
  };

  const sendForm = (
    request: Request,
    reply: FastifyReply,
    place: Pick<DeclaredPlace, 'code' | 'name' | 'otherNames' | 'pcode'>,
    problems: readonly FieldProblem[] = [],
  ) =>
    sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <PlaceFormPage
        {...{ place, problems }}
        context={desk.adminContextOf(request, reply, `${placePath(place.code)}/edit`)}
        title={say(request.locale, texts.editTitle, { name: desk.sayPlace(place.code, request.locale) })}
      />,
    );

  const save = async (request: Request, reply: FastifyReply) => {
    const { code } = getPlace(request);
    const { name, problems } = readNames(request);
    const otherNames = typedIn(request, 'other')
      .split(/[\n|]/)
      .map((other) => other.trim().slice(0, 200))
      .filter((other) => other !== '');
    const pcode = typedIn(request, 'pcode') || undefined;
    const draft = { name, otherNames, pcode };
    if (problems.length > 0) return sendForm(request, reply, { code, ...draft }, problems);
    try {
      await liveCountry.change(getStaff(request).accountId, (content) => {
        const change = editPlace(content, code, draft);
        if (!change)
          throw new Problem('invalid-data', {
            errors: [{ path: '', code: 'unchanged', message: adminTexts.nothingChanged }],
          });
        return { ...change, about: { ...change.about, ...noteOf(request) } };
      });
    } catch (error) {
      return sendForm(request, reply, { code, ...draft }, problemsIn(error, request.locale));
    }
    return reply.redirect(`${placePath(code)}?done=saved`, 303);
  };

  const recode = async (request: Request, reply: FastifyReply) => {
    const { code } = getPlace(request);
    const next = typedIn(request, 'next');
    try {
      await liveCountry.change(getStaff(request).accountId, (content) => {
        const change = recodePlace(content, code, next);
        return { ...change, about: { ...change.about, ...noteOf(request) } };
      });
    } catch (error) {
      return sendOne(request, reply, problemsIn(error, request.locale));
    }
    return reply.redirect(`${placePath(next)}?done=saved`, 303);
  };

  const sendUpload = async (
    request: Request,
    reply: FastifyReply,
    { faults = [], message }: { readonly faults?: readonly RowFault[]; readonly message?: string } = {},
  ) => {
    const problems = [
      ...(message === undefined ? [] : [{ name: 'file', message }]),
      ...(faults.length > 0 ? [{ message: say(request.locale, texts.faults, { count: faults.length }) }] : []),
    ];
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <PlaceUploadPage
        {...{ faults, problems }}
        context={desk.adminContextOf(request, reply, placeImportPath)}
        waiting={await database.run(listPlaceImports)}
      />,
    );
  };

  const receive = async (request: Request, reply: FastifyReply) => {
    const [upload] = formFilesOf(request).get('file') ?? [];
    if (!upload) return sendUpload(request, reply, { message: say(request.locale, texts.fileMissing) });
    if (!upload.data) return sendUpload(request, reply, { message: say(request.locale, texts.fileLarge) });
    const { places, faults } = readPlaceFile(upload.data, country.bounds);
    const all = faults.length > 0 ? faults : comparePlaces(liveCountry.content(), places).faults;
    if (all.length > 0) return sendUpload(request, reply, { faults: all });
    const [row] = await database.run(insertPlaceImport, [
      getStaff(request).accountId,
      upload.fileName.slice(0, 200),
      createHash('sha256').update(upload.data).digest('hex'),
      JSON.stringify(places),
    ]);
    return reply.redirect(`${placeImportPath}/${row?.id ?? ''}`, 303);
  };

  const getImport = async (request: Request): Promise<PlaceImportRow> => {
    const id = paramOf(request, 'id');
    const [row] = /^[0-9a-f-]{36}$/.test(id) ? await database.run(findPlaceImport, [id]) : [];
    if (!row) throw new Problem('not-found');
    return row;
  };

  const sendDifferences = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const row = await getImport(request);
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <PlaceDifferencesPage
        {...{ row, problems }}
        context={desk.adminContextOf(request, reply, `${placeImportPath}/${row.id}`)}
        differences={comparePlaces(liveCountry.content(), row.rows)}
      />,
    );
  };

  const decide = async (request: Request, reply: FastifyReply) => {
    const row = await getImport(request);
    if (typedIn(request, 'step') === 'discard') {
      await database.run(deletePlaceImport, [row.id]);
      return reply.redirect(placeImportPath, 303);
    }
    const close = typedIn(request, 'close') === 'yes';
    const prepare = (content: CountryContent) => {
      const differences = comparePlaces(content, row.rows);
      if (differences.faults.length > 0)
        throw new Problem('invalid-data', { errors: [{ path: '', code: 'moved', message: texts.moved }] });
      return importPlaces(differences, { file: row.file_name, close });
    };
    try {
      await liveCountry.change(getStaff(request).accountId, async (content, transaction) => {
        // Taken by the same transaction: sent twice, it is applied once.
        const [taken] = await transaction.run(deletePlaceImport, [row.id]);
        if (!taken) throw new Problem('state-changed');
        return prepare(content);
      });
    } catch (error) {
      const problem = error instanceof Problem && error.code === 'not-possible';
      return sendDifferences(
        request,
        reply,
        problem ? [{ message: say(request.locale, texts.isClosed) }] : problemsIn(error, request.locale),
      );
    }
    return reply.redirect(`${placesPath}?done=saved`, 303);
  };

  return [
    get(placesPath, list),
    get(placeImportPath, (request, reply) => sendUpload(request, reply)),
    post(placeImportPath, receive, { takesFiles: true, perMinute: 10 }),
    get(`${placeImportPath}/:id`, (request, reply) => sendDifferences(request, reply)),
    post(`${placeImportPath}/:id`, decide),
    get(`${placesPath}/:code`, (request, reply) => sendOne(request, reply)),
    get(`${placesPath}/:code/edit`, (request, reply) => sendForm(request, reply, getPlace(request))),
    post(`${placesPath}/:code/edit`, save),
    post(`${placesPath}/:code/recode`, recode),
  ];
};
