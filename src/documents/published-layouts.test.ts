import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { edited, permitDeclaration } from '../../test/world/versions.ts';
import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import { declarationLimits, judgeFiles } from '../catalogue/judge.ts';
import { checkDeclaration, publish } from '../catalogue/publish.ts';
import type { ServiceFiles } from '../definition/compile-service.ts';
import { DeclarationError } from '../definition/fault.ts';
import type { Service } from '../definition/service.ts';
import { createLayoutCheck } from './check-layouts.ts';
import { createPdfRenderer, printDocument } from './pdf.ts';
import { claimsByLabel, specimenOf } from './specimen.ts';

// Some start a process of their own.
vi.setConfig({ testTimeout: 60_000 });
const timeZone = 'Asia/Beirut';
const by = { origin: 'command' } as const;
const letterhead = {
  country: { ar: 'لبنان', fr: 'Liban', en: 'Lebanon' },
  logo: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" fill="currentColor"><path d="M0 0h9v9z"/></svg>',
  colour: '#0B5D4B',
  timeZone,
  verifyUrl: 'https://diwan.example/verify',
};
const checkLayouts = createLayoutCheck(letterhead);

let world: TestDatabase;
let catalogue: Catalogue;
beforeAll(async () => {
  world = await createTestDatabase();
  catalogue = await openCatalogue(world.database, { timeZone });
});
afterAll(() => world.close());
const parts = () => ({ database: world.database, catalogue, timeZone, checkLayouts });

const laidOut = (layout: string): ServiceFiles => ({
  ...edited(permitDeclaration, ['service.yaml', 'checked_by: police }', 'checked_by: police, template: permit.typ }']),
  'permit.typ': layout,
});
const onPaper = (size: string) =>
  laidOut(`#import "/diwan.typ": *\n#show: paper.with(size: "${size}")\n#titled()\n#code()`);

const widthOf = async (service: Service): Promise<string | undefined> => {
  const renderer = createPdfRenderer();
  const kind = service.documents.get('permit');
  if (!kind) throw new Error('there is no permit');
  const institution = { ar: 'وزارة', fr: 'Ministère', en: 'Ministry' };
  const specimen = specimenOf(service, kind, { locale: 'en', institution, now: new Date() }, claimsByLabel);
  const pdf = Buffer.from(await printDocument(renderer, specimen, letterhead)).toString('latin1');
  await renderer.stop();
  return /MediaBox ?\[0 0 (\d+)/.exec(pdf)?.[1];
};

test('a layout is published with its version, and records of an earlier version keep the earlier one', async () => {
  const first = await publish(parts(), onPaper('a5'), by);
  const second = await publish(parts(), onPaper('a6'), by);
  const elsewhere = await openCatalogue(world.database, { timeZone });
  expect(elsewhere.find('mobility-permit')?.versionId).toBe(second.versionId);
  expect(await widthOf(await elsewhere.getVersion(first.versionId))).toBe('419');
  expect(await widthOf(await elsewhere.getVersion(second.versionId))).toBe('297');
});

test('a version whose layout cannot be set is not published, and what is wrong stands with its place', async () => {
  const before = catalogue.find('mobility-permit')?.versionId;
  const wrong = laidOut('#import "/diwan.typ": *\n#code()\n#cod()');
  const refused = await checkDeclaration(parts(), wrong).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DeclarationError);
  expect((refused as DeclarationError).faults).toEqual([
    { file: 'permit.typ', line: 3, column: 2, message: 'unknown variable: cod' },
  ]);
  await expect(publish(parts(), wrong, by)).rejects.toThrow('unknown variable');
  expect(catalogue.find('mobility-permit')?.versionId).toBe(before);
});

test('layouts may be sent to the console, as long as they are small', async () => {
  expect(await judgeFiles(onPaper('a5'), timeZone)).toEqual([]);
  const long = laidOut(`// ${'x'.repeat(declarationLimits.layoutBytes)}`);
  const [fault] = await judgeFiles(long, timeZone);
  expect(fault?.file).toBe('permit.typ');
  expect(fault?.message).toContain('larger than 64 KB');
});
