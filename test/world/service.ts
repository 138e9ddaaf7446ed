import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/base/paths.ts';
import { createPhoneReader } from '../../src/base/phone.ts';
import { compileService, type ServiceFiles } from '../../src/definition/compile-service.ts';
import type { Service } from '../../src/definition/service.ts';
import type { World } from '../../src/form/world.ts';
import { loadCalendar } from '../../src/territory/calendar-file.ts';
import type { Place } from '../../src/territory/place.ts';

/** The permit service as its folder declares it: what the pure engines are tried on. */
export const readServiceFiles = (folder: string): ServiceFiles =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

export const permitFiles = readServiceFiles(inProject('services', 'mobility-permit'));
export const permit: Service = compileService(permitFiles, 'test', 'Asia/Beirut');

/** When offices of the demonstration country work. */
export const lebanon = loadCalendar(inProject('country'), 'Asia/Beirut');

/** What decisions need of the country: a calendar, and no institutions. */
export const surroundings = {
  calendar: lebanon,
  findInstitutionFor: () => undefined,
  findInstitutionAbove: () => undefined,
};

const readPhone = createPhoneReader('LB');
const saida: Place = {
  code: 'SAIDA',
  level: 'municipality',
  name: { ar: 'صيدا', fr: 'Saïda', en: 'Saida' },
  parent: undefined,
  point: undefined,
};

export const worldAt = (now: Date): World => ({
  now,
  timeZone: 'Asia/Beirut',
  currency: 'LBP',
  findPlace: (code) => (code === saida.code ? saida : undefined),
  findInstitution: () => undefined,
  readPhone,
});

/** Sunday noon in Beirut. */
export const noon = new Date('2026-11-22T10:00:00Z');
export const hoursAfter = (hours: number, instant = noon): string =>
  new Date(+instant + hours * 3_600_000).toISOString();

/** What a resident sends; answers can be replaced, or taken out with undefined. */
export const permitData = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  full_name: 'ليلى حدّاد',
  phone: '03 123 456',
  origin: 'SAIDA',
  destination: 'SAIDA',
  reason: 'medical',
  leave_at: hoursAfter(1),
  back_at: hoursAfter(3),
  ...changes,
});
