import type { FastifyReply } from 'fastify';
import type { Applicant } from '../../access/applicants.ts';
import { cookieName } from '../http/cookie-name.ts';
import type { Parts } from '../parts.ts';
import { normaliseReference } from '../record-access.ts';
import type { Request } from '../route.ts';

/** The cookies of a person who signs in with a phone: which question was sent, then the session. Scripts read neither. */
const nameOf = ({ config }: Parts, name: 'applicant' | 'applicant_code'): string => cookieName(config, name);

const optionsOf = ({ config }: Parts) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure, signed: true }) as const;

const read = (parts: Parts, request: Request, name: 'applicant' | 'applicant_code'): string | undefined => {
  const cookie = request.cookies[nameOf(parts, name)];
  const { valid, value } = cookie === undefined ? { valid: false, value: null } : request.unsignCookie(cookie);
  return valid ? (value ?? undefined) : undefined;
};

export const applicantToken = (parts: Parts, request: Request) => read(parts, request, 'applicant');
/** The question whose code this browser may show. */
export const askedCode = (parts: Parts, request: Request) => read(parts, request, 'applicant_code');

/** @param seconds how long a browser keeps it; left out, until it is closed. */
export const rememberApplicant = (parts: Parts, reply: FastifyReply, token: string, seconds?: number): void => {
  reply.setCookie(nameOf(parts, 'applicant'), token, {
    ...optionsOf(parts),
    ...(seconds !== undefined && { maxAge: seconds }),
  });
  reply.clearCookie(nameOf(parts, 'applicant_code'), optionsOf(parts));
};

export const rememberAsked = (parts: Parts, reply: FastifyReply, id: string, seconds: number): void => {
  reply.setCookie(nameOf(parts, 'applicant_code'), id, { ...optionsOf(parts), maxAge: seconds });
};

export const forgetApplicant = (parts: Parts, reply: FastifyReply): void => {
  reply.clearCookie(nameOf(parts, 'applicant'), optionsOf(parts));
};

/** Puts a request among those of who is signed in here, if anybody is. Call only for who made it, or has proved to hold its secret. */
export const addToRequests = async (parts: Parts, request: Request, reference: string): Promise<void> => {
  const applicant = await findApplicant(parts, request);
  if (applicant) await parts.applicants.add(applicant, normaliseReference(parts, reference).id);
};

/** Who is signed in with a phone here; asks the database only where a cookie says so. */
export const findApplicant = async (parts: Parts, request: Request): Promise<Applicant | undefined> => {
  const token = applicantToken(parts, request);
  return token === undefined ? undefined : parts.applicants.find(token);
};
