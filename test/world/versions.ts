import type { ServiceFiles } from '../../src/definition/compile-service.ts';
import { permitFiles } from './service.ts';

/** Replacements in one file: what stood there, and what stands there now. */
export type Edit = readonly [file: string, from: string | RegExp, to: string];

/** Files with some words replaced; words that are not there are a mistake of the test. */
export const edited = (files: ServiceFiles, ...edits: readonly Edit[]): ServiceFiles =>
  edits.reduce((before, [file, from, to]) => {
    const text = before[file] ?? '';
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`${file} does not contain ${String(from)}`);
    return { ...before, [file]: next };
  }, files);

const texts = ['texts.ar.yaml', 'texts.fr.yaml', 'texts.en.yaml'];
export const inTexts = (from: string | RegExp, to: string): readonly Edit[] =>
  texts.map((file) => [file, from, to] as const);

/** The declaration of the permit only, without its samples and journeys. */
export const permitDeclaration: ServiceFiles = Object.fromEntries(
  Object.entries(permitFiles).filter(([name]) => name === 'service.yaml' || name.startsWith('texts.')),
);

/** A permit whose title says which version it is. */
export const titled = (title: string, files = permitDeclaration): ServiceFiles =>
  edited(files, ...inTexts(/^title: .*$/m, `title: ${title}`));

/** A permit that asks for `car` where it asked for `plate`. */
export const plateRenamed = (files = permitDeclaration): ServiceFiles =>
  edited(
    files,
    ['service.yaml', '{ name: plate,', '{ name: car,'],
    ['service.yaml', 'claims: [full_name, plate,', 'claims: [full_name, car,'],
    ['service.yaml', /^states:/m, 'reads: { renamed: { plate: car } }\n\nstates:'],
    ...inTexts(/^( +)plate:/m, '  car:'),
  );
