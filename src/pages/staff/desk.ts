import type { FastifyReply } from 'fastify';
import { administratorRole } from '../../access/administration.ts';
import { dataReaderRole } from '../../access/data-reader.ts';
import type { Staff } from '../../access/grant.ts';
import type { ServiceVersion } from '../../access/scope.ts';
import { Problem } from '../../base/problem.ts';
import { type Locale, say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { createServiceVersions } from '../../projections/service-versions.ts';
import { scopeOf, type WorklistScope } from '../../projections/worklist-scope.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { filesAt } from '../fields/tools-of.ts';
import type { Parts } from '../parts.ts';
import { getStaff, type Request } from '../route.ts';
import type { PageContext } from '../ui/page-context.ts';
import { fillerOf } from './filler.ts';
import { publisherRole } from './services/publisher.ts';
import { servicesTexts } from './services/services-texts.ts';
import { sharedTexts } from './shared/shared-texts.ts';
import { staffPageContext } from './staff-frame.ts';
import { staffTexts } from './staff-texts.ts';

/** What an account may see, and the declarations that its records may be under. */
export interface Work {
  readonly staff: Staff;
  readonly scope: WorklistScope;
  readonly versions: readonly ServiceVersion[];
}

interface KeptScope {
  readonly versions: readonly ServiceVersion[];
  readonly institutionCodes: readonly string[];
  readonly scope: WorklistScope;
}

const mostScopes = 500;

/** Services write their roles as words within a sentence. */
const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** What all pages for civil servants are made from. */
export interface Desk {
  readonly parts: Parts;
  readonly workOf: (staff: Staff) => Promise<Work>;
  readonly contextOf: (request: Request, reply: FastifyReply) => PageContext;
  readonly toolsOf: (request: Request) => FieldTools;
  /** What a role is called within a sentence: by the service that it works for, or by another that knows it. */
  readonly sayRole: (role: string, locale: Locale, service?: Service) => string;
  /** The same where it stands alone, as a name begins. */
  readonly nameRole: Desk['sayRole'];
  readonly sayInstitution: (code: string, locale: Locale) => string;
}

export const createDesk = (parts: Parts): Desk => {
  const { database, catalogue, territory, covers } = parts;
  const listVersions = createServiceVersions(database, catalogue);
  // The same from request to request, until something is granted, published or changed in the country.
  const scopes = new Map<string, KeptScope>();
  const sayRole = (role: string, locale: Locale, service?: Service): string => {
    if (role === publisherRole) return say(locale, servicesTexts.publisher);
    if (role === dataReaderRole) return say(locale, sharedTexts.role);
    if (role === administratorRole) return say(locale, staffTexts.administrator);
    // A role may be called differently by now than when the record was made.
    const services = [...catalogue.known.map((published) => published.service), ...(service ? [service] : [])];
    const own = services.find(({ id, roles }) => id === service?.id && roles.has(role));
    return (
      own?.roles.get(role)?.[locale] ?? services.find(({ roles }) => roles.has(role))?.roles.get(role)?.[locale] ?? role
    );
  };
  return {
    parts,
    workOf: async (staff) => {
      const versions = await listVersions();
      const { institutionCodes } = territory;
      const key = JSON.stringify([staff.accountId, staff.grants]);
      const kept = scopes.get(key);
      if (kept?.versions === versions && kept.institutionCodes === institutionCodes)
        return { staff, versions, scope: kept.scope };
      const scope = scopeOf(staff, versions, institutionCodes, covers);
      scopes.delete(key);
      scopes.set(key, { versions, institutionCodes, scope });
      const oldest = scopes.keys().next();
      if (scopes.size > mostScopes && !oldest.done) scopes.delete(oldest.value);
      return { staff, versions, scope };
    },
    contextOf: (request, reply) => staffPageContext(parts, request, reply),
    toolsOf: (request) => ({
      locale: request.locale,
      world: { ...parts.world(), filler: fillerOf(getStaff(request)) },
      territory,
      calendar: parts.engine.calendar,
      filesAt: filesAt(request),
    }),
    sayRole,
    nameRole: (role, locale, service) => capitalised(sayRole(role, locale, service)),
    sayInstitution: (code, locale) => territory.findInstitution(code)?.name[locale] ?? code,
  };
};

/** The declaration that a row of a list is under. */
export const getVersion = ({ versions }: Work, versionId: number): Service => {
  const service = versions.find((version) => version.versionId === versionId)?.service;
  if (!service)
    throw new Problem('internal', { cause: new Error(`a record is under the unknown declaration ${versionId}`) });
  return service;
};
