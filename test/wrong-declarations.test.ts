import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { readLand } from '../src/author/land.ts';
import { inProject } from '../src/base/paths.ts';
import { locales } from '../src/base/texts.ts';
import { checkService } from '../src/definition/check-service.ts';
import type { ServiceFiles } from '../src/definition/compile-service.ts';
import type { Fault } from '../src/definition/fault.ts';
import { createLayoutCheck } from '../src/documents/check-layouts.ts';
import { readServiceFiles } from './world/service.ts';

/**
 * Wrong declarations with the words that each must be refused with. A case is a change of the right declaration beside
 * them, and what is then said of it: add one to a list whenever a mistake of an author was not caught, or said badly.
 */
interface Change {
  readonly file?: string;
  readonly replace?: string;
  readonly with?: string;
  /** A text many times over, between others. */
  readonly repeat?: {
    readonly text: string;
    readonly times: number;
    readonly after?: string;
    readonly before?: string;
  };
  /** Hexadecimal, for what is no text. */
  readonly bytes?: string;
  /** The whole file. */
  readonly instead?: string;
}
interface Case extends Change {
  readonly case: string;
  readonly also?: readonly Change[];
  readonly remove?: string;
  /** Keys of texts that are added in every language. */
  readonly texts?: readonly string[];
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
}

// Some are set on paper by a process of their own.
vi.setConfig({ testTimeout: 60_000 });
const folder = inProject('test', 'fixtures', 'declarations');
const right = readServiceFiles(`${folder}/stall-licence`);
const { country, land } = readLand({ countryFolder: inProject('country') });

const changed = (files: ServiceFiles, change: Change): ServiceFiles => {
  const { file = 'service.yaml', replace = '', repeat, bytes, instead } = change;
  if (instead !== undefined) return { ...files, [file]: instead };
  const text = files[file] ?? '';
  expect(text, file).toContain(replace);
  const piece =
    repeat !== undefined
      ? `${repeat.after ?? ''}${repeat.text.repeat(repeat.times)}${repeat.before ?? ''}`
      : bytes !== undefined
        ? Buffer.from(bytes.replaceAll(' ', ''), 'hex').toString('utf8')
        : (change.with ?? '');
  return { ...files, [file]: text.replace(replace, () => piece) };
};

const word = { ar: 'كلمة', fr: 'mot', en: 'word' };

const filesOf = ({ also = [], texts = [], remove, ...change }: Case): ServiceFiles => {
  const { [remove ?? '']: _removed, ...files } = right;
  const more = Object.fromEntries(
    locales.map((locale) => {
      const file = `texts.${locale}.yaml`;
      return [file, (files[file] ?? '') + texts.map((key) => `${key}: ${word[locale]}\n`).join('')];
    }),
  );
  return [...(change.replace === undefined && change.instead === undefined ? [] : [change]), ...also].reduce(
    changed,
    (texts.length > 0 ? { ...files, ...more } : files) as ServiceFiles,
  );
};

const said = (faults: readonly Fault[]): string[] =>
  faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
const check = (files: ServiceFiles) => checkService(files, 'test', country.timeZone, land);
const checkLayouts = createLayoutCheck({
  country: country.name,
  logo: country.logo,
  colour: country.colour,
  timeZone: country.timeZone,
  verifyUrl: 'https://diwan.example/verify',
});
/** Also how its documents look, where the rest is right. */
const checkWhole = async (files: ServiceFiles) => {
  const { service, errors, warnings } = check(files);
  const layouts = service && (await checkLayouts(service, files));
  return { errors: [...errors, ...(layouts?.errors ?? [])], warnings: [...warnings, ...(layouts?.warnings ?? [])] };
};
const usual = check(right).warnings.map(({ message }) => message);

const lists = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const cases = lists.map((name) => [name, parse(readFileSync(`${folder}/${name}`, 'utf8')) as readonly Case[]] as const);

test('the declaration that is changed is right, and there are many ways to get it wrong', () => {
  expect(said(check(right).errors)).toEqual([]);
  expect(cases.flatMap(([, list]) => list).length).toBeGreaterThan(60);
});

describe.each(cases)('%s', (_name, list) => {
  test.each(list.map((each) => [each.case, each] as const))('%s', async (_case, each) => {
    const { errors, warnings } = await checkWhole(filesOf(each));
    expect(said(errors)).toEqual(each.errors ?? []);
    expect(said(warnings.filter(({ message }) => !usual.includes(message)))).toEqual(each.warnings ?? []);
    expect(errors.length + warnings.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
