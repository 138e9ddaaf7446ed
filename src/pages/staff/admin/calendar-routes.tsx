import type { FastifyReply } from 'fastify';
import { addDays } from '../../../base/calendar-day.ts';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { countRunning } from '../../../events/record-queries.ts';
import { type RecountedRecord, recountAll } from '../../../events/recount.ts';
import { sayDay } from '../../../form/fields/date.ts';
import type { Calendar } from '../../../territory/calendar.ts';
import { calendarOf } from '../../../territory/calendar-file.ts';
import { applyEffect } from '../../../territory/country-change.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { Actions, Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type AdminDesk, adminRoutesFor, noteOf, typedIn } from './admin-desk.ts';
import { AdminForm, AdminPage } from './admin-page.tsx';
import { calendarPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { type AskedOfCalendar, calendarChange, readAsked } from './calendar-asked.ts';
import { CalendarPage } from './calendar-page.tsx';
import { type CalendarEffect, CalendarPreviewPage, mostCounted } from './calendar-preview.tsx';
import { calendarTexts as texts } from './calendar-texts.ts';
import { nameProblems } from './names.tsx';
import { problemsIn } from './problems-in.ts';

/** More are not counted while somebody waits for the page. */
const shown = 8;
const comparedDays = 800;

/** The calendar: a change is shown with its effect on what runs, then confirmed. */
export const calendarRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { liveCountry, database, engine, jobs } = parts;
  const { get, post } = adminRoutesFor(desk, true);
  const now = () => parts.world().now;

  const send = (
    request: Request,
    reply: FastifyReply,
    asked: AskedOfCalendar = {},
    problems: readonly FieldProblem[] = [],
  ) => {
    const { calendar } = liveCountry;
    const thisYear = Number(calendar.dayOf(now()).slice(0, 4));
    const wanted = Number(textOf(request.query, 'year'));
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <CalendarPage
        {...{ calendar, thisYear, asked, problems }}
        context={desk.adminContextOf(request, reply, calendarPath)}
        year={wanted >= 2000 && wanted <= 2200 ? wanted : thisYear}
      />,
    );
  };

  const recount = (calendar: Calendar, write: boolean, onFound: (found: RecountedRecord) => void) =>
    recountAll({ ...engine, calendar, now, write, onFound });

  const effectOf = async (calendar: Calendar, running: number): Promise<CalendarEffect | undefined> => {
    if (running > mostCounted) return undefined;
    const sample: RecountedRecord[] = [];
    const summary = await recount(calendar, false, (found) => {
      if (sample.length < shown) sample.push(found);
    });
    return { ...summary, sample };
  };

  /** Days from now on that are otherwise than before. */
  const comparedWith = (after: Calendar): { readonly closes: readonly string[]; readonly opens: readonly string[] } => {
    const { calendar } = liveCountry;
    const [closes, opens]: [string[], string[]] = [[], []];
    let day = calendar.dayOf(now());
    for (let step = 0; step < comparedDays; step++, day = addDays(day, 1)) {
      const [was, is] = [calendar.openOn(day).length > 0, after.openOn(day).length > 0];
      if (was && !is) closes.push(day);
      if (!was && is) opens.push(day);
    }
    return { closes, opens };
  };

  const receive = async (request: Request, reply: FastifyReply) => {
    const asked = readAsked(request.body);
    const names =
      asked['do'] === 'add'
        ? nameProblems(
            { ar: asked['name_ar'] ?? '', fr: asked['name_fr'] ?? '', en: asked['name_en'] ?? '' },
            'name',
            request.locale,
          )
        : [];
    if (names.length > 0) return send(request, reply, asked, names);
    const isConfirmed = typedIn(request, 'step') === 'confirm';
    try {
      if (isConfirmed) {
        await liveCountry.change(getStaff(request).accountId, (content) => {
          const change = calendarChange(content.calendar, asked);
          return { ...change, about: { ...change.about, ...noteOf(request) } };
        });
      } else {
        const content = liveCountry.content();
        const after = calendarOf(applyEffect(content, calendarChange(content.calendar, asked).effect).calendar);
        const [row] = await database.run(countRunning);
        const running = row?.count ?? 0;
        return await sendPage(
          reply,
          <CalendarPreviewPage
            {...{ asked, running, ...comparedWith(after) }}
            context={desk.adminContextOf(request, reply, calendarPath)}
            effect={await effectOf(after, running)}
          />,
        );
      }
    } catch (error) {
      return send(request, reply, asked, problemsIn(error, request.locale));
    }
    if (typedIn(request, 'recount') === 'yes')
      jobs.once('recount', () => recount(liveCountry.calendar, true, () => undefined));
    return reply.redirect(`${calendarPath}?done=saved`, 303);
  };

  /** Asks for the day that was announced in place of an expected one. */
  const showMove = (request: Request, reply: FastifyReply) => {
    const { locale } = request;
    const day = textOf(request.query, 'day');
    const holiday = liveCountry.calendar.content.moving[day];
    if (!holiday) throw new Problem('not-found');
    const context = desk.adminContextOf(request, reply);
    const [year, month, date] = day.split('-');
    return sendPage(
      reply,
      <AdminPage
        context={context}
        title={say(locale, texts.moveTitle, { name: holiday.name[locale] })}
        lead={sayDay(day, locale)}
        crumbs={[{ href: calendarPath, label: say(locale, adminTexts.calendar) }]}
      >
        <AdminForm context={context} action={calendarPath}>
          <input type="hidden" name="day" value={day} />
          <DateField
            locale={locale}
            name="day"
            label={say(locale, texts.moveDay)}
            values={{ year, month: String(Number(month)), day: String(Number(date)) }}
          />
          <Actions>
            <Button name="do" value="announce">
              {say(locale, adminTexts.preview)}
            </Button>
          </Actions>
        </AdminForm>
      </AdminPage>,
    );
  };

  return [
    get(calendarPath, (request, reply) => send(request, reply)),
    post(calendarPath, receive),
    get(`${calendarPath}/move`, showMove),
  ];
};
