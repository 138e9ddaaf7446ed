import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { institutionSubject } from '../../../events/record-subjects.ts';
import type { GatheredUnder } from '../../../projections/gathered.ts';
import type { Institution } from '../../../territory/place.ts';
import { keptSearches } from '../../fields/offers.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { Desk } from '../desk.ts';
import { sendNoRecord } from '../no-record-page.tsx';
import { openFrom } from '../record-routes.tsx';
import { readId } from '../worklist-query.ts';
import { gatherFor, readSubject, totalOf, underOf } from './gathered-data.ts';
import {
  GatheredPage,
  InstitutionRecordsPage,
  InstitutionSearchPage,
  type InstitutionView,
  institutionViews,
  OpenSubjectPage,
} from './gathered-page.tsx';
import { gatheredPath, institutionPagePath, institutionSearchPath } from './gathered-paths.ts';

const searchFor = keptSearches<Institution>();

/** What gathers around a record, a person or an institution. Each reader finds what he or she may see of it, and no more. */
export const gatheredRoutes = (desk: Desk): readonly Route[] => {
  const { territory } = desk.parts;
  const listOf = async (request: Request, under: GatheredUnder) => {
    const work = await desk.workOf(getStaff(request));
    const service = textOf(request.query, 'service');
    const below = readId(textOf(request.query, 'below'));
    const gathered = await gatherFor(desk, work, under, { service, below });
    return { work, part: { gathered, service, isContinued: below !== undefined } };
  };

  return [
    {
      method: 'GET',
      path: gatheredPath(':reference'),
      access: 'staff',
      perMinute: 120,
      handler: async (request: Request, reply: FastifyReply) => {
        const opened = await openFrom(desk, request);
        if (!opened) return sendNoRecord(desk, request, reply);
        const field = readSubject(opened.service, textOf(request.query, 'by'));
        if (field?.type === 'institution') {
          const code = opened.record.answers[field.name];
          if (typeof code !== 'string') throw new Problem('not-found');
          return reply.redirect(institutionPagePath(code), 303);
        }
        const context = desk.contextOf(request, reply);
        const under = underOf(desk, opened, field);
        if (!under) {
          if (!field || !opened.closed.includes(field.name)) throw new Problem('not-found');
          const csrfToken = reply.generateCsrf();
          return sendPage(reply, <OpenSubjectPage {...{ context, csrfToken, opened, field }} />);
        }
        return sendPage(
          reply,
          <GatheredPage {...{ context, desk, opened, field, ...(await listOf(request, under)) }} />,
        );
      },
    },
    {
      method: 'GET',
      path: institutionSearchPath,
      access: 'staff',
      handler: (request: Request, reply: FastifyReply) => {
        const { locale } = request;
        const q = textOf(request.query, 'q').slice(0, 100);
        const all = searchFor(territory.institutionCodes, () =>
          territory.institutionCodes.flatMap((code) => territory.findInstitution(code) ?? []),
        );
        const found = all({ q, locale, among: ({ retired }) => !retired }).items;
        return sendPage(
          reply,
          <InstitutionSearchPage {...{ desk, q, found }} context={desk.contextOf(request, reply)} />,
        );
      },
    },
    {
      method: 'GET',
      path: institutionPagePath(':code').replace('%3A', ':'),
      access: 'staff',
      perMinute: 120,
      handler: async (request: Request, reply: FastifyReply) => {
        const institution = territory.findInstitution((request.params as { code: string }).code);
        if (!institution) throw new Problem('not-found');
        const { code } = institution;
        const unders: Readonly<Record<InstitutionView, GatheredUnder>> = {
          concerns: { subject: institutionSubject(code) },
          basket: { basket: code },
        };
        const asked = textOf(request.query, 'view');
        const view = institutionViews.find((each) => each === asked) ?? 'concerns';
        const other = view === 'concerns' ? 'basket' : 'concerns';
        const { work, part } = await listOf(request, unders[view]);
        const beside = await gatherFor(desk, work, unders[other], { limit: 0 });
        const totals = { concerns: 0, basket: 0, [view]: totalOf(part.gathered), [other]: totalOf(beside) };
        return sendPage(
          reply,
          <InstitutionRecordsPage
            {...{ desk, work, institution, view, totals, part }}
            context={desk.contextOf(request, reply)}
            tools={desk.toolsOf(request)}
          />,
        );
      },
    },
  ];
};
