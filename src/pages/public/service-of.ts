import { Problem } from '../../base/problem.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';

/** The service that an address names, as it is offered now. */
export const serviceOf = (parts: Parts, request: Request): PublishedService => {
  const { service: id } = request.params as { service: string };
  const published = parts.catalogue.find(id);
  if (!published) throw new Problem(parts.catalogue.findKnown(id) ? 'service-withdrawn' : 'unknown-service');
  return published;
};

/** The same, for who applies: nobody applies for what institutions enter by themselves. */
export const offeredServiceOf = (parts: Parts, request: Request): PublishedService => {
  const published = serviceOf(parts, request);
  if (!published.service.channels.has('web')) throw new Problem('not-offered');
  return published;
};

export const servicePath = (service: string): string => `/services/${service}`;
export const formPath = (service: string, page: string): string => `${servicePath(service)}/form/${page}`;
export const formStartPath = (service: string): string => `${servicePath(service)}/form`;
export const laterPath = (service: string): string => `${servicePath(service)}/later`;
export const resumePath = (service: string): string => `${servicePath(service)}/resume`;
export const checkPath = (service: string): string => `${servicePath(service)}/check`;
