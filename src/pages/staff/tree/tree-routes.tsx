import type { FastifyReply } from 'fastify';
import { readerOf } from '../../../access/record-access.ts';
import { narrowScope, scopeParameter } from '../../../access/scope.ts';
import { Problem } from '../../../base/problem.ts';
import type { TreeDeclaration } from '../../../definition/nouns/tree.ts';
import { referenceOf } from '../../../events/reference.ts';
import { behaviourOf } from '../../../form/fields/all.ts';
import type { Answers } from '../../../form/fields/field-type.ts';
import { listTreeInstitutions, listTreeRecords, type TreeRow } from '../../../projections/tree-queries.ts';
import { hiddenFrom, withoutAnswers } from '../../../record/field-access.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { type Desk, getVersion, type Work } from '../desk.ts';
import { forestOf, type TreeEntry } from './forest.ts';
import { TreePage, treePath } from './tree-page.tsx';

/** How many entries one page draws. */
const mostDrawn = 1_000;

/** The entries of a register that one may see, one below the other, institution by institution. */
export const treeRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/staff/services/:service/tree',
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const { database, catalogue } = desk.parts;
      const { service: id } = request.params as { service: string };
      const service = catalogue.findKnown(id)?.service;
      const work = await desk.workOf(getStaff(request));
      const own = work.versions.filter((version) => version.service.id === id && version.service.tree !== undefined);
      const scope = narrowScope(work.scope, new Set(own.map(({ versionId }) => versionId)));
      if (!service?.tree || scope.baskets.length === 0) throw new Problem('not-found');
      const parameter = scopeParameter(scope);
      const institutions = await database.run(listTreeInstitutions, [parameter]);
      const asked = textOf(request.query, 'institution');
      const chosen = institutions.find(({ institution }) => institution === asked) ?? institutions[0];
      const rows = chosen ? await database.run(listTreeRecords, [parameter, chosen.institution, mostDrawn]) : [];
      const tools = desk.toolsOf(request);
      const sayInstitution = (code: string): string => desk.sayInstitution(code, request.locale);
      return sendPage(
        reply,
        <TreePage
          context={desk.contextOf(request, reply)}
          service={service}
          institution={sayInstitution(chosen?.institution ?? service.owner)}
          chips={
            institutions.length < 2
              ? []
              : institutions.map(({ institution, count }) => ({
                  href: `${treePath(id)}?institution=${encodeURIComponent(institution)}`,
                  label: sayInstitution(institution),
                  count,
                  isCurrent: institution === chosen?.institution,
                }))
          }
          forest={forestOf(rows.map((row) => entryOf(desk, work, row, tools)))}
          count={chosen?.count ?? 0}
          partly={chosen && chosen.count > rows.length ? rows.length : undefined}
        />,
      );
    },
  },
];

/** An entry with no more of its answers than this account may see. */
const entryOf = ({ parts: { covers } }: Desk, work: Work, row: TreeRow, tools: FieldTools): TreeEntry => {
  const service = getVersion(work, row.versionId);
  const hidden = hiddenFrom(service, readerOf(work.staff, service, { ...row, tasks: [] }, covers));
  const answers: Answers = withoutAnswers(row.data, hidden);
  const tree = service.tree as TreeDeclaration;
  const sayAnswer = (name: string | undefined): string | undefined => {
    const field = name === undefined || hidden.has(name) ? undefined : service.fields.get(name);
    if (!field) return undefined;
    const answer = answers[field.name];
    return answer === undefined ? '' : behaviourOf(field).say(answer, field, tools.locale, tools.world);
  };
  const reference = referenceOf(service.referencePrefix, row.id);
  const parent = answers[tree.parent];
  return {
    reference,
    parent: typeof parent === 'string' ? parent : undefined,
    label: sayAnswer(tree.label) || reference,
    holder: sayAnswer(tree.holder),
    unit: sayAnswer(tree.unit) || undefined,
  };
};
