import type { Action, Service } from '../../definition/service.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import type { FieldTools } from './field-page.ts';

/** What asking and showing depend on, for who asks now. */
export const toolsOf = (parts: Parts, request: Request): FieldTools => ({
  locale: request.locale,
  world: parts.world(),
  territory: parts.territory,
  calendar: parts.engine.calendar,
  filesAt: filesAt(request),
});

/** Where the files are of the record whose page is asked for. */
export const filesAt = ({ params, url }: Request): string | undefined => {
  const { reference } = (params ?? {}) as { readonly reference?: string };
  if (reference === undefined) return undefined;
  return `${url.startsWith('/staff/') ? '/staff' : ''}/records/${encodeURIComponent(reference)}/files`;
};

/** Where a script sends the files of a service's forms in pieces. */
export const uploadsAt = ({ id }: Pick<Service, 'id'>): string => `/api/v1/services/${id}/partial-uploads`;

/** Where a script asks for what may be chosen as an answer to a question of a form, or of an action: staff at an address of theirs. */
export const optionsAt = (
  service: Service,
  { url }: Pick<Request, 'url'>,
  action?: Action,
): NonNullable<FieldTools['optionsAt']> => ({
  path: `${url.startsWith('/staff/') ? '/staff' : '/api/v1'}/services/${service.id}/fields`,
  query: { version: service.digest, ...(action && { action: action.name }) },
});
