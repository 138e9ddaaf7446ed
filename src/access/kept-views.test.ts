import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, staffWith } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { searchSecrets } from '../../test/world/search-index.ts';
import { statement } from '../base/database.ts';
import {
  keepView,
  listKeptViews,
  mostViews,
  openView,
  readersToChoose,
  removeKeptView,
  shareKeptView,
  sweepViews,
} from './kept-views.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());
const parts = () => ({ database: world.database, secrets: searchSecrets });

const now = new Date();
const later = (hours: number) => new Date(+now + hours * 3_600_000);
const rana = staffWith(randomUUID(), at('clerk', 'north'), { ...at('chief', 'south'), for: 'somebody' });
const colleague = staffWith(randomUUID(), at('clerk', 'north'));
const doctor = staffWith(randomUUID(), at('doctor', 'north'));
const stranger = staffWith(randomUUID(), at('clerk', 'south'));
const asked = 'q=Leila+Haddad';
const opens = async (staff: typeof rana, id: string, when = now) => (await openView(parts(), staff, id, when))?.asked;

it('a search opens for who typed it, some hours long, and a stolen database does not show it', async () => {
  const id = (await keepView(parts(), rana, asked))!;
  expect(await opens(rana, id)).toBe(asked);
  for (const other of [colleague, doctor, stranger]) expect(await opens(other, id)).toBeUndefined();
  for (const wrong of ['', 'x', randomUUID(), `${id}'`]) expect(await opens(rana, wrong)).toBeUndefined();
  expect(await opens(rana, id, later(13))).toBeUndefined();
  expect(await shareKeptView(parts(), rana, id, { institution: 'north', role: null })).toBe(false);
  const [row] = await world.owner.run(
    statement<{ asked: Buffer }>('test/asked', `select asked from kept_view where id = '${id}'`),
  );
  expect(row?.asked.toString('latin1')).not.toContain('Leila');
  await sweepViews(world.database, later(13));
  expect(await opens(rana, id)).toBeUndefined();
});

it('a saved view is shared where its owner works, taken back, and changed by nobody else', async () => {
  const id = (await keepView(parts(), rana, asked, 'Leila'))!;
  expect(await opens(rana, id, later(1_000))).toBe(asked);
  expect(await opens(colleague, id)).toBeUndefined();
  // Not where others work, not as what one only stands in for, not for roles that one does not hold.
  for (const readers of [
    { institution: 'other', role: null },
    { institution: 'south', role: null },
    { institution: 'north', role: 'doctor' },
  ])
    expect(await shareKeptView(parts(), rana, id, readers)).toBe(false);
  expect(readersToChoose(rana)).toEqual([
    { institution: 'north', role: null },
    { institution: 'north', role: 'clerk' },
  ]);
  for (const [readers, who] of [
    [{ institution: 'north', role: 'clerk' }, [colleague]],
    [{ institution: 'north', role: null }, [colleague, doctor]],
    [undefined, []],
  ] as const) {
    expect(await shareKeptView(parts(), rana, id, readers)).toBe(true);
    for (const other of [colleague, doctor, stranger]) {
      const isReader = who.some((each) => each === other);
      expect(await opens(other, id)).toBe(isReader ? asked : undefined);
      expect((await listKeptViews(parts(), other)).map((view) => view.id)).toEqual(isReader ? [id] : []);
      expect(await shareKeptView(parts(), other, id, undefined)).toBe(false);
      expect(await removeKeptView(parts(), other, id)).toBe(false);
    }
  }
  expect(await removeKeptView(parts(), rana, id)).toBe(true);
  expect(await opens(rana, id)).toBeUndefined();
});

it('nobody saves more than fifty', async () => {
  for (let count = 0; count < mostViews; count++) expect(await keepView(parts(), doctor, '', `${count}`)).toBeDefined();
  expect(await keepView(parts(), doctor, '', 'one more')).toBeUndefined();
  expect(await keepView(parts(), doctor, asked)).toBeDefined();
});
