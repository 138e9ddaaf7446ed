import { type Static, Type } from 'typebox';
import { scopeParameter } from '../../../access/scope.ts';
import { Problem } from '../../../base/problem.ts';
import { referenceOf } from '../../../events/reference.ts';
import { unreadBy } from '../../../reactions/news/count-unread.ts';
import {
  firstSettings,
  mailHours,
  mailModes,
  newsKinds,
  type NewsSettings,
} from '../../../reactions/news/news-kinds.ts';
import {
  findNewsSettings,
  listNews,
  markAllRead,
  markGroupRead,
  type NewsGroupRow,
  saveNewsSettings,
} from '../../../reactions/news/news-queries.ts';
import { problemResponses } from '../../api/problem-schema.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { type Desk, getVersion, type Work } from '../desk.ts';

const number = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
// What stands in an address is text.
const digits = Type.String({ pattern: '^[1-9][0-9]{0,14}$' });
const mostAtOnce = 100;
const kind = Type.Enum([...newsKinds]);

const groupSchema = Type.Object({
  id: Type.Integer({ description: 'Its newest; for `before` and for what was read' }),
  reference: Type.Optional(Type.String({ description: 'Left out of how an import or an action on many ended' })),
  service: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  unread: Type.Integer(),
  items: Type.Array(
    Type.Object({
      kind,
      at: Type.String({ format: 'date-time' }),
      unread: Type.Boolean(),
      facts: Type.Record(Type.String(), Type.Unknown(), {
        description: 'Codes and numbers only: the name of a task, or the id of a run and how it ended',
      }),
    }),
  ),
});

const settingsSchema = Type.Object(
  {
    mail: Type.Enum([...mailModes]),
    hour: Type.Integer({ minimum: mailHours[0], maximum: mailHours.at(-1) ?? mailHours[0] }),
    hidden: Type.Array(kind, { description: 'Kinds of which nothing is told', maxItems: newsKinds.length }),
    unmailed: Type.Array(kind, { description: 'Kinds that are in no e-mail', maxItems: newsKinds.length }),
  },
  { additionalProperties: false },
);

const readSchema = Type.Object(
  {
    one: Type.Optional({ ...number, description: 'All of the record, or of the run, whose newest has this `id`' }),
    until: Type.Optional({ ...number, description: 'All up to this `id`' }),
  },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
);

/** A system has no bell: it asks for what it may see. */
const personOf = (request: Request) => {
  const staff = getStaff(request);
  if (staff.key) throw new Problem('not-allowed');
  return staff;
};

const groupJson = (work: Work, { recordId, versionId, state, last, unread, items }: NewsGroupRow) => {
  const service = versionId === null ? undefined : getVersion(work, versionId);
  return {
    id: last,
    ...(service &&
      recordId !== null && { reference: referenceOf(service.referencePrefix, recordId), service: service.id }),
    ...(state !== null && { state }),
    unread,
    items: items.map((item) => ({ ...item, at: new Date(item.at).toISOString() })),
  };
};

/** What the bell of the console shows, for programs that show it elsewhere to the person who signed in there. */
export const newsApiRoutes = (desk: Desk): readonly Route[] => {
  const { database } = desk.parts;
  const common = { tags: ['notifications'], security: [{ staff: [] }] };
  const unreadNow = async (request: Request) => {
    const staff = personOf(request);
    return { unread: await unreadBy(database, staff.accountId, async () => (await desk.workOf(staff)).scope) };
  };

  const list = async (request: Request) => {
    const staff = personOf(request);
    const asked = request.query as { before?: string; limit?: string };
    const before = Number(asked.before ?? Number.MAX_SAFE_INTEGER);
    const limit = Math.min(Number(asked.limit ?? 30), mostAtOnce);
    const work = await desk.workOf(staff);
    const found = await database.run(listNews, [scopeParameter(work.scope), staff.accountId, before, limit + 1]);
    const groups = found.slice(0, limit);
    return {
      ...(await unreadNow(request)),
      notifications: groups.map((group) => groupJson(work, group)),
      ...(found.length > limit && { next: groups.at(-1)?.last }),
    };
  };

  const read = async (request: Request) => {
    const { accountId } = personOf(request);
    const { one, until } = request.body as Static<typeof readSchema>;
    if (one !== undefined) await database.run(markGroupRead, [accountId, one]);
    if (until !== undefined) await database.run(markAllRead, [accountId, until]);
    return unreadNow(request);
  };

  const settings = async (request: Request): Promise<NewsSettings> => {
    const [{ mail, hour, hidden, unmailed } = firstSettings] = await database.run(findNewsSettings, [
      personOf(request).accountId,
    ]);
    return { mail, hour, hidden, unmailed };
  };

  const save = async (request: Request) => {
    const { mail, hour, hidden, unmailed } = request.body as NewsSettings;
    const values = [personOf(request).accountId, mail, hour, [...new Set(hidden)], [...new Set(unmailed)]];
    await database.run(saveNewsSettings, values);
    return settings(request);
  };

  const unread = Type.Integer({ description: 'Of how many records, and other things, there is something unread' });
  const settingsPath = '/api/v1/notifications/settings';
  return [
    {
      method: 'GET',
      path: '/api/v1/notifications',
      access: 'staff',
      perMinute: 120,
      schema: {
        summary: 'What the person who is signed in was told',
        description: 'Record by record, the newest first, of what he or she may still see.',
        ...common,
        querystring: Type.Object({
          before: Type.Optional({ ...digits, description: '`next` of the part before' }),
          limit: Type.Optional({ ...digits, description: `30 unless said, at most ${mostAtOnce}` }),
        }),
        response: {
          200: Type.Object({ unread, notifications: Type.Array(groupSchema), next: Type.Optional(Type.Integer()) }),
          ...problemResponses,
        },
      },
      handler: list,
    },
    {
      method: 'POST',
      path: '/api/v1/notifications/read',
      access: 'staff',
      perMinute: 60,
      schema: {
        summary: 'Take one, or all up to one, as read',
        ...common,
        body: readSchema,
        response: { 200: Type.Object({ unread }), ...problemResponses },
      },
      handler: read,
    },
    {
      method: 'GET',
      path: settingsPath,
      access: 'staff',
      schema: {
        summary: 'Of what one is told, and how',
        ...common,
        response: { 200: settingsSchema, ...problemResponses },
      },
      handler: settings,
    },
    {
      method: 'POST',
      path: settingsPath,
      access: 'staff',
      perMinute: 60,
      schema: {
        summary: 'Say of what one is told, and how',
        ...common,
        body: settingsSchema,
        response: { 200: settingsSchema, ...problemResponses },
      },
      handler: save,
    },
  ];
};
