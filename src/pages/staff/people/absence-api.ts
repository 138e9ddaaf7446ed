import { type Static, Type } from 'typebox';
import { type AbsenceRow, listAbsences } from '../../../access/absence-queries.ts';
import { deputiesFor, endAbsence, mayRuleAbsences, sayAbsence } from '../../../access/absences.ts';
import { addDays, dayOf, isIsoDay, startOfDay } from '../../../base/calendar-day.ts';
import { Problem } from '../../../base/problem.ts';
import { problemResponses } from '../../api/problem-schema.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { clientOf } from '../client-of.ts';
import type { Desk } from '../desk.ts';
import { absenceFaultTexts, absenceTexts, fieldOfFault } from './absence-texts.ts';
import { peopleParts } from './people-parts.ts';

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const accountId = Type.String({ format: 'uuid', description: 'Whose, for who administers it; left out: the own' });
const name = { name: Type.String(), name_latin: Type.String() };
const query = Type.Object({ account: Type.Optional(accountId) }, { additionalProperties: false });

const bodySchema = Type.Object(
  {
    account: Type.Optional(accountId),
    from: Type.Optional({ ...day, description: 'The first day, in the time zone of the country; left out: from now' }),
    last_day: day,
    deputy: Type.Optional(
      Type.String({
        format: 'uuid',
        description: 'Who gets the open records, one of `deputies`; left out: the institution shares them',
      }),
    ),
  },
  { additionalProperties: false },
);

const answerSchema = Type.Object({
  absences: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      from: Type.String({ format: 'date-time' }),
      until: Type.String({ format: 'date-time', description: 'Back from then on' }),
      last_day: day,
      deputy: Type.Optional(Type.Object(name)),
    }),
  ),
  deputies: Type.Array(Type.Object({ id: Type.String({ format: 'uuid' }), ...name }), {
    description: 'Who may take over the open records',
  }),
});

/** Being away, as a personnel system says it for the person who signed in there, or an administrator for one of the own people. */
export const absenceApiRoutes = (desk: Desk): readonly Route[] => {
  const parts = peopleParts(desk.parts);
  const { timeZone } = desk.parts.country;

  const personOf = (request: Request) => {
    const staff = getStaff(request);
    if (staff.key) throw new Problem('not-allowed');
    return staff;
  };

  const absenceJson = ({ id, validFrom, validUntil, deputyName, deputyNameLatin }: AbsenceRow) => ({
    id,
    from: validFrom.toISOString(),
    until: validUntil.toISOString(),
    // It ends as the next day begins.
    last_day: dayOf(new Date(+validUntil - 1), timeZone),
    ...(deputyName !== null && { deputy: { name: deputyName, name_latin: deputyNameLatin ?? deputyName } }),
  });

  const answer = async (request: Request, account = personOf(request).accountId) => {
    await mayRuleAbsences(parts, personOf(request), account);
    const [absences, deputies] = await Promise.all([
      parts.database.run(listAbsences, [account]),
      deputiesFor(parts, account),
    ]);
    return {
      absences: absences.map(absenceJson),
      deputies: deputies.map(({ id, name: own, nameLatin }) => ({ id, name: own, name_latin: nameLatin })),
    };
  };

  const readDay = (path: 'from' | 'last_day', text: string): string => {
    if (isIsoDay(text)) return text;
    throw new Problem('invalid-data', { errors: [{ path, code: 'format', message: absenceTexts.notADay }] });
  };

  const say = async (request: Request) => {
    const staff = personOf(request);
    const { account = staff.accountId, from, last_day: lastDay, deputy } = request.body as Static<typeof bodySchema>;
    const wanted = {
      accountId: account,
      from: from === undefined ? parts.now() : startOfDay(readDay('from', from), timeZone),
      until: startOfDay(addDays(readDay('last_day', lastDay), 1), timeZone),
      deputy,
    };
    const fault = await sayAbsence(parts, staff, wanted, clientOf(request));
    if (!fault) return answer(request, account);
    const path = fieldOfFault(fault) === 'deputy' ? 'deputy' : 'last_day';
    throw new Problem('invalid-data', { errors: [{ path, code: fault, message: absenceFaultTexts[fault] }] });
  };

  const end = async (request: Request) => {
    const staff = personOf(request);
    const { account = staff.accountId } = request.query as Static<typeof query>;
    const { id } = request.params as { id: string };
    await endAbsence(parts, staff, { accountId: account, id }, clientOf(request));
    return answer(request, account);
  };

  const common = { tags: ['absences'], security: [{ staff: [] }] };
  const response = { 200: answerSchema, ...problemResponses };
  return [
    {
      method: 'GET',
      path: '/api/v1/absences',
      access: 'staff',
      schema: { summary: 'When somebody is away, now and later', ...common, querystring: query, response },
      handler: (request) => answer(request, (request.query as Static<typeof query>).account),
    },
    {
      method: 'POST',
      path: '/api/v1/absences',
      access: 'staff',
      perMinute: 30,
      schema: {
        summary: 'Say that somebody is away',
        description:
          'Open records in that person’s charge go to the deputy, or back to the institution. Nobody gets a right by it.',
        ...common,
        body: bodySchema,
        response,
      },
      handler: say,
    },
    {
      method: 'DELETE',
      path: '/api/v1/absences/:id',
      access: 'staff',
      perMinute: 30,
      schema: {
        summary: 'End an absence, or take back one that is to come',
        description: 'What was handed on stays where it is.',
        ...common,
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: query,
        response,
      },
      handler: end,
    },
  ];
};
