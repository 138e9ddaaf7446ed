import type { FastifyReply } from 'fastify';
import { countAgreementUse, listAgreements } from '../../../access/agreement-queries.ts';
import { readsUnder, standingOf } from '../../../access/agreements.ts';
import { getReadableAgreement, listSharedIds, readShared, type SharedRecord } from '../../../access/shared-reading.ts';
import { Problem } from '../../../base/problem.ts';
import { referenceOf } from '../../../events/reference.ts';
import { sharedParts } from '../../api/agreement-routes.ts';
import { lookUpRecords } from '../../fields/look-up.ts';
import { textOf } from '../../http/inputs.ts';
import { normaliseReference } from '../../record-access.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { serviceOf } from '../admin/agreement-words.tsx';
import type { Desk } from '../desk.ts';
import { inList, SharedPage, SharedRecordPage, SharedRecordsPage } from './shared-pages.tsx';
import { sharedPath } from './shared-paths.ts';

const pageSize = 25;

/** Reading other institutions' records under agreements. Who may is decided agreement by agreement, record by record. */
export const sharedRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database } = parts;
  const shared = sharedParts(parts);

  const list = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const { now } = parts.world();
    const agreements = (await database.run(listAgreements)).filter(
      (agreement) => standingOf(agreement, now) === 'standing' && readsUnder(parts, staff, agreement),
    );
    return sendPage(reply, <SharedPage {...{ desk, agreements }} context={desk.contextOf(request, reply)} />);
  };

  const getAgreement = (request: Request) => {
    const id = Number((request.params as { id: string }).id);
    if (!Number.isSafeInteger(id) || id < 1) throw new Problem('not-found');
    return getReadableAgreement(shared, id, getStaff(request));
  };

  const records = async (request: Request, reply: FastifyReply) => {
    const reader = getStaff(request);
    const agreement = await getAgreement(request);
    const typed = textOf(request.query, 'before');
    const before = typed === '' ? Number.MAX_SAFE_INTEGER : normaliseReference(parts, typed).id;
    const service = serviceOf(desk, agreement);
    const asked = inList(service, agreement.fields);
    const ids = await listSharedIds(shared, agreement, { before, limit: pageSize });
    const given: SharedRecord[] = [];
    for (const id of ids) {
      const record = await readShared(shared, id, { agreement, reader, way: 'page', asked }).catch(ifGone);
      if (record) given.push(record);
    }
    const [use] = await database.run(countAgreementUse, [[agreement.id]]);
    const prefix = service?.referencePrefix ?? '';
    const last = ids.at(-1);
    return sendPage(
      reply,
      <SharedRecordsPage
        {...{ desk, agreement, use }}
        context={desk.contextOf(request, reply)}
        records={given}
        before={last !== undefined && ids.length === pageSize ? referenceOf(prefix, last) : undefined}
        tools={desk.toolsOf(request)}
      />,
    );
  };

  const record = async (request: Request, reply: FastifyReply) => {
    const agreement = await getAgreement(request);
    const { id } = normaliseReference(parts, (request.params as { reference: string }).reference);
    const reading = { agreement, reader: getStaff(request), way: 'page', asked: agreement.fields } as const;
    const one = await readShared(shared, id, reading);
    await lookUpRecords(parts, one.service.fields, one.answers);
    return sendPage(
      reply,
      <SharedRecordPage
        {...{ desk, agreement, record: one }}
        context={desk.contextOf(request, reply)}
        tools={{ ...desk.toolsOf(request), filesAt: undefined }}
      />,
    );
  };

  return [
    { method: 'GET', path: sharedPath, access: 'staff', handler: list },
    { method: 'GET', path: `${sharedPath}/:id`, access: 'staff', handler: records },
    { method: 'GET', path: `${sharedPath}/:id/:reference`, access: 'staff', handler: record },
  ];
};

const ifGone = (error: unknown): undefined => {
  if (error instanceof Problem && (error.code === 'consent-missing' || error.code === 'unknown-record'))
    return undefined;
  throw error;
};
