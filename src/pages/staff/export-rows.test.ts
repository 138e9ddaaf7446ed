import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { formOf, withTexts } from '../../../test/world/declared.ts';
import { openTestEngine, type TestEngine } from '../../../test/world/engine.ts';
import type { Grant, Staff } from '../../access/grant.ts';
import type { Reading } from '../../access/readings.ts';
import { createTerritory } from '../../territory/territory.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { Parts } from '../parts.ts';
import { createDesk, type Desk } from './desk.ts';
import { columnsOf } from './export-columns.ts';
import { readList } from './export-rows.ts';
import { readWorklistQuery } from './worklist-query.ts';

let engine: TestEngine;
let desk: Desk;
const noted: Reading[] = [];
const institution = {
  code: 'interior-ministry',
  type: 'ministry',
  name: { ar: 'و', fr: 'm', en: 'Ministry' },
  parent: undefined,
  place: undefined,
};

beforeAll(async () => {
  const yaml = formOf([
    '{ name: town, type: text, required: true, protect: internal }',
    '{ name: few, type: text, protect: personal, seen_by: [clerk] }',
    '{ name: result, type: text, protect: sensitive }',
    '{ name: born, type: date, protect: personal }',
    '{ name: count, type: integer, protect: internal }',
  ]);
  engine = await openTestEngine({ services: { trial: withTexts(yaml) } });
  const territory = createTerritory([], [institution as never]);
  const parts = {
    ...engine.parts,
    territory,
    covers: (holder: string, at: string) => holder === at,
    readings: { noteAll: (readings: readonly Reading[]) => Promise.resolve(void noted.push(...readings)) },
  };
  desk = createDesk(parts as unknown as Parts);
  const published = engine.parts.catalogue.find('trial')!;
  for (let number = 0; number < 600; number++)
    await engine.intake.submit({
      published,
      key: randomUUID(),
      sent: {
        town: number === 0 ? '=1+1' : `town ${number}`,
        few: 'few',
        result: 'secret',
        born: '1984-03-12',
        count: number,
      },
      channel: 'web',
      locale: 'ar',
    });
}, 120_000);
afterAll(() => engine.close());
beforeEach(() => void noted.splice(0));

const staffWith = (...grants: Grant[]): Staff => ({
  accountId: randomUUID(),
  sessionId: '',
  email: '',
  name: { ar: '', fr: '', en: '' },
  locale: 'en',
  demonstration: false,
  grants,
});
const clerk = staffWith({ role: 'clerk', institution: 'interior-ministry', services: null });
const query = readWorklistQuery({ view: 'all', service: 'trial' });

const read = async (staffNow: () => Promise<Staff | undefined>, of = query) => {
  const service = engine.parts.catalogue.find('trial')!.service;
  const columns = columnsOf(desk, service, { locale: 'en', world: engine.parts.world() } as FieldTools);
  const rows: Record<string, unknown>[] = [];
  const made = readList(desk, of, staffNow, (row, work) =>
    Object.fromEntries(columns.map(({ heading, cell }) => [heading, cell(row, work)])),
  );
  for await (const given of made) rows.push(...given);
  return rows;
};

test('all records once, typed, without sensitive answers, each on record as read', async () => {
  const rows = await read(() => Promise.resolve(clerk));
  expect(rows).toHaveLength(600);
  expect(new Set(rows.map((row) => row['Reference'])).size).toBe(600);
  expect(rows.at(-1)).toMatchObject({
    'fields.town.label en': '=1+1',
    'fields.born.label en': { day: '1984-03-12' },
    'fields.count.label en': 0,
  });
  expect(JSON.stringify(rows)).not.toContain('secret');
  expect(noted).toHaveLength(600);
  expect(noted[0]).toMatchObject({ account: clerk.accountId, role: 'clerk', purpose: 'handling', way: 'export' });
});

test('what another role may not read is an empty cell', async () => {
  const inspector = staffWith({ role: 'inspector', institution: 'interior-ministry', services: null });
  const rows = await read(() => Promise.resolve(inspector));
  expect(rows).toHaveLength(600);
  expect(rows.every((row) => row['fields.few.label en'] === undefined)).toBe(true);
  expect(noted[0]).toMatchObject({ purpose: 'oversight' });
});

test('nobody without a right gets a row', async () => {
  const stranger = staffWith({ role: 'clerk', institution: 'elsewhere', services: null });
  expect(await read(() => Promise.resolve(stranger))).toEqual([]);
  expect(noted).toEqual([]);
});

test('with the session it ends', async () => {
  await expect(read(() => Promise.resolve(undefined))).rejects.toMatchObject({ code: 'sign-in-required' });
});

test('whoever takes it slowly gets nothing any more once the right has gone', async () => {
  let held: Staff | undefined = clerk;
  const rows: unknown[] = [];
  const reading = (async () => {
    for await (const given of readList(
      desk,
      query,
      () => Promise.resolve(held),
      ({ id }) => id,
    )) {
      rows.push(...given);
      held = undefined;
      // Longer than what was read may be given without being read again.
      const later = performance.now() + 1_050;
      vi.spyOn(performance, 'now').mockReturnValue(later);
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: 'sign-in-required' });
  vi.restoreAllMocks();
  expect(rows).toHaveLength(250);
});
