import { Type } from 'typebox';
import type { Staff } from '../../access/grant.ts';
import { workingRoles } from '../../access/sight.ts';
import { Problem } from '../../base/problem.ts';
import type { RecordSettings } from '../../definition/fields/record.ts';
import type { Field, Service } from '../../definition/service.ts';
import type { Given } from '../../form/fields/field-type.ts';
import { pageOf } from '../fields/all.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { toolsOf } from '../fields/tools-of.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';

const optionalText = (description: string) => Type.Optional(Type.String({ description }));

const option = Type.Object({
  value: Type.String({ description: 'What to send as the answer' }),
  label: Type.String(),
  where: Type.Optional(Type.String({ description: 'What tells it from others of the same name' })),
});

// No name is longer; a longer query only costs time.
const longestQuery = 100;

/**
 * What may be chosen as the answer to a question, for forms that are not ours and for the script on ours. Staff are offered
 * what is shown of records internally, too.
 */
export const optionRoutes = (parts: Parts): readonly Route[] => {
  const handler = createHandler(parts);
  return [
    { method: 'GET', path: '/staff/services/:service/fields/:field/options', access: 'staff', handler },
    { method: 'GET', path: '/api/v1/services/:service/fields/:field/options', access: 'public', schema, handler },
  ];
};

const schema = {
  summary: 'What may be chosen as an answer',
  description:
    'Of places, lists, institutions and records. Questions within rows are named `employees.school`. Answers that narrow it are given as `given.<field>`.',
  tags: ['services'],
  params: Type.Object({ service: Type.String(), field: Type.String() }),
  querystring: Type.Object(
    {
      q: optionalText('The beginning of a name, in any of the languages'),
      page: optionalText('What `next` of the page before said'),
      action: optionalText('The action that asks, when it is not the form'),
      version: optionalText('The version of the service, when it is not the one in force'),
      lang: optionalText('ar, fr or en'),
    },
    { additionalProperties: true },
  ),
  response: {
    200: Type.Object({ options: Type.Array(option), next: Type.Union([Type.String(), Type.Null()]) }),
    ...problemResponses,
  },
};

const createHandler =
  (parts: Parts): Route['handler'] =>
  async (request, reply) => {
    const service = await serviceOf(parts, request);
    const { field, path } = findField(service, request);
    const { offers } = pageOf(field);
    if (!offers) throw new Problem('not-found');
    const page = textOf(request.query, 'page');
    if (page !== '' && !/^[1-9]\d{0,8}$/.test(page)) throw new Problem('bad-request');
    const q = textOf(request.query, 'q').trim().slice(0, longestQuery);
    if (field.type === 'record') {
      if (!isForAnyone(parts, field) && !worksFor(request.staff, service)) throw new Problem('not-found');
      await lookUpRecords(parts, [field], { [`${field.name}.search`]: q });
    }
    const given = givenIn(request, offers.looksAt(field));
    const found = offers.search(
      { ...field, name: path },
      { q, page: page || undefined },
      { ...toolsOf(parts, request), given },
    );
    reply
      .header('cache-control', field.type === 'record' ? 'private, no-store' : 'public, max-age=300')
      .header('vary', 'accept-language');
    return {
      options: found.offers.map(({ value, name, where }) => ({
        value,
        label: name[request.locale],
        ...(where && { where }),
      })),
      next: found.next ?? null,
    };
  };

/** Whether somebody fills in or works on what the service asks: to others its questions do not open another register. */
const worksFor = (staff: Staff | undefined, service: Service): boolean => {
  const working = workingRoles(service);
  return (staff?.grants ?? []).some(
    ({ role, services }) => working.has(role) && (services === null || services.includes(service.id)),
  );
};

/** Whether all that is shown of the records is public. */
const isForAnyone = ({ catalogue }: Parts, { service, shows }: RecordSettings): boolean => {
  const fields = catalogue.findKnown(service)?.service.fields;
  return shows.every((name) => fields?.get(name)?.protect === 'public');
};

/** The version of the service that the address names. */
export const serviceOf = async ({ catalogue }: Parts, request: Request): Promise<Service> => {
  const { service: id } = request.params as { service: string };
  const digest = textOf(request.query, 'version');
  const inForce = catalogue.find(id);
  const isInForce = digest === '' || digest === inForce?.service.digest;
  const found = isInForce ? inForce : await catalogue.findVersion(id, digest.slice(0, 64));
  if (!found) throw new Problem('unknown-service');
  return found.service;
};

/** The question that the address names. */
export const findField = (service: Service, request: Request): { readonly field: Field; readonly path: string } => {
  const { field: path } = request.params as { field: string };
  const action = textOf(request.query, 'action');
  const [first = '', ...rest] = path.split('.');
  const field =
    action === '' ? service.fields.get(first) : service.actions.get(action)?.fields.find(({ name }) => name === first);
  const inner = field && rest.length > 0 ? pageOf(field).inner?.(rest.join('.'), field) : field;
  if (!inner) throw new Problem('not-found');
  return { field: inner, path };
};

const givenIn = (request: Request, names: readonly string[]): Given =>
  Object.fromEntries(names.map((name) => [name, textOf(request.query, `given.${name}`)]));
