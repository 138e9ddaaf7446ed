import { afterAll, expect, test } from 'vitest';
import { noon, permit, permitData, surroundings, worldAt } from '../../test/world/service.ts';
import type { DocumentToSign } from '../events/write-decisions.ts';
import { referenceOf } from '../events/reference.ts';
import { validate } from '../form/validate.ts';
import { decideSubmission } from '../record/decide.ts';
import { createIssuer } from './issuer.fixture.ts';
import { createSigner } from './issue.ts';
import { verifyCredential } from './verify-credential.ts';

const issuer = createIssuer();
const ring = { signer: () => issuer.key, publicKeySet: () => ({ keys: [issuer.key.published] }) };
const signer = createSigner(ring, 'LB', 'https://diwan.example', () => worldAt(noon));
afterAll(() => signer.stop());

const { answers } = validate(permit.fields.values(), permitData(), worldAt(noon));
const issued = (id: number): DocumentToSign => {
  const context = { now: noon, counts: { permits_that_day: 0 }, ...surroundings, nextDocumentId: () => id };
  const { record } = decideSubmission(permit, { id, answers, channel: 'api', locale: 'ar' }, context);
  return { service: permit, record, id };
};
const lasting = ({ record, ...rest }: DocumentToSign, until: string): DocumentToSign => ({
  ...rest,
  record: { ...record, documents: record.documents.map((document) => ({ ...document, until })) },
});

test.each([1, 40])('%i documents at once are each signed for their own record', async (count) => {
  const ids = Array.from({ length: count }, (_, index) => 7_000 + index);
  const texts = await signer.sign(ids.map((id) => issued(id)));
  const verdicts = await Promise.all(
    texts.map((text) =>
      verifyCredential(text, {
        keys: [issuer.key.published],
        keysFetchedAt: noon,
        statusLists: [],
        now: new Date(+noon + 2 * 3_600_000),
      }),
    ),
  );
  expect(verdicts.map((verdict) => ('document' in verdict ? verdict.document.reference : verdict))).toEqual(
    ids.map((id) => referenceOf(permit.referencePrefix, id)),
  );
});

test('of many one that would outlive the key fails them, and the next ones are signed', async () => {
  const many = Array.from({ length: 10 }, (_, index) => issued(index + 1));
  await expect(signer.sign([...many, lasting(issued(11), '2199-01-01T00:00:00Z')])).rejects.toThrow(/outlive/);
  expect(await signer.sign(many)).toHaveLength(10);
});
