import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditFiles, audits, offices } from '../../test/world/audits.ts';
import { openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { noon, permitFiles } from '../../test/world/service.ts';
import { scopeParameter } from '../access/scope.ts';
import { statement } from '../base/database.ts';
import { act } from '../events/engine.ts';
import { findRecord } from '../events/load-record.ts';
import { surveyStanding } from '../record/nouns/survey.ts';
import { findPreviousRound, type RoundRow } from './survey-round-queries.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine({
    services: { 'mobility-permit': permitFiles, audits: auditFiles },
    institutions: offices,
  });
});
afterAll(() => world.close());

const [assessor, auditor] = [staff('a', 'assessor'), staff('b', 'auditor')];
const day = 86_400_000;

const open = async (office: string, round: string, at: Date): Promise<number> => {
  world.setNow(at);
  const receipt = await world.intake.submit({
    published: world.parts.catalogue.find('audits')!,
    key: randomUUID(),
    sent: { office, round, due_on: '2027-01-01' },
    channel: 'import',
    locale: 'ar',
    actor: { kind: 'account', account: 'm', role: 'audit-manager', institution: 'central-inspection' },
  });
  return receipt.recordId;
};
const fill = (recordId: number, sent: Record<string, unknown>) =>
  act(world.parts, { recordId, action: 'fill', ...assessor, sent });
const complete = { written: 'yes', reviewed: true, posts: 4, filled: 4, trained: true };

interface Kept {
  readonly asked: number;
  readonly answered: number;
  readonly completion: number;
  readonly score: number | null;
  readonly verified: number;
  readonly verified_score: number | null;
  readonly otherwise: number;
}
const kept = async (recordId: number): Promise<Kept | undefined> =>
  (
    await world.database.run(statement<Kept>('test/survey-round', 'select * from survey_round where record_id = $1'), [
      recordId,
    ])
  )[0];

test('what is kept of a survey is what its events say, after every step', async () => {
  const recordId = await open('health-ministry', '2026', noon);
  const expectKept = async () => {
    const loaded = await findRecord(world.parts, recordId);
    const { declared, found, verified, verdicts, otherwise } = surveyStanding(
      audits,
      audits.survey!,
      loaded!.record,
      noon,
    );
    expect(await kept(recordId)).toMatchObject({
      asked: declared.asked,
      answered: declared.answered,
      completion: declared.completion,
      score: declared.score,
      verified,
      verified_score: verdicts > 0 ? found.score : null,
      otherwise,
    });
  };
  await expectKept();
  await fill(recordId, { written: 'partly' });
  await expectKept();
  await fill(recordId, complete);
  await expectKept();
  await act(world.parts, { recordId, action: 'submit', ...assessor, sent: {} });
  const sent = { written__verdict: 'other', written__found: 'no', written__remark: 'x' };
  await act(world.parts, { recordId, action: 'verify', ...auditor, sent });
  await expectKept();
  expect(await kept(recordId)).toMatchObject({ score: 100, otherwise: 1 });
});

test('a page that is saved as it was writes nothing', async () => {
  const recordId = await open('culture-ministry', '2026', noon);
  const first = await fill(recordId, complete);
  const again = await fill(recordId, complete);
  expect(again.record.lastEvent).toBe(first.record.lastEvent);
});

test('the round before is the last one of the same institution that the reader may see', async () => {
  const before = await open('justice-ministry', '2024', new Date(+noon - 700 * day));
  await fill(before, complete);
  const last = await open('justice-ministry', '2025', new Date(+noon - 300 * day));
  await fill(last, { written: 'yes' });
  await open('labour-ministry', '2025', new Date(+noon - 200 * day));
  const now = await open('justice-ministry', '2026', noon);
  const version = world.parts.catalogue.find('audits')!.versionId;
  const find = (baskets: readonly string[]): Promise<RoundRow[]> =>
    world.database.run(findPreviousRound, [
      scopeParameter({
        account: 'rana',
        baskets: [{ institutions: baskets, versions: [version], kind: 0 }],
        lenses: [],
        asked: [],
      }),
      'audits',
      'justice-ministry',
      noon,
      now,
    ]);
  expect((await find(['justice-ministry']))[0]).toMatchObject({ recordId: last, data: { round: '2025' } });
  expect(await find(['labour-ministry'])).toEqual([]);
});
