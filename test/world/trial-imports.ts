import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { beginImport, findHead, getImport, mappingFor, takeFile } from '../../src/intake/import/imports.ts';
import { createFindByName } from '../../src/intake/import/find-by-name.ts';
import type { ImportRow, Mapping, Repeats } from '../../src/intake/import/import-queries.ts';
import { createImports, type RunParts } from '../../src/intake/import/run-imports.ts';
import { inProject } from '../../src/base/paths.ts';
import type { AccountActor } from '../../src/record/events.ts';
import { loadCountry } from '../../src/territory/country.ts';
import { readDeclaredTerritory } from '../../src/territory/declared-territory.ts';
import { createTerritory } from '../../src/territory/territory.ts';
import { formOf, withTexts } from './declared.ts';
import { openTestEngine, type TestEngine } from './engine.ts';

/** An engine with one service whose records are imported, opened for the test file that reads this one. */
export let engine: TestEngine;
export let parts: RunParts;
let may = true;
/** From now on whoever sent the file may import no more. */
export const takeRight = () => void (may = false);
export const actor: AccountActor = {
  kind: 'account',
  account: randomUUID(),
  role: 'clerk',
  institution: 'interior-ministry',
};

const folder = inProject('country');
const country = loadCountry(folder);
const declared = readDeclaredTerritory(folder, country);
const territory = createTerritory(declared.places, declared.institutions);

const yaml = `${formOf([
  '{ name: full_name, type: text, required: true, max: 60, protect: personal }',
  '{ name: phone, type: phone, required: true, protect: personal }',
  '{ name: town, type: place, level: municipality, protect: internal }',
  '{ name: result, type: choice, options: [positive, negative], required: true, protect: sensitive }',
  '{ name: tested_on, type: date, max: today, protect: internal }',
  '{ name: taken_at, type: datetime, protect: internal }',
  '{ name: urgent, type: yes-no, protect: internal }',
  '{ name: dose, type: decimal, decimals: 2, protect: internal }',
  '{ name: lab, type: record, service: lab, shows: [title, quarter], protect: internal }',
])}entered_by: clerk\nchannels: [import]\n`;

const labs = formOf([
  '{ name: title, type: text, protect: internal }',
  '{ name: quarter, type: text, protect: internal }',
])
  .replace('service: trial', 'service: lab')
  .replace('reference: T', 'reference: L');

beforeAll(async () => {
  engine = await openTestEngine({ services: { trial: withTexts(yaml), lab: withTexts(labs) } });
  const before = engine.parts.world;
  const world = () => ({ ...before(), findPlace: territory.findPlace, findInstitution: territory.findInstitution });
  // The form is read in the whole country.
  Object.assign(engine.parts, { world });
  const { database, catalogue, dataKeys } = engine.parts;
  parts = {
    database,
    catalogue,
    dataKeys,
    intake: engine.intake,
    cellWorld: () => ({ world: world(), findByName: createFindByName(territory), records: engine.parts.referred }),
    mayStill: () => Promise.resolve(may),
  };
});
afterAll(() => engine.close());
beforeEach(() => void (may = true));

export const service = () => parts.catalogue.find('trial')!.service;

export const take = (text: string | Buffer, as = actor): Promise<ImportRow> =>
  takeFile(parts, {
    service: service(),
    actor: as,
    locale: 'fr',
    fileName: 'results.csv',
    stream: (async function* () {
      const bytes = Buffer.from(text as string);
      for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
    })(),
    isWhole: () => true,
  });

export const begin = async (row: ImportRow, repeats: Repeats = 'skip', changed?: Mapping) => {
  const head = (await findHead(parts, row))!;
  const mapping = changed ?? (await mappingFor(parts, service(), row, head));
  await beginImport(parts, service(), row, head, { mapping, repeats, locale: 'fr' });
};

export const readAll = async (imports = createImports(parts)) => {
  while (await imports.readNext());
};

export const now = (row: ImportRow) => getImport(parts.database, row.id, actor.account);
