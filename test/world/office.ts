import { appendFileSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../src/base/paths.ts';
import type { ServiceFiles } from '../../src/definition/compile-service.ts';
import { folderOf } from './engine.ts';

/** Who works where as what, by the part of the e-mail address before the @. */
export type Staffed = Readonly<Record<string, readonly [role: string, institution: string]>>;

/** Settings of a program that has these services only, and these people besides those of the demonstration. */
export const officeOf = (
  services: Readonly<Record<string, ServiceFiles>>,
  people: Staffed,
): Readonly<Record<string, string>> => {
  const country = mkdtempSync(join(tmpdir(), 'diwan-country-'));
  cpSync(inProject('country'), country, { recursive: true });
  const accounts = Object.entries(people).map(([person, [role, institution]]) => ({
    email: `${person}@demo.diwan`,
    name: person,
    name_latin: person,
    purpose: { ar: person, fr: person, en: person },
    grants: [{ role, institution }],
  }));
  // A mapping in JSON is one in YAML.
  const lines = accounts.map((account) => `  - ${JSON.stringify(account)}\n`);
  appendFileSync(join(country, 'demo-accounts.yaml'), `\n${lines.join('')}`);
  return { DIWAN_SERVICES: folderOf(services), DIWAN_COUNTRY: country };
};
