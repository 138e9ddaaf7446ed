import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import { listOnMap, listPlaced } from '../../projections/map.ts';
import { findCaller } from '../api/bearer.ts';
import { problemResponses } from '../api/problem-schema.ts';
import type { Route } from '../route.ts';
import { type Desk, getVersion } from './desk.ts';
import { staffMapTexts as texts } from './map-texts.ts';
import { getAsked } from './kept-search.ts';
import { chosenService, filterOf, referenceOfRow } from './worklist-data.ts';
import { readWorklistQuery } from './worklist-query.ts';

const optionalText = (description: string) => Type.Optional(Type.String({ description, maxLength: 200 }));

/** Squares along each side of the box. */
const squares = 16;
const mostPoints = 250;

/** The worklist of who calls as GeoJSON, for maps that are not ours: what its page shows, by the same rule. */
export const mapRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/v1/map',
    access: 'public',
    schema: {
      summary: 'The records of your worklist on a map',
      description: `A GeoJSON FeatureCollection (RFC 7946) of the records that the session may see, within a box. Each feature is one record, with its \`reference\`, or a square with the \`count\` of the records in it, at their middle: the box has ${squares} by ${squares} squares. \`outside\` counts those elsewhere, \`nowhere\` those without a point or a known place. For sessions of civil servants.`,
      tags: ['records'],
      security: [{ staff: [] }],
      querystring: Type.Object({
        box: Type.String({
          description: 'West, south, east and north in degrees (WGS 84): `35,33,36.7,34.8`',
          maxLength: 120,
        }),
        view: optionalText('`open` (left out), `waiting` or `all`'),
        service: optionalText('Only records of this service'),
        state: optionalText('Only records in this state'),
        mine: optionalText('`1`: only those that the caller can act on now'),
        overdue: optionalText('`1`: only those whose deadline has passed'),
        escalated: optionalText('`1`: only those that were escalated'),
        field: optionalText('A question for a place, with `place`: the place in which its answer lies'),
        place: optionalText('The code of a place'),
        lang: optionalText('ar, fr or en'),
      }),
      response: { 200: Type.Object({}, { additionalProperties: true }), ...problemResponses },
    },
    handler: async (request, reply) => {
      const staff = await findCaller(desk.parts, request);
      // What a key may read, agreements tell record by record.
      if (!staff || staff.key) throw new Problem('sign-in-required');
      const box = readBox((request.query as { box: string }).box);
      const work = await desk.workOf(staff);
      const query = await getAsked(desk, staff, readWorklistQuery(request.query));
      const { database, world } = desk.parts;
      const { scope, service } = chosenService(desk, work, query);
      const filter = await filterOf(desk, work, query, service);
      const area = { box, square: [(box[2] - box[0]) / squares, (box[3] - box[1]) / squares] as const };
      const wanted = { view: query.view, filter, area, now: world().now };
      const { cells, outside, nowhere, partly } = await listOnMap(database, scope, work.versions, wanted);
      const alone = cells.filter(({ count }) => count === 1).slice(0, mostPoints);
      const placed = await listPlaced(
        database,
        scope,
        work.versions,
        alone.flatMap(({ ids }) => ids),
      );
      const told = new Set(placed.map(({ row }) => row.id));
      const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
      reply.header('cache-control', 'private, no-store');
      return {
        type: 'FeatureCollection',
        features: [
          ...placed.map(({ row, lon, lat, approximate }) => ({
            type: 'Feature',
            geometry: point(lon, lat),
            properties: {
              reference: referenceOfRow(work, row),
              service: getVersion(work, row.versionId).id,
              state: row.state,
              urgent: row.urgent,
              approximate,
            },
          })),
          ...cells
            .filter(({ ids: [first = -1] }) => !told.has(first))
            .map(({ lon, lat, count, urgent, overdue, approximate, box: around }) => ({
              type: 'Feature',
              bbox: around,
              geometry: point(lon, lat),
              properties: { count, urgent, overdue, approximate },
            })),
        ],
        outside,
        nowhere,
        partly,
      };
    },
  },
];

type Box = readonly [west: number, south: number, east: number, north: number];

const readBox = (text: string): Box => {
  const parts = text
    .split(',')
    .map((part) => (/^-?\d{1,3}(\.\d{1,12})?$/.test(part.trim()) ? Number(part) : Number.NaN));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts;
  const isBox =
    parts.length === 4 && west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!isBox)
    throw new Problem('invalid-data', { errors: [{ path: 'box', code: 'no-such-box', message: texts.wrongBox }] });
  return [west, south, east, north];
};
