import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditFiles, offices } from '../../test/world/audits.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { noon, permitFiles } from '../../test/world/service.ts';
import { statement } from '../base/database.ts';
import { findRecord } from '../events/load-record.ts';
import { forgetFaults } from './campaign-queries.ts';
import { campaignKey, openCampaign, openWaiting } from './campaigns.ts';

let world: TestEngine;
let account: string;
beforeAll(async () => {
  world = await openTestEngine({
    services: { 'mobility-permit': permitFiles, audits: auditFiles },
    institutions: offices,
  });
  const [row] = await world.owner.run(
    statement<{ id: string }>(
      'test/insert-account',
      `insert into auth_user (name, name_latin, email, email_verified, locale, demonstration) values ('x', 'x', '${randomUUID()}@example.org', true, 'ar', false) returning id`,
    ),
  );
  account = row!.id;
});
afterAll(() => world.close());

interface OpenedRow {
  readonly institution: string;
  readonly recordId: number | null;
  readonly fault: string | null;
}
const listOf = statement<OpenedRow>(
  'test/campaign-institutions',
  `select institution, record_id as "recordId", fault from campaign_institution where campaign_id = $1 order by institution`,
);
const countRecords = statement<{ n: number }>(
  'test/count-audits',
  `select count(*)::int as n from record where service = 'audits' and data ->> 'round' = $1`,
);
const recordsOf = async (round: string) => (await world.database.run(countRecords, [round]))[0]?.n;
const parts = () => ({ ...world.parts, intake: world.intake });
const codes = [...offices.keys()];

const open = async (
  round: string,
  institutions: readonly string[] = codes,
  id: string = randomUUID(),
): Promise<string> => {
  await openCampaign(world.database, {
    id,
    published: world.parts.catalogue.find('audits')!,
    actor: { kind: 'account', account, role: 'audit-manager', institution: 'central-inspection' },
    answers: { round, due_on: '2026-12-31' },
    locale: 'fr',
    institutions,
    now: noon,
  });
  return id;
};

describe('a campaign', () => {
  test('opens a record in the basket of each institution, with what is the same for all', async () => {
    const id = await open('first');
    expect(await openWaiting(parts(), 50)).toBe(codes.length);
    const rows = await world.database.run(listOf, [id]);
    expect(rows.map(({ institution }) => institution)).toEqual(codes.toSorted());
    const opened = await findRecord(world.parts, rows[0]?.recordId ?? 0);
    expect(opened?.record).toMatchObject({
      state: 'open',
      institution: rows[0]?.institution,
      channel: 'import',
      locale: 'fr',
      answers: { office: rows[0]?.institution, round: 'first', due_on: '2026-12-31' },
    });
    expect(opened?.events[0]?.actor).toMatchObject({ kind: 'account', account, role: 'audit-manager' });
  });

  test('that is confirmed twice is opened once', async () => {
    const id = await open('twice');
    await open('twice', codes, id);
    await openWaiting(parts(), 50);
    expect(await recordsOf('twice')).toBe(codes.length);
  });

  test('goes on where it stopped, whatever was already written', async () => {
    const id = await open('interrupted');
    await openWaiting(parts(), 2);
    // The record was made, and the program was killed before it noted so.
    await world.owner.run(
      statement(
        'test/forget-opened',
        `update campaign_institution set record_id = null where campaign_id = '${id}' and institution = '${codes.toSorted()[0]}'`,
      ),
    );
    while ((await openWaiting(parts(), 2)) > 0);
    const rows = await world.database.run(listOf, [id]);
    expect(rows.every(({ recordId }) => recordId !== null)).toBe(true);
    expect(await recordsOf('interrupted')).toBe(codes.length);
  });

  test('opened by two programs at once opens each record once', async () => {
    await open('both');
    await Promise.all([openWaiting(parts(), 50), openWaiting(parts(), 50)]);
    expect(await recordsOf('both')).toBe(codes.length);
  });

  test('says of which institution no record could be opened, and tries again when told', async () => {
    const id = await open('wrong', ['health-ministry', 'nowhere']);
    await openWaiting(parts(), 50);
    expect(await openWaiting(parts(), 50)).toBe(0);
    const rows = await world.database.run(listOf, [id]);
    expect(rows.find(({ institution }) => institution === 'nowhere')).toMatchObject({
      recordId: null,
      fault: 'invalid-data',
    });
    await world.database.run(forgetFaults, [id]);
    expect(await openWaiting(parts(), 50)).toBe(1);
  });
});

test('the key of a record depends on the campaign and the institution alone', () => {
  const id = randomUUID();
  expect(campaignKey(id, 'a')).toBe(campaignKey(id, 'a'));
  expect(campaignKey(id, 'a')).not.toBe(campaignKey(id, 'b'));
  expect(campaignKey(id, 'a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
