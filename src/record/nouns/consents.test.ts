import { expect, test } from 'vitest';
import { declareForm, faultsOfForm } from '../../../test/world/declared.ts';
import { noon, surroundings } from '../../../test/world/service.ts';
import type { Candidate } from '../allowed-actions.ts';
import { decideSubmission } from '../decide.ts';
import { hiddenFrom, seenRecord } from '../field-access.ts';
import { fold } from '../fold.ts';
import { decideConsent } from '../decide-consent.ts';
import { consentSteps, standingConsents } from './consents.ts';

const form = [
  '{ name: town, type: text, protect: internal }',
  '{ name: result, type: text, protect: personal, needs_consent: research }',
  '{ name: for_research, type: consent, purpose: research, protect: internal }',
];
const service = declareForm(form);
const { digests } = service.purposes.get('research')!.field;
const agreed = { language: 'fr', wording: digests.fr } as const;
const submitted = (answers: Record<string, unknown>) =>
  decideSubmission(
    service,
    { id: 7, answers: answers as never, channel: 'web', locale: 'fr' },
    { now: noon, counts: {}, ...surroundings, nextDocumentId: () => 1 },
  );
const outside = (consents: ReadonlySet<string>): Candidate => ({
  kind: 'account',
  account: 'a',
  roles: new Set(['inspector']),
  consents,
});

test('a submission keeps what was agreed to: purpose, language, digest of the text, version; nothing personal', () => {
  const { events, record } = submitted({ town: 'Saïda', result: 'negative', for_research: agreed });
  expect(events[0]?.facts).toMatchObject({
    consents: [
      { purpose: 'research', field: 'for_research', given: true, language: 'fr', wording: digests.fr, version: 'test' },
    ],
  });
  expect(standingConsents(service, record.answers)).toEqual(new Set(['research']));
});

test('who is outside reads the answer while the consent stands, and what was written about it nowhere after', () => {
  const { events, record } = submitted({ town: 'Saïda', result: 'negative', for_research: agreed });
  const reader = (of: typeof record) => outside(standingConsents(service, of.answers));
  expect(seenRecord(service, { record, events }, reader(record)).record.answers).toHaveProperty('result');

  const withdrawn = decideConsent(
    service,
    record,
    { purpose: 'research', consent: undefined },
    { at: noon, channel: 'web' },
  )!;
  const all = [...events, ...withdrawn.events];
  const seen = seenRecord(service, { record: withdrawn.record, events: all }, reader(withdrawn.record));
  expect(JSON.stringify(seen)).not.toContain('negative');
  expect(seen.record.answers).toHaveProperty('town');
  expect(fold(7, all)).toEqual(withdrawn.record);
  expect(consentSteps(all).map(({ given, channel }) => [given, channel])).toEqual([
    [false, 'web'],
    [true, 'web'],
  ]);
});

test('the institution in charge and the person read it whatever was agreed to', () => {
  const inCharge: Candidate = { kind: 'account', account: 'a', roles: new Set(['clerk']) };
  expect(hiddenFrom(service, inCharge)).toEqual(new Set());
  expect(hiddenFrom(service, { kind: 'applicant' })).toEqual(new Set());
  expect(hiddenFrom(service, outside(new Set()))).toEqual(new Set(['result']));
});

test('taking back what does not stand, or giving what stands, is no event', () => {
  const { record } = submitted({ town: 'Saïda' });
  const taken = { purpose: 'research', consent: undefined };
  expect(decideConsent(service, record, taken, { at: noon, channel: 'web' })).toBeUndefined();
  const given = decideConsent(service, record, { purpose: 'research', consent: agreed }, { at: noon, channel: 'api' })!;
  expect(given.record.answers['for_research']).toEqual(agreed);
  const again = { purpose: 'research', consent: agreed };
  expect(decideConsent(service, given.record, again, { at: noon, channel: 'api' })).toBeUndefined();
});

test.each([
  [['{ name: a, type: text, needs_consent: reserch }', form[2]!], 'nobody is asked to consent to "reserch"'],
  [[form[2]!.replace('}', ', required: true }')], 'a consent that must be given is not free'],
  [[form[2]!.replace('}', ', changed_by: clerk }')], 'only the person gives and withdraws a consent'],
  [[form[2]!, form[2]!.replace('for_research', 'again')], '"for_research" asks for the consent to "research" already'],
  [
    [form[1]!.replace('personal', 'public'), form[2]!],
    'a public answer is read by everybody: take out "needs_consent"',
  ],
  [
    ['{ name: people, type: rows, max: 3, fields: [{ name: c, type: consent, purpose: research }] }'],
    'a consent that can be withdrawn stands in the form itself',
  ],
])('a declaration that makes no sense is refused: %j', (fields, words) => {
  expect(faultsOfForm(fields).join('\n')).toContain(words);
});
