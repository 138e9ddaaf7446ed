import type { FastifyReply } from 'fastify';
import { administers, administersAll, administratorRole } from '../../../access/administration.ts';
import type { Staff } from '../../../access/grant.ts';
import { Problem } from '../../../base/problem.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import type { Desk } from '../desk.ts';
import type { AdminContext } from './admin-page.tsx';
import { adminTexts as texts } from './admin-texts.ts';

/** What the pages of administration are made from. */
export interface AdminDesk extends Desk {
  readonly adminContextOf: (request: Request, reply: FastifyReply, url?: string) => AdminContext;
  readonly administersAll: (staff: Staff) => boolean;
  readonly mayAdminister: (staff: Staff, institution: string) => boolean;
  readonly sayPlace: (code: string, locale: Locale) => string;
}

const doneWords = { saved: texts.saved, undone: texts.undone, key: texts.keyMade } as const;

export const createAdminDesk = (desk: Desk): AdminDesk => {
  const { parts } = desk;
  return {
    ...desk,
    adminContextOf: (request, reply, url) => {
      const done = textOf(request.query, 'done');
      return {
        ...desk.contextOf(request, reply),
        ...(url !== undefined && { url }),
        csrfToken: reply.generateCsrf(),
        timeZone: parts.country.timeZone,
        administersAll: administersAll(parts, getStaff(request)),
        sayType: (type) => parts.country.institutionTypes[type]?.[request.locale] ?? type,
        done: Object.hasOwn(doneWords, done)
          ? say(request.locale, doneWords[done as keyof typeof doneWords])
          : undefined,
      };
    },
    administersAll: (staff) => administersAll(parts, staff),
    mayAdminister: (staff, institution) => administers(parts, staff, institution),
    sayPlace: (code, locale) => parts.territory.findPlace(code)?.name[locale] ?? code,
  };
};

type Handler = Route['handler'];
interface Options {
  readonly perMinute?: number;
  readonly takesFiles?: true;
}

/** The routes of one section. `forAll`: only for those who administer the whole installation; others get "not allowed". */
export const adminRoutesFor = ({ parts }: Desk, forAll: boolean) => {
  const access = { roles: [administratorRole] };
  const guarded =
    (handler: Handler): Handler =>
    (request, reply) => {
      if (forAll && !administersAll(parts, getStaff(request))) throw new Problem('not-allowed');
      return handler(request, reply);
    };
  return {
    get: (path: string, handler: Handler): Route => ({ method: 'GET', path, access, handler: guarded(handler) }),
    post: (path: string, handler: Handler, options: Options = {}): Route => ({
      method: 'POST',
      path,
      access,
      perMinute: 30,
      ...options,
      handler: guarded(handler),
    }),
  };
};

/** What was typed, without what surrounds it. */
export const typedIn = (request: Request, name: string): string => textOf(request.body, name).trim();

/** The part of an address that names something. */
export const paramOf = (request: Request, name: string): string =>
  (request.params as Readonly<Record<string, string>>)[name] ?? '';

/** The note of a change, as it is kept. */
export const noteOf = (request: Request): { readonly note?: string } => {
  const note = typedIn(request, 'note').slice(0, 300);
  return note === '' ? {} : { note };
};
