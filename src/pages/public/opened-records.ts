import type { FastifyReply } from 'fastify';
import { cookieName } from '../http/cookie-name.ts';
import type { Parts } from '../parts.ts';
import { normaliseReference, openAsApplicant, type OpenedRecord } from '../record-access.ts';
import type { Request } from '../route.ts';
import { findApplicant } from './applicant-session.ts';

/**
 * Which records this browser has opened with their secrets, in a signed cookie that scripts cannot read: the secret
 * itself never stands in an address that stays, nor in the browser.
 */
const cookieOf = ({ config }: Parts): string => cookieName(config, 'records');
const mostRecords = 20;
const days = 7;
const dayLength = 86_400_000;

interface Opened {
  readonly reference: string;
  /** Milliseconds; a copied cookie ends as well. */
  readonly at: number;
}

const read = (parts: Parts, request: Request): readonly Opened[] => {
  const cookie = request.cookies[cookieOf(parts)];
  if (cookie === undefined) return [];
  const { valid, value } = request.unsignCookie(cookie);
  const [kind, ...entries] = (valid ? (value ?? '') : '').split(' ');
  if (kind !== 'records') return [];
  const oldest = +parts.world().now - days * dayLength;
  return entries.flatMap((entry) => {
    const [reference = '', seconds = ''] = entry.split('.');
    const at = Number.parseInt(seconds, 36) * 1_000;
    return at > oldest ? [{ reference, at }] : [];
  });
};

const write = (parts: Parts, reply: FastifyReply, opened: readonly Opened[]): void => {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.config.secure } as const;
  if (opened.length === 0) {
    reply.clearCookie(cookieOf(parts), options);
    return;
  }
  const entries = opened
    .slice(0, mostRecords)
    .map(({ reference, at }) => `${reference}.${Math.floor(at / 1_000).toString(36)}`);
  reply.setCookie(cookieOf(parts), ['records', ...entries].join(' '), {
    ...options,
    signed: true,
    maxAge: days * 86_400,
  });
};

/** References opened in this browser, the latest first. */
export const openedReferences = (parts: Parts, request: Request): readonly string[] =>
  read(parts, request).map(({ reference }) => reference);

/** Lets this browser open the record from now on. Call only for who has proved to hold its secret, or has just made it. */
export const rememberRecord = (parts: Parts, request: Request, reply: FastifyReply, reference: string): void =>
  write(parts, reply, [
    { reference, at: +parts.world().now },
    ...read(parts, request).filter((each) => each.reference !== reference),
  ]);

export const forgetRecord = (parts: Parts, request: Request, reply: FastifyReply, reference: string): void =>
  write(
    parts,
    reply,
    read(parts, request).filter((each) => each.reference !== reference),
  );

const isOfApplicant = async (parts: Parts, request: Request, recordId: number): Promise<boolean> => {
  const applicant = await findApplicant(parts, request);
  return applicant !== undefined && parts.applicants.owns(applicant, recordId);
};

/** The record of an address, if this browser has opened it or its person is signed in; undefined: its secret has to be asked for. */
export const findOpened = async (parts: Parts, request: Request): Promise<OpenedRecord | undefined> => {
  const { reference, id } = normaliseReference(parts, (request.params as { reference: string }).reference);
  const isTheirs = openedReferences(parts, request).includes(reference) || (await isOfApplicant(parts, request, id));
  return isTheirs ? openAsApplicant(parts, reference) : undefined;
};
