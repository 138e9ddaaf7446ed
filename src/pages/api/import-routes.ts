import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import { isLocale, say } from '../../base/texts.ts';
import { isTableFormat, tableFormats } from '../../base/table/table-writer.ts';
import type { Service } from '../../definition/service.ts';
import { referenceOf } from '../../events/reference.ts';
import { mappingFaults } from '../../intake/import/columns.ts';
import { mostBytes } from '../../intake/import/import-file.ts';
import { findSameFile, type ImportRow, listRepeatedRows, type Mapping } from '../../intake/import/import-queries.ts';
import {
  beginImport,
  cancelImport,
  findHead,
  findHeadings,
  getImport,
  mappingFor,
} from '../../intake/import/imports.ts';
import { textOf } from '../http/inputs.ts';
import { asProblem, getImportable, importParts, openImportOf, receiveImport, sayImportFault } from '../import-desk.ts';
import { sendTable, templateOf, wrongRowsOf } from '../import-files.ts';
import { importTexts } from '../import-texts.ts';
import type { Parts } from '../parts.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';

const importSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    service: Type.String(),
    status: Type.Enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
    file: Type.String(),
    sent_at: Type.String({ format: 'date-time' }),
    share: Type.Number({ description: 'How much of the file has been read, from 0 to 1' }),
    rows: Type.Object({
      read: Type.Integer(),
      made: Type.Integer({ description: 'That became records' }),
      repeated: Type.Integer({ description: 'That were there already' }),
      wrong: Type.Integer({ description: 'To be corrected, see `wrong_rows_url`' }),
    }),
    columns: Type.Optional(
      Type.Array(
        Type.Object({
          heading: Type.String(),
          field: Type.Union([Type.String(), Type.Null()], { description: 'What it answers; null: it is not read' }),
        }),
      ),
    ),
    missing: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Fields without which no row is right and for which no column is known',
      }),
    ),
    same_as: Type.Optional(Type.String({ description: 'An earlier import of the same file' })),
    repeated_rows: Type.Optional(
      Type.Array(Type.Object({ row: Type.Integer(), reference: Type.String() }), { description: 'The first hundred' }),
    ),
    wrong_rows_url: Type.Optional(Type.String()),
    problem: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() })),
  },
  { additionalProperties: false },
);

const startBody = Type.Object(
  {
    columns: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]), {
        description:
          'By heading, the field that it answers (`name.part` for a part), or null. What is left out stays as proposed.',
      }),
    ),
    repeats: Type.Optional(
      Type.Enum(['skip', 'take'], {
        description:
          'Rows that say the same as an earlier one: skip them (unless said), or take each for a record of its own.',
      }),
    ),
    locale: Type.Optional(Type.Enum(['ar', 'fr', 'en'], { description: 'In which applicants are written to.' })),
  },
  { additionalProperties: false },
);

interface StartBody {
  readonly columns?: Readonly<Record<string, string | null>>;
  readonly repeats?: 'skip' | 'take';
  readonly locale?: string;
}

const params = Type.Object({ id: Type.String({ maxLength: 60 }) });
const serviceParams = Type.Object({ service: Type.String() });
const format = Type.Object({ ...params.properties, format: Type.Enum([...tableFormats]) });
const tags = ['imports'];
const security = [{ staff: [] }, { key: [] }];

/** Files of rows, by an institution's own system. */
export const importApiRoutes = (parts: Parts): readonly Route[] => {
  const shared = importParts(parts);

  const json = async (row: ImportRow, service: Service, locale: Request['locale']) => {
    const head = await findHead(shared, row);
    const mapping = head && (await mappingFor(shared, service, row, head));
    const [same] = row.status === 'waiting' ? await parts.database.run(findSameFile, [row.id]) : [];
    const repeated = row.repeated > 0 ? await parts.database.run(listRepeatedRows, [row.id]) : [];
    const fault = sayImportFault(row);
    return {
      id: row.id,
      service: row.service,
      status: row.status,
      file: row.file_name,
      sent_at: row.created_at.toISOString(),
      share: row.share,
      rows: { read: row.rows_read, made: row.made, repeated: row.repeated, wrong: row.wrong },
      ...(head &&
        mapping && {
          columns: head.headings.map((heading, index) => ({ heading, field: mapping[index] ?? null })),
          missing: mappingFaults(service, mapping).missing.map(({ name }) => name),
        }),
      ...(same && { same_as: same.id }),
      ...(repeated.length > 0 && {
        repeated_rows: repeated.map(({ number, record_id: id }) => ({
          row: number,
          reference: referenceOf(service.referencePrefix, id),
        })),
      }),
      ...(row.wrong > 0 && { wrong_rows_url: `${parts.config.url}/api/v1/imports/${row.id}/wrong-rows/csv` }),
      ...(fault && { problem: { code: row.fault?.code ?? '', message: say(locale, fault) } }),
    };
  };

  const begin = async (row: ImportRow, service: Service, body: StartBody, locale: Request['locale']) => {
    const head = await findHead(shared, row);
    if (!head || row.status !== 'waiting') throw new Problem('state-changed');
    const proposed = await mappingFor(shared, service, row, head);
    const { columns = {}, repeats = 'skip' } = body;
    const mapping: Mapping = head.headings.map((heading, index) =>
      Object.hasOwn(columns, heading) ? (columns[heading] ?? null) : (proposed[index] ?? null),
    );
    const { missing, twice, unknown } = mappingFaults(service, mapping);
    const errors = [
      ...missing.map(({ name, label }) => ({ path: name, code: 'column-missing', message: fill('missing', label) })),
      ...twice.map(({ name, label }) => ({ path: name, code: 'column-twice', message: fill('twice', label) })),
      ...unknown.map((name) => ({ path: name.slice(0, 60), code: 'unknown-field', message: importTexts.passOver })),
    ];
    if (errors.length > 0) throw new Problem('invalid-data', { errors });
    await beginImport(shared, service, row, head, {
      mapping,
      repeats,
      locale: isLocale(body.locale) ? body.locale : locale,
    });
    parts.wakeImports();
  };

  const receive = async (request: Request, reply: FastifyReply) => {
    const published = getImportable(parts, (request.params as { service: string }).service, getStaff(request));
    const row = await receiveImport(parts, request, published).catch((error: unknown) => {
      throw asProblem(error);
    });
    if (!row) throw new Problem('bad-request');
    if (textOf(request.body, 'start') === 'yes')
      await begin(row, published.service, readBody(textOf(request.body, 'columns'), request), request.locale);
    reply.code(202);
    return json(await getImport(parts.database, row.id, row.account), published.service, request.locale);
  };

  const show = async (request: Request) => {
    const { row, published } = await openImportOf(parts, request);
    return json(row, published.service, request.locale);
  };

  const start = async (request: Request) => {
    const { row, published } = await openImportOf(parts, request);
    await begin(row, published.service, (request.body ?? {}) as StartBody, request.locale);
    return show(request);
  };

  const cancel = async (request: Request) => {
    const { row } = await openImportOf(parts, request);
    await cancelImport(parts.database, row.id);
    return show(request);
  };

  const wrongRows = async (request: Request, reply: FastifyReply) => {
    const { row } = await openImportOf(parts, request);
    const { format: kind } = request.params as { format: unknown };
    const headings = await findHeadings(shared, row.id);
    if (!isTableFormat(kind) || headings.length === 0) throw new Problem('not-found');
    return sendTable(reply, kind, 'wrong-rows', wrongRowsOf(shared, row, headings, request.locale));
  };

  const template = (request: Request, reply: FastifyReply) => {
    const { service, format: kind } = request.params as { service: string; format: unknown };
    const published = getImportable(parts, service, getStaff(request));
    if (!isTableFormat(kind)) throw new Problem('not-found');
    return sendTable(reply, kind, service, templateOf(published.service, request.locale));
  };

  const response = { 200: importSchema, ...problemResponses };
  return [
    {
      method: 'POST',
      path: '/api/v1/services/:service/imports',
      access: 'staff',
      streamsFile: mostBytes,
      perMinute: 30,
      schema: {
        summary: 'Send a file of rows',
        description:
          'multipart/form-data with the texts first and `file` (CSV or XLSX) last. `start=yes` begins at once where every needed column is known; `columns` is then JSON as in the start request; `institution` names one of several. For the services that take the channel `import`, by who may enter their records.',
        tags,
        security,
        consumes: ['multipart/form-data'],
        params: serviceParams,
        response: { 202: importSchema, ...problemResponses },
      },
      handler: receive,
    },
    {
      method: 'GET',
      path: '/api/v1/services/:service/imports/template/:format',
      access: 'staff',
      schema: {
        summary: 'The empty file of a service, with a heading for each question',
        tags,
        security,
        params: Type.Object({ ...serviceParams.properties, format: format.properties.format }),
        response: problemResponses,
      },
      handler: template,
    },
    {
      method: 'GET',
      path: '/api/v1/imports/:id',
      access: 'staff',
      schema: { summary: 'How far an import has come', tags, security, params, response },
      handler: show,
    },
    {
      method: 'POST',
      path: '/api/v1/imports/:id/start',
      access: 'staff',
      schema: { summary: 'Let the rows be read', tags, security, params, body: startBody, response },
      handler: start,
    },
    {
      method: 'POST',
      path: '/api/v1/imports/:id/cancel',
      access: 'staff',
      schema: {
        summary: 'Read no further',
        description: 'What became a record stays one; the file is deleted.',
        tags,
        security,
        params,
        response,
      },
      handler: cancel,
    },
    {
      method: 'GET',
      path: '/api/v1/imports/:id/wrong-rows/:format',
      access: 'staff',
      schema: {
        summary: 'The rows that were wrong, as a file to correct and send again',
        tags,
        security,
        params: format,
        response: problemResponses,
      },
      handler: wrongRows,
    },
  ];
};

const fill = (text: 'missing' | 'twice', label: Service['texts']['title']) => ({
  ar: say('ar', importTexts[text], { label: label.ar }),
  fr: say('fr', importTexts[text], { label: label.fr }),
  en: say('en', importTexts[text], { label: label.en }),
});

/** The columns that a form says as JSON, and its other words. */
const readBody = (columns: string, { body }: Request): StartBody => {
  const repeats = textOf(body, 'repeats');
  const locale = textOf(body, 'locale');
  let read: unknown = {};
  try {
    if (columns !== '') read = JSON.parse(columns);
  } catch (cause) {
    throw new Problem('malformed-json', { cause });
  }
  const isColumns =
    typeof read === 'object' &&
    read !== null &&
    Object.values(read).every((field) => field === null || typeof field === 'string');
  if (!isColumns || Array.isArray(read)) throw new Problem('bad-request');
  return { columns: read as Record<string, string | null>, locale, ...(repeats === 'take' && { repeats }) };
};
