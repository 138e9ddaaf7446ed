import { type Static, Type } from 'typebox';
import { countDocumentScan } from '../../documents/document-queries.ts';
import { documentIdAt } from '../../documents/credential-format.ts';
import { getStaff, type Route } from '../route.ts';
import { Problem } from '../../base/problem.ts';
import type { Parts } from '../parts.ts';
import { checksDocuments } from '../staff/staff-frame.ts';
import { countChecksToday, officerOf } from './officer.ts';
import { verifyPath } from './verify-page.tsx';

/** What an officer's phone tells of its checks, at once or days later: which document, when, and what came out. */
const Scan = Type.Object(
  {
    at: Type.Integer({
      minimum: 0,
      maximum: 8.64e12,
      description: 'Milliseconds since 1970, by the clock of the device',
    }),
    verdict: Type.Union(
      (
        [
          'valid',
          'not-yet-valid',
          'expired',
          'revoked',
          'unchecked-revocation',
          'key-not-valid',
          'unknown-key',
          'tampered',
          'not-a-document',
        ] as const
      ).map((verdict) => Type.Literal(verdict)),
    ),
    document: Type.Union([
      Type.Null(),
      Type.Object(
        { uri: Type.String({ maxLength: 300 }), index: Type.Integer({ minimum: 0, maximum: 2 ** 31 }) },
        { additionalProperties: false },
      ),
    ]),
  },
  { additionalProperties: false },
);

const Scans = Type.Object({ scans: Type.Array(Scan, { maxItems: 100 }) }, { additionalProperties: false });

const day = 86_400_000;
/** A phone may be offline for weeks; a clock further off than this says nothing about when. */
const oldest = 60 * day;

export const scanRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: `${verifyPath}/officer.json`,
    access: 'public',
    handler: async (request, reply) => {
      const officer = await officerOf(parts, request);
      reply.header('cache-control', 'no-store');
      return reply.send(officer ? { officer, csrfToken: reply.generateCsrf() } : { officer: null });
    },
  },
  {
    method: 'POST',
    path: `${verifyPath}/scans`,
    access: 'staff',
    schema: { body: Scans },
    handler: async (request, reply) => {
      const staff = getStaff(request);
      if (!checksDocuments(parts, staff)) throw new Problem('not-allowed');
      const { now } = parts.world();
      const { scans } = request.body as Static<typeof Scans>;
      let counted = 0;
      for (const { at, verdict, document } of scans) {
        // Acknowledged all the same: the phone must not send for ever what cannot be placed in time.
        if (at < now.getTime() - oldest || at > now.getTime() + day) continue;
        const documentId = document === null ? undefined : documentIdAt(document);
        if (
          await countDocumentScan(parts.database, { documentId, accountId: staff.accountId, at: new Date(at), verdict })
        )
          counted += 1;
      }
      return reply.send({ counted, today: await countChecksToday(parts.database, staff.accountId, parts.world()) });
    },
  },
];
