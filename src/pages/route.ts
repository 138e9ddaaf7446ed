import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { Staff } from '../access/grant.ts';
import type { Locale } from '../base/texts.ts';

/**
 * Who may call a route. `public`: anybody; what a record shows is then decided by its secret. `staff`: a signed-in
 * account; `roles`: one that holds one of these roles somewhere (what it sees of a record is decided further in).
 */
export type Access = 'public' | 'staff' | { readonly roles: readonly string[] };

/** One address of the program. The program refuses to start when a route declares no access. */
export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  /** For who has shown lately who it is; others are asked again first (`requireFreshSignIn`). Not for public routes. */
  readonly fresh?: true;
  /** Open pages call it by themselves: that does not keep a session alive. */
  readonly unattended?: true;
  /** JSON Schema of what enters and leaves; required for the API, whose documentation is made from it. */
  readonly schema?: FastifySchema;
  /** Requests a client may make in a minute, where that is less than in general. */
  readonly perMinute?: number;
  /** Bytes of a body that it accepts, where that is more than usual. */
  readonly longestBody?: number;
  /** Accepts the files of one page of a form beside its texts, see `http/form-files.ts`. */
  readonly takesFiles?: true;
  /** Accepts one file of at most this many bytes, after the texts of its form, and reads it while it arrives: `http/file-stream.ts`. */
  readonly streamsFile?: number;
  /** Accepts files as multipart/form-data, at most of this many bytes. */
  readonly maxUpload?: number;
  /** Where more than one file may come in one form; its texts may then be long as well. */
  readonly maxFiles?: number;
  readonly handler: (request: Request, reply: FastifyReply) => Promise<unknown> | unknown;
}

/** A request as the handlers see it: in whose language, and from whom. */
export interface Request extends FastifyRequest {
  locale: Locale;
  /** Set on routes with access `staff` or `roles`, and on public ones when somebody is signed in and `findStaff` was asked. */
  staff: Staff | undefined;
}

/** The staff of a route that requires one. */
export const getStaff = (request: Request): Staff => {
  if (!request.staff) throw new Error('this route did not declare that it needs staff');
  return request.staff;
};
