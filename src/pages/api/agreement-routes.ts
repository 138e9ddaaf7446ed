import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { type AgreementRow, findAgreement, listAgreements } from '../../access/agreement-queries.ts';
import { readsUnder, sidesOf, standingOf } from '../../access/agreements.ts';
import type { Staff } from '../../access/grant.ts';
import {
  fieldsAsked,
  getReadableAgreement,
  listSharedIds,
  readShared,
  type SharedParts,
  type SharedRecord,
  streamShared,
} from '../../access/shared-reading.ts';
import { Problem, problemDocument } from '../../base/problem.ts';
import { referenceOf } from '../../events/reference.ts';
import type { Parts } from '../parts.ts';
import { normaliseReference } from '../record-access.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { findCaller } from './bearer.ts';
import { problemResponses } from './problem-schema.ts';

const params = Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,14}$' }) });
const oneRecord = Type.Object({ ...params.properties, reference: Type.String({ maxLength: 60 }) });
const fieldsWanted = Type.Optional(
  Type.String({
    maxLength: 4_000,
    description: 'Names of fields with commas between them; all of the agreement unless said.',
  }),
);
const answer = Type.Object({}, { additionalProperties: true });
const ndjson = 'application/x-ndjson';
const mostAtOnce = 500;

export const sharedParts = (parts: Parts): SharedParts => ({
  database: parts.database,
  catalogue: parts.catalogue,
  dataKeys: parts.engine.dataKeys,
  covers: parts.covers,
  readings: parts.readings,
  now: () => parts.world().now,
  timeZone: parts.country.timeZone,
  institutions: () => parts.territory.institutionCodes,
});

/** Reading other institutions' records under agreements, by people and by systems. */
export const agreementApiRoutes = (parts: Parts): readonly Route[] => {
  const shared = sharedParts(parts);
  const isTold = (staff: Staff, agreement: AgreementRow) =>
    readsUnder(parts, staff, agreement) || sidesOf(parts, staff, agreement).length > 0;

  const list = async (request: Request) => {
    const staff = getStaff(request);
    const all = await parts.database.run(listAgreements);
    return {
      agreements: all
        .filter((agreement) => isTold(staff, agreement))
        .map((agreement) => agreementJson(agreement, parts.world().now)),
    };
  };

  const one = async (request: Request) => {
    const [agreement] = await parts.database.run(findAgreement, [numberOf(request)]);
    if (!agreement || !isTold(getStaff(request), agreement)) throw new Problem('not-found');
    return agreementJson(agreement, parts.world().now);
  };

  const records = async (request: Request, reply: FastifyReply) => {
    const reader = getStaff(request);
    const { after: afterReference, limit: atMost = '100' } = request.query as { after?: string; limit?: string };
    const limit = Math.min(Number(atMost), mostAtOnce);
    const agreement = await getReadableAgreement(shared, numberOf(request), reader);
    const asked = fieldsAsked(agreement, wanted(request));
    const after = afterReference === undefined ? 0 : normaliseReference(parts, afterReference).id;
    if (wantsLines(request)) {
      const start = { agreement: agreement.id, after, asked };
      // Nothing is read ahead of what the reader takes.
      return reply.type(ndjson).send(Readable.from(lines(start, request), { objectMode: false, highWaterMark: 1 }));
    }
    const ids = await listSharedIds(shared, agreement, { after, limit });
    const given: object[] = [];
    for (const id of ids) {
      // One that is withdrawn while the page is made is not on it.
      const record = await readShared(shared, id, { agreement, reader, way: 'api', asked }).catch(ifGone);
      if (record) given.push(sharedJson(record));
    }
    const last = ids.at(-1);
    const service = parts.catalogue.findKnown(agreement.service)?.service;
    return {
      records: given,
      next:
        last !== undefined && ids.length === limit && service
          ? nextPath(request, agreement.id, referenceOf(service.referencePrefix, last))
          : null,
    };
  };

  /** A line for each record, and one at the end that says that it is the end, or why it is not. */
  async function* lines(start: Parameters<typeof streamShared>[1], request: Request): AsyncGenerator<string> {
    let count = 0;
    try {
      for await (const record of streamShared(shared, start, () => findCaller(parts, request))) {
        count += 1;
        yield `${JSON.stringify(sharedJson(record))}\n`;
      }
      yield `${JSON.stringify({ end: true, records: count })}\n`;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      yield `${JSON.stringify({ end: false, records: count, problem: problemDocument(error, request.locale) })}\n`;
    }
  }

  const record = async (request: Request) => {
    const reader = getStaff(request);
    const agreement = await getReadableAgreement(shared, numberOf(request), reader);
    const asked = fieldsAsked(agreement, wanted(request));
    const { id } = normaliseReference(parts, (request.params as { reference: string }).reference);
    return sharedJson(await readShared(shared, id, { agreement, reader, way: 'api', asked }));
  };

  const common = { tags: ['agreements'], security: [{ staff: [] }, { key: [] }] };
  const response = { 200: answer, ...problemResponses };
  return [
    {
      method: 'GET',
      path: '/api/v1/agreements',
      access: 'staff',
      schema: { summary: 'The agreements under which one reads, or that one administers', ...common, response },
      handler: list,
    },
    {
      method: 'GET',
      path: '/api/v1/agreements/:id',
      access: 'staff',
      schema: { summary: 'Read an agreement', ...common, params, response },
      handler: one,
    },
    {
      method: 'GET',
      path: '/api/v1/agreements/:id/records',
      access: 'staff',
      schema: {
        summary: 'Read records under an agreement',
        description: `In pages, or all as lines of JSON where ${ndjson} is accepted. Whether the agreement stands and each person consents is asked anew for every record; each record given is on record.`,
        ...common,
        params,
        querystring: Type.Object({
          after: Type.Optional(
            Type.String({ maxLength: 60, description: 'Reference of the last record that is known.' }),
          ),
          limit: Type.Optional(
            Type.String({ pattern: '^[1-9][0-9]{0,3}$', description: `How many on a page, ${mostAtOnce} at most` }),
          ),
          fields: fieldsWanted,
          lang: Type.Optional(Type.String()),
        }),
        response: problemResponses,
      },
      handler: records,
    },
    {
      method: 'GET',
      path: '/api/v1/agreements/:id/records/:reference',
      access: 'staff',
      schema: {
        summary: 'Read a record under an agreement',
        ...common,
        params: oneRecord,
        querystring: Type.Object({ fields: fieldsWanted, lang: Type.Optional(Type.String()) }),
        response,
      },
      handler: record,
    },
  ];
};

const numberOf = (request: Request): number => Number((request.params as { id: string }).id);

const wanted = (request: Request): readonly string[] | undefined =>
  (request.query as { fields?: string }).fields?.split(',').map((name) => name.trim());

const wantsLines = ({ headers: { accept } }: Request): boolean => accept?.includes(ndjson) ?? false;

const ifGone = (error: unknown): undefined => {
  if (error instanceof Problem && (error.code === 'consent-missing' || error.code === 'unknown-record'))
    return undefined;
  throw error;
};

const nextPath = ({ query }: Request, id: number, after: string): string =>
  `/api/v1/agreements/${id}/records?${new URLSearchParams({ ...(query as Record<string, string>), after }).toString()}`;

const sharedJson = ({ reference, service, answers, state, withheld }: SharedRecord) => ({
  reference,
  service: service.id,
  ...(state !== undefined && { state }),
  data: answers,
  ...(withheld.length > 0 && {
    withheld: withheld.map(({ field, consent }) => ({ field, code: 'consent-missing', consent })),
  }),
});

const agreementJson = (agreement: AgreementRow, now: Date) => ({
  id: agreement.id,
  standing: standingOf(agreement, now),
  giver: agreement.giver,
  receiver: agreement.receiver,
  service: agreement.service,
  fields: agreement.fields,
  role: agreement.role,
  purpose: agreement.purpose,
  legal_basis: agreement.legal_basis,
  needs_consent: agreement.needs_consent,
  from: agreement.valid_from.toISOString(),
  until: agreement.valid_until.toISOString(),
  proposed_by: agreement.proposed_side,
});
