import type { FastifyReply } from 'fastify';
import { entryPosts } from '../../../access/entry-access.ts';
import { Problem } from '../../../base/problem.ts';
import { type Delimiter, delimiters } from '../../../base/table/csv-reader.ts';
import { isEncoding } from '../../../base/table/encoding.ts';
import type { TableLayout } from '../../../base/table/read-table.ts';
import { TableFault } from '../../../base/table/table-fault.ts';
import { isTableFormat } from '../../../base/table/table-writer.ts';
import { intlLocale, isLocale, say } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import { validate } from '../../../form/validate.ts';
import { mappingFaults } from '../../../intake/import/columns.ts';
import { mostBytes } from '../../../intake/import/import-file.ts';
import {
  findSameFile,
  type ImportRow,
  listImports,
  listRepeatedRows,
  type Mapping,
} from '../../../intake/import/import-queries.ts';
import {
  beginImport,
  cancelImport,
  findHead,
  findHeadings,
  getImport,
  type Head,
  lookInto,
  mappingFor,
  readWrongRows,
  type WrongRow,
} from '../../../intake/import/imports.ts';
import { lookUpNames, planOf, readRow } from '../../../intake/import/read-row.ts';
import { textOf } from '../../http/inputs.ts';
import {
  getImportable,
  importableServices,
  importParts,
  openImportOf,
  receiveImport,
  sayImportFault,
} from '../../import-desk.ts';
import { sendTable, templateOf, wrongRowsOf } from '../../import-files.ts';
import { importTexts as texts } from '../../import-texts.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Desk } from '../desk.ts';
import { readRun } from '../news/unread.ts';
import { columnInput, ImportCheckPage, type PreviewRow } from './import-check-page.tsx';
import { ImportChoicePage, ImportUploadPage } from './import-pages.tsx';
import { importPath, importsPath, importToPath } from './import-paths.ts';
import { ImportStandingPage } from './import-standing-page.tsx';

const mostWrongShown = 20;

/** Files of rows, sent by hand: choose the service, send, check what the columns mean, follow, correct. */
export const importRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue } = parts;
  const shared = importParts(parts);

  const importableOf = (request: Request): Service =>
    getImportable(parts, (request.params as { service: string }).service, getStaff(request)).service;

  const choose = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const services = importableServices(parts, staff);
    const earlier = await database.run(listImports, [staff.accountId]);
    if (services.length === 0 && earlier.length === 0) throw new Problem('not-allowed');
    return sendPage(
      reply,
      <ImportChoicePage
        {...{ services, earlier }}
        context={desk.contextOf(request, reply)}
        titleOf={(id) => catalogue.findKnown(id)?.service.texts.title}
        tools={desk.toolsOf(request)}
      />,
    );
  };

  const show = (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const service = importableOf(request);
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <ImportUploadPage
        {...{ service, problems }}
        context={{ ...desk.contextOf(request, reply), url: importToPath(service.id) }}
        csrfToken={reply.generateCsrf()}
        institutions={[...new Set(entryPosts(getStaff(request), service).map(({ institution }) => institution))]}
        sayInstitution={(code) => desk.sayInstitution(code, request.locale)}
      />,
    );
  };

  const receive = async (request: Request, reply: FastifyReply) => {
    const published = getImportable(parts, (request.params as { service: string }).service, getStaff(request));
    const refuse = (message: string) => show(request, reply, [{ name: 'file', message }]);
    try {
      const row = await receiveImport(parts, request, published);
      return row ? reply.redirect(importPath(row.id), 303) : refuse(say(request.locale, texts.noFile));
    } catch (error) {
      const fault =
        error instanceof TableFault &&
        sayImportFault({ fault: { code: error.code, values: error.values as Record<string, string> } });
      if (fault) return refuse(say(request.locale, fault));
      if (error instanceof Problem && error.code === 'too-large') return refuse(say(request.locale, texts.tooLarge));
      throw error;
    }
  };

  interface Typed {
    readonly mapping?: Mapping;
    readonly repeats?: 'skip' | 'take';
    readonly language?: string;
  }

  const sendCheck = async (
    request: Request,
    reply: FastifyReply,
    row: ImportRow,
    service: Service,
    { mapping: typed, repeats = 'skip', language = request.locale }: Typed = {},
    problems: readonly FieldProblem[] = [],
  ) => {
    const head = await findHead(shared, row);
    if (!head) throw new Problem('not-found');
    const mapping = typed ?? (await mappingFor(shared, service, row, head));
    const [same] = await database.run(findSameFile, [row.id]);
    const day =
      same && new Intl.DateTimeFormat(intlLocale[request.locale], { dateStyle: 'long' }).format(same.created_at);
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <ImportCheckPage
        {...{ service, row, head, mapping, repeats, language, problems }}
        context={{ ...desk.contextOf(request, reply), url: importPath(row.id) }}
        csrfToken={reply.generateCsrf()}
        preview={await previewOf(service, mapping, head)}
        same={same && day !== undefined ? { day, count: same.made } : undefined}
        tools={desk.toolsOf(request)}
      />,
    );
  };

  /** The first rows as they would be read, by the same code. */
  const previewOf = async (service: Service, mapping: Mapping, { rows }: Head): Promise<readonly PreviewRow[]> => {
    const world = parts.cellWorld();
    const plan = planOf(service, mapping);
    await lookUpNames(plan, rows, world);
    const readings = rows.map((row) => ({ ...readRow(plan, row, world), number: row.number }));
    await parts.engine.referred.know(readings.map(({ sent }) => sent));
    return readings.map(({ sent, faults, number }) => {
      const { answers, errors } = validate(service.enteredFields, sent, world.world, { channel: 'import' });
      const known = new Set(faults.map(({ path }) => path));
      return { number, answers, errors: [...faults, ...errors.filter(({ path }) => !known.has(path))] };
    });
  };

  const showOne = async (request: Request, reply: FastifyReply) => {
    const { row, published } = await openImportOf(parts, request);
    if (row.status === 'waiting') return sendCheck(request, reply, row, published.service);
    if (row.status !== 'running') await readRun(desk, request, 'import', row.id);
    const wrong: WrongRow[] = [];
    if (row.wrong > 0)
      for await (const rows of readWrongRows(shared, row.id)) {
        wrong.push(...rows.slice(0, mostWrongShown));
        break;
      }
    return sendPage(
      reply,
      <ImportStandingPage
        {...{ row, wrong }}
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        service={published.service}
        repeated={row.repeated > 0 ? await database.run(listRepeatedRows, [row.id]) : []}
      />,
    );
  };

  const progress = async (request: Request) => {
    const row = await getImport(database, (request.params as { id: string }).id, getStaff(request).accountId);
    const { status, share, rows_read: rowsRead, made, repeated, wrong } = row;
    return { isOver: status !== 'running', share, rowsRead, made, repeated, wrong };
  };

  const start = async (request: Request, reply: FastifyReply) => {
    const { row, published } = await openImportOf(parts, request);
    const { service } = published;
    const head = await findHead(shared, row);
    // Sent twice, or started in another window.
    if (row.status !== 'waiting' || !head) return reply.redirect(importPath(row.id), 303);
    const typed = {
      mapping: head.headings.map((_heading, index) => textOf(request.body, columnInput(index)) || null),
      repeats: textOf(request.body, 'repeats') === 'take' ? ('take' as const) : ('skip' as const),
      language: textOf(request.body, 'language') || request.locale,
    };
    const problems = problemsOf(service, typed.mapping, request);
    if (textOf(request.body, 'step') === 'look') return sendCheck(request, reply, row, service, typed);
    if (problems.length > 0) return sendCheck(request, reply, row, service, typed, problems);
    const locale = isLocale(typed.language) ? typed.language : request.locale;
    await beginImport(shared, service, row, head, { ...typed, locale });
    parts.wakeImports();
    return reply.redirect(importPath(row.id), 303);
  };

  const changeLayout = async (request: Request, reply: FastifyReply) => {
    const { row, published } = await openImportOf(parts, request);
    const layout = row.status === 'waiting' ? layoutOf(request, row) : undefined;
    if (!layout) return reply.redirect(importPath(row.id), 303);
    try {
      await lookInto(shared, published.service, row, layout);
    } catch (error) {
      const fault =
        error instanceof TableFault &&
        sayImportFault({ fault: { code: error.code, values: error.values as Record<string, string> } });
      if (!fault) throw error;
      return sendCheck(request, reply, row, published.service, {}, [{ message: say(request.locale, fault) }]);
    }
    return reply.redirect(importPath(row.id), 303);
  };

  const cancel = async (request: Request, reply: FastifyReply) => {
    const row = await getImport(database, (request.params as { id: string }).id, getStaff(request).accountId);
    await cancelImport(database, row.id);
    return reply.redirect(row.status === 'waiting' ? importToPath(row.service) : importPath(row.id), 303);
  };

  const wrongRows = async (request: Request, reply: FastifyReply) => {
    const { row } = await openImportOf(parts, request);
    const { format } = request.params as { format: unknown };
    const headings = await findHeadings(shared, row.id);
    if (!isTableFormat(format) || headings.length === 0) throw new Problem('not-found');
    return sendTable(reply, format, 'wrong-rows', wrongRowsOf(shared, row, headings, request.locale));
  };

  const template = (request: Request, reply: FastifyReply) => {
    const service = importableOf(request);
    const { format } = request.params as { format: unknown };
    if (!isTableFormat(format)) throw new Problem('not-found');
    return sendTable(reply, format, service.id, templateOf(service, request.locale));
  };

  const access = 'staff' as const;
  const toService = '/staff/services/:service/import';
  const one = `${importsPath}/:id`;
  return [
    { method: 'GET', path: importsPath, access, handler: choose },
    { method: 'GET', path: toService, access, handler: (request, reply) => show(request, reply) },
    { method: 'POST', path: toService, access, streamsFile: mostBytes, perMinute: 30, handler: receive },
    { method: 'GET', path: `${toService}/template/:format`, access, handler: template },
    { method: 'GET', path: one, access, handler: showOne },
    { method: 'POST', path: one, access, handler: start },
    { method: 'GET', path: `${one}/progress`, access, unattended: true, handler: progress },
    { method: 'POST', path: `${one}/layout`, access, handler: changeLayout },
    { method: 'POST', path: `${one}/cancel`, access, handler: cancel },
    { method: 'GET', path: `${one}/wrong-rows/:format`, access, handler: wrongRows },
  ];
};

const problemsOf = (service: Service, mapping: Mapping, { locale }: Request): readonly FieldProblem[] => {
  const { missing, twice, unknown } = mappingFaults(service, mapping);
  const first = mapping.findIndex((name) => name === null);
  return [
    ...missing.map(({ label }) => ({
      name: columnInput(Math.max(0, first)),
      message: say(locale, texts.missing, { label: label[locale] }),
    })),
    ...twice.map(({ name, label }) => ({
      name: columnInput(mapping.lastIndexOf(name)),
      message: say(locale, texts.twice, { label: label[locale] }),
    })),
    ...unknown.map((name) => ({ name: columnInput(mapping.indexOf(name)), message: say(locale, texts.passOver) })),
  ];
};

const layoutOf = (request: Request, { layout, sheets }: ImportRow): TableLayout | undefined => {
  if (layout?.kind === 'xlsx') {
    const sheet = textOf(request.body, 'sheet');
    return sheets.includes(sheet) ? { kind: 'xlsx', sheet } : undefined;
  }
  const encoding = textOf(request.body, 'encoding');
  const delimiter = delimiters.find((each): each is Delimiter => each === textOf(request.body, 'delimiter'));
  return isEncoding(encoding) && delimiter !== undefined ? { kind: 'csv', encoding, delimiter } : undefined;
};
