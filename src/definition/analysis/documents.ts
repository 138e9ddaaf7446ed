import type { Analysis } from './analysis.ts';

/** Documents that no action issues, and those that are revoked before anybody could have them. */
export const documents: Analysis = ({ service, warning }) => {
  const all = [...service.actions.values()];
  for (const name of service.documents.keys()) {
    if (!all.some(({ issue }) => issue === name))
      warning(['documents', name], `no action issues "${name}": write "issue: ${name}" in the action that grants it`);
  }
};
