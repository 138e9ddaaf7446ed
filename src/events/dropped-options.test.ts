import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOf, withTexts } from '../../test/world/declared.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { permitFiles } from '../../test/world/service.ts';
import { findRecord } from './load-record.ts';
import { behaviourOf } from '../form/fields/all.ts';
import { publish } from '../catalogue/publish.ts';

const schools = (...lines: readonly string[]) => ['value,ar,fr,en', ...lines, ''].join('\n');
const first = 'sa-1,مدرسة صيدا,École de Saïda,Saida school';
const second = 'ty-1,مدرسة صور,École de Tyr,Tyre school';
const third = 'za-1,مدرسة زحلة,École de Zahlé,Zahle school';
const filesWith = (options: string, ...lines: readonly string[]) =>
  withTexts(
    formOf([
      '{ name: school, type: choice, list: schools.csv }',
      `{ name: visits, type: rows, fields: [{ name: needs, type: choices, options: [${options}] }] }`,
    ]),
    { 'schools.csv': schools(...lines) },
  );

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine({
    services: { 'mobility-permit': permitFiles, trial: filesWith('water, food, books', first, second) },
  });
});
afterAll(() => engine.close());

const submit = (sent: Record<string, unknown>) =>
  engine.intake.submit({
    published: engine.parts.catalogue.find('trial')!,
    key: randomUUID(),
    sent,
    channel: 'api',
    locale: 'fr',
  });

test('a choice that a new version dropped is still said by its words where it was made, and taken no longer', async () => {
  const { parts, database } = engine;
  const sent = { school: 'ty-1', visits: [{ needs: ['food', 'books'] }] };
  const { recordId } = await submit(sent);
  const before = parts.catalogue.find('trial')!.service.digest;
  await publish(
    { database, catalogue: parts.catalogue, timeZone: 'Asia/Beirut' },
    filesWith('water, food', first, third),
    { origin: 'command' },
  );
  expect(parts.catalogue.find('trial')!.service.digest).not.toBe(before);

  const { service, record } = (await findRecord(parts, recordId))!;
  expect(service.digest).toBe(before);
  const said = [...service.fields.values()].map((field) =>
    behaviourOf(field).say(record.answers[field.name]!, field, 'fr', parts.world()),
  );
  expect(said[0]).toBe('École de Tyr');
  expect(said[1]).toContain('books');

  await expect(submit(sent)).rejects.toMatchObject({
    code: 'invalid-data',
    errors: [
      { path: 'school', code: 'not-an-option' },
      { path: 'visits.0.needs', code: 'not-an-option' },
    ],
  });
});

test('another line in a list is another version', async () => {
  const { parts } = engine;
  const versions = new Set<string>();
  for (const lines of [
    [first, second],
    [first, third],
    [first, `${third}!`],
  ]) {
    await publish(
      { database: engine.database, catalogue: parts.catalogue, timeZone: 'Asia/Beirut' },
      filesWith('water, food', ...lines),
      { origin: 'command' },
    );
    versions.add(parts.catalogue.find('trial')!.service.digest);
  }
  expect(versions.size).toBe(3);
});
