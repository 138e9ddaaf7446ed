import { Type } from 'typebox';
import { findEntryPost } from '../../access/entry-access.ts';
import { Problem } from '../../base/problem.ts';
import { isLocale } from '../../base/texts.ts';
import { type Channel, isStaffChannel, type StaffChannel, staffChannels } from '../../definition/nouns/channels.ts';
import type { Service } from '../../definition/service.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import { crossAnswers } from '../../form/crossing.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { Receipt } from '../../intake/write-batch.ts';
import { referenceOf } from '../../events/reference.ts';
import { secretOf } from '../../events/secret.ts';
import type { AccountActor } from '../../record/events.ts';
import type { Parts } from '../parts.ts';
import { serviceOf } from '../public/service-of.ts';
import type { Request, Route } from '../route.ts';
import { findCaller } from './bearer.ts';
import { documentsJson } from './record-json.ts';
import { longestData } from './longest-data.ts';
import { problemResponses } from './problem-schema.ts';

const submissionBody = Type.Object(
  {
    key: Type.String({
      format: 'uuid',
      description: 'Chosen by the sender; the same key and data again give the same answer.',
    }),
    data: Type.Record(Type.String(), Type.Unknown(), {
      description: 'The answers, by field name; see the schema.json of the service.',
    }),
    version: Type.Optional(
      Type.String({
        maxLength: 64,
        description:
          'The version of the service for which `data` was made. Data of an earlier one are read as the version in force says; without it they are taken as they are.',
      }),
    ),
    locale: Type.Optional(
      Type.Enum(['ar', 'fr', 'en'], { description: 'The language in which the applicant is written to.' }),
    ),
    channel: Type.Optional(
      Type.Enum([...staffChannels], {
        description:
          'For civil servants who enter it: how it came in; the first that the service declares when left out.',
      }),
    ),
    institution: Type.Optional(
      Type.String({
        description: 'For civil servants who enter it: for which of their institutions; the first when left out.',
      }),
    ),
  },
  { additionalProperties: false },
);

const receipt = Type.Object({
  reference: Type.String(),
  secret: Type.String({ description: 'Opens the record without an account. Shown to the applicant only.' }),
  state: Type.String(),
  tracking_url: Type.String(),
  documents: Type.Array(Type.Object({ kind: Type.String(), qr: Type.String(), pdf_url: Type.String() })),
});

interface SubmissionBody {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly version?: string;
  readonly locale?: string;
  readonly channel?: StaffChannel;
  readonly institution?: string;
}

/** Who sends, and by which way: an applicant, or the civil servant whose session comes with it. */
const senderOf = async (
  parts: Parts,
  request: Request,
  service: Service,
  { channel, institution }: Pick<SubmissionBody, 'channel' | 'institution'>,
): Promise<{ readonly channel: Channel; readonly actor: AccountActor | undefined }> => {
  const isEntered = request.headers.authorization !== undefined;
  const way = isEntered ? (channel ?? [...service.channels].find(isStaffChannel)) : 'api';
  // A civil servant has to say who he or she is to use a way of the staff.
  if (!isEntered && (channel !== undefined || institution !== undefined)) throw new Problem('sign-in-required');
  if (way === undefined || !service.channels.has(way)) throw new Problem('channel-refused');
  if (!isEntered) return { channel: way, actor: undefined };
  const staff = await findCaller(parts, request);
  if (!staff) throw new Problem('sign-in-required');
  const actor = findEntryPost(staff, service, institution);
  if (!actor) throw new Problem('not-allowed');
  return { channel: way, actor };
};

/** Data that were made for an earlier version, as the one in force reads them. */
const readAsNow = async (
  { catalogue }: Parts,
  { service, versionId }: PublishedService,
  digest: string | undefined,
  data: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> => {
  if (digest === undefined || digest === service.digest) return data;
  const version = await catalogue.findVersion(service.id, digest);
  // Only names and options are looked at; what the values are is judged afterwards.
  return version ? crossAnswers(await catalogue.getCrossing(version.versionId, versionId), data as Answers) : data;
};

/** What was acknowledged is answered again, also when its service has been withdrawn since. */
const findAgainWithdrawn = async (
  { catalogue, intake }: Parts,
  request: Request,
  key: string,
  data: Readonly<Record<string, unknown>>,
): Promise<{ readonly published: PublishedService; readonly receipt: Receipt } | undefined> => {
  const published = catalogue.findKnown((request.params as { service: string }).service);
  const receipt = published?.isWithdrawn ? await intake.findAgain(published.service.id, key, data) : undefined;
  return published && receipt && { published, receipt };
};

export const submissionRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/services/:service/submissions',
    access: 'public',
    longestBody: longestData,
    schema: {
      summary: 'Submit to a service',
      description:
        'With a session in the Authorization header it is entered by that civil servant, for a service that staff enter; without one it is sent by its applicant.',
      tags: ['submissions'],
      security: [{}, { staff: [] }],
      params: Type.Object({ service: Type.String() }),
      body: submissionBody,
      response: { 201: receipt, 200: receipt, ...problemResponses },
    },
    handler: async (request, reply) => {
      const { key, data, locale, version, ...entered } = request.body as SubmissionBody;
      const known = await findAgainWithdrawn(parts, request as Request, key, data);
      const published = known?.published ?? serviceOf(parts, request as Request);
      const submit = async () => {
        const { channel, actor } = await senderOf(parts, request as Request, published.service, entered);
        return parts.intake.submit({
          published,
          key,
          sent: await readAsNow(parts, published, version, data),
          original: data,
          channel,
          actor,
          locale: isLocale(locale) ? locale : request.locale,
        });
      };
      const done = known?.receipt ?? (await submit());
      const reference = referenceOf(published.service.referencePrefix, done.recordId);
      reply.code(done.repeated ? 200 : 201);
      return {
        reference,
        secret: secretOf(parts.secrets, reference),
        state: done.state,
        tracking_url: `${parts.config.url}/track/${reference}`,
        documents: documentsJson(parts, reference, done.documents),
      };
    },
  },
];
