import { type Static, Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import { problemResponses } from '../api/problem-schema.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { chosenAnswers, filterFields } from './answer-filters.ts';
import { type Desk, getVersion } from './desk.ts';
import { keepAsked } from './kept-search.ts';
import { hasWorklist } from './staff-frame.ts';
import { chosenService, loadWorklist, referenceOfRow } from './worklist-data.ts';
import { longestTyped, readWorklistQuery } from './worklist-query.ts';

const text = (description: string, maxLength = 120) => Type.Optional(Type.String({ description, maxLength }));

const bodySchema = Type.Object(
  {
    words: text(
      'Words of answers, the last of which may be unfinished; or a telephone or identity number',
      longestTyped,
    ),
    service: text('Only records of this service'),
    state: text('Only records in this state'),
    view: Type.Optional(
      Type.Enum(['open', 'waiting', 'all'], { description: 'Without words: which records; left out: all' }),
    ),
    answers: Type.Optional(
      Type.Record(Type.String({ maxLength: 70 }), Type.String({ maxLength: 100 }), {
        description:
          'With `service`: what was answered, by the name of the question: an option, the code of a place (or of one in which it lies) or institution, `true` or `false`, words that a text holds; ends of numbers and days as `question.from` and `question.to`.',
      }),
    ),
    exact: Type.Optional(
      Type.Boolean({ description: 'Whether all that is found is counted, however long it takes', default: false }),
    ),
    after: text('`next` of the answer before'),
  },
  { additionalProperties: false },
);

const answerSchema = Type.Object({
  count: Type.Optional(Type.Integer({ description: 'How many are found, exactly' })),
  more_than: Type.Optional(Type.Integer({ description: 'Where so many were found that not all were counted' })),
  records: Type.Array(
    Type.Object({
      reference: Type.String(),
      service: Type.String(),
      state: Type.String(),
      institution: Type.String(),
      open: Type.Boolean(),
      submitted_at: Type.String({ format: 'date-time' }),
      updated_at: Type.String({ format: 'date-time' }),
    }),
  ),
  next: Type.Optional(Type.String({ description: 'For `after`; left out when there are no more' })),
  search: Type.Optional(
    Type.String({ description: 'By which the same is asked of `/api/v1/exports`, for some hours and by this account' }),
  ),
});

/** What the search of the console finds, for programs. It is a POST, so that no name or number stands in an address. */
export const searchApiRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/records/search',
    access: 'staff',
    perMinute: 120,
    schema: {
      summary: 'Find records',
      description:
        'The records that the caller sees, by their words, numbers and answers, fifty at a time, as the page of the worklist finds them. Of more than some thousand records that answers leave, `more_than` says how many there are at least.',
      tags: ['records'],
      security: [{ staff: [] }],
      body: bodySchema,
      response: { 200: answerSchema, ...problemResponses },
    },
    handler: async (request: Request, reply) => {
      const staff = getStaff(request);
      // What a key may read, agreements tell record by record.
      if (staff.key || !hasWorklist(desk.parts, staff)) throw new Problem('not-allowed');
      const {
        words = '',
        answers = {},
        view = 'all',
        exact = false,
        ...rest
      } = request.body as Static<typeof bodySchema>;
      const work = await desk.workOf(staff);
      const q = words.trim();
      const asked = { ...readWorklistQuery({ ...rest, view }), q, exact };
      const { service } = chosenService(desk, work, asked);
      const known = new Set(filterFields(service, work).map(({ field }) => field.name));
      for (const name of Object.keys(answers))
        if (!known.has(name.replace(/\.(?:from|to)$/, ''))) throw new Problem('invalid-data');
      const chosen = chosenAnswers(service, work, (name) => answers[name] ?? '');
      const query = await keepAsked(desk, staff, { ...asked, ...chosen });
      const list = await loadWorklist(desk, work, query);
      reply.header('cache-control', 'private, no-store');
      return {
        ...(list.matching !== undefined && { count: list.matching }),
        ...(list.found && 'moreThan' in list.found && { more_than: list.found.moreThan }),
        records: list.rows.map((row) => ({
          reference: referenceOfRow(work, row),
          service: getVersion(work, row.versionId).id,
          state: row.state,
          institution: row.institution,
          open: row.open,
          submitted_at: row.submittedAt.toISOString(),
          updated_at: row.updatedAt.toISOString(),
        })),
        ...(list.after !== undefined && { next: list.after }),
        ...(query.search !== '' && { search: query.search }),
      };
    },
  },
];
