import { analyses } from './analysis/all.ts';
import type { Land } from './analysis/land.ts';
import { compileFiles, type ServiceFiles } from './compile-service.ts';
import { DeclarationError, type Fault } from './fault.ts';
import type { Service } from './service.ts';
import { readJourneys, readSamples } from './stories.ts';

/** What a declaration is found to be. */
export interface Checked {
  /** Undefined where there are errors. */
  readonly service: Service | undefined;
  /** What keeps it from being offered. */
  readonly errors: readonly Fault[];
  /** What is of no use, or worth a second look. */
  readonly warnings: readonly Fault[];
}

/**
 * Compiles a declaration and judges it as a whole: states, actions, conditions, baskets, texts, stories. The program offers
 * no service that has errors here; `diwan check` says the same, with the warnings.
 * @param land the country, to look for institutions and places in it; they are not looked for without it.
 */
export const checkService = (files: ServiceFiles, digest: string, timeZone: string, land?: Land): Checked => {
  const compiled = compileFiles(files, digest, timeZone);
  if (!compiled.service || compiled.faults.length > 0)
    return { service: undefined, errors: sorted(compiled.faults), warnings: [] };
  const { service, yaml, texts } = compiled;
  const errors: Fault[] = [];
  const warnings: Fault[] = [];
  const context = {
    ...compiled,
    land,
    error: (path, message) => void errors.push(yaml.faultAt(path, message)),
    warning: (path, message) => void warnings.push(yaml.faultAt(path, message)),
    errorInText: (locale, key, message) => void errors.push(texts[locale].faultAt(key.split('.'), message)),
    warningInText: (locale, key, message) => void warnings.push(texts[locale].faultAt(key.split('.'), message)),
  } satisfies Parameters<(typeof analyses)[number]>[0];
  for (const analyse of analyses) analyse(context);
  errors.push(...readSamples(files['samples.yaml'], service).faults);
  errors.push(...readJourneys(files['journeys.yaml'], service).faults);
  return { service: errors.length > 0 ? undefined : service, errors: sorted(errors), warnings: sorted(warnings) };
};

/** The service, or a DeclarationError with every error in it. */
export const getCheckedService = (...declaration: Parameters<typeof checkService>): Service => {
  const { service, errors } = checkService(...declaration);
  if (!service) throw new DeclarationError(errors);
  return service;
};

/** By file and place, each said once. */
const sorted = (faults: readonly Fault[]): readonly Fault[] => {
  const each = new Map(
    faults.map((fault) => [`${fault.file}\0${fault.line}\0${fault.column}\0${fault.message}`, fault]),
  );
  return [...each.values()].toSorted(
    (a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.message, b.message),
  );
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
