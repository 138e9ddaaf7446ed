import { Type } from 'typebox';
import type { Locale } from '../../base/texts.ts';
import type { Field, Service } from '../../definition/service.ts';
import { behaviourOf, hasAnswer } from '../../form/fields/all.ts';
import type { Parts } from '../parts.ts';
import { serviceOf } from '../public/service-of.ts';
import type { Request, Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';

const anyObject = Type.Object({}, { additionalProperties: true });
const params = Type.Object({ service: Type.String() });

const getService = (parts: Parts, request: Request): Service => serviceOf(parts, request).service;

const summaryJson = (parts: Parts, service: Service) => ({
  service: service.id,
  kind: service.kind,
  title: service.texts.title,
  summary: service.texts.summary,
  owner: service.owner,
  fee: service.fee ?? null,
  url: `${parts.config.url}/api/v1/services/${service.id}`,
});

const serviceJson = (parts: Parts, service: Service) => ({
  ...summaryJson(parts, service),
  version: service.digest,
  entered_by: [...(service.enteredBy.applicant ? ['applicant'] : []), ...service.enteredBy.roles],
  channels: [...service.channels],
  who: service.texts.who,
  needs: service.texts.needs,
  states: [...service.states.values()].map(({ name, label, meaning }) => ({ name, label, meaning })),
  actions: [...service.actions.values()].map(({ name, label, from, to, by }) => ({ name, label, from, to, by })),
  fields: [...service.fields.values()].map(fieldJson),
  schema: `${parts.config.url}/api/v1/services/${service.id}/schema.json`,
});

const fieldJson = (field: Field): object => {
  const { name, type, label, hint, required, show } = field;
  return {
    name,
    type,
    label,
    ...(hint && { hint }),
    required,
    ...(show && { show: show.source }),
    ...(field.type === 'rows' && { fields: field.fields.map(fieldJson) }),
  };
};

/** JSON Schema (2020-12) of the data that the service takes, labels in the caller's language. */
const dataSchema = (parts: Parts, service: Service, locale: Locale) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${parts.config.url}/api/v1/services/${service.id}/schema.json`,
  title: service.texts.title[locale],
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    service.enteredFields
      .filter(hasAnswer)
      .map((field) => [field.name, { title: field.label[locale], ...behaviourOf(field).jsonSchema(field, locale) }]),
  ),
  required: service.enteredFields.filter(({ required, show }) => required && !show).map(({ name }) => name),
});

export const catalogueRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/v1/services',
    access: 'public',
    schema: { summary: 'All services on offer', tags: ['services'], response: { 200: anyObject } },
    handler: () => ({ services: parts.catalogue.services.map(({ service }) => summaryJson(parts, service)) }),
  },
  {
    method: 'GET',
    path: '/api/v1/services/:service',
    access: 'public',
    schema: {
      summary: 'One service: questions, states, actions',
      tags: ['services'],
      params,
      response: { 200: anyObject, ...problemResponses },
    },
    handler: (request) => serviceJson(parts, getService(parts, request)),
  },
  {
    method: 'GET',
    path: '/api/v1/services/:service/schema.json',
    access: 'public',
    schema: { summary: 'JSON Schema of what the service takes', tags: ['services'], params },
    handler: (request, reply) =>
      reply
        .type('application/schema+json')
        .send(JSON.stringify(dataSchema(parts, getService(parts, request), request.locale))),
  },
];
