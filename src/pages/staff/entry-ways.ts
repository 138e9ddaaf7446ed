import type { FormWays } from '../public/form-ways.ts';

/** Where a civil servant enters records of a service. */
export const entryPath = (service: string): string => `/staff/services/${service}/new`;

/** The addresses of one record that is being entered. */
export const entryWays = (service: string, draft: string): FormWays & { readonly sent: string } => {
  const own = `${entryPath(service)}/${draft}`;
  return {
    leave: entryPath(service),
    start: own,
    page: (name) => `${own}/pages/${name}`,
    check: `${own}/check`,
    later: undefined,
    discard: `${own}/discard`,
    sent: `${own}/sent`,
  };
};
