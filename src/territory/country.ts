import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { type Locale, locales } from '../base/texts.ts';
import { type FileFault, refuseFaults } from './file-fault.ts';
import type { Bounds } from './place.ts';
import { readTextFile } from './text-file.ts';

/** What makes the program a particular country's: read from `country.yaml` in the folder named by DIWAN_COUNTRY. */
const closed = { additionalProperties: false };
const words = (description: string) =>
  Type.Object(
    { ar: Type.String({ minLength: 1 }), fr: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
    { ...closed, description },
  );

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const countrySchema = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Z]{2}$', description: 'the ISO 3166-1 alpha-2 code, two capital letters' }),
    name: words('the name of the country in ar, fr and en'),
    portal: words('the name of the portal in ar, fr and en, as it stands at the top of each page'),
    languages: Type.Array(Type.Enum([...locales]), {
      minItems: 1,
      uniqueItems: true,
      description: 'the languages offered, the default one first, of ar, fr, en',
    }),
    time_zone: Type.String({ description: 'an IANA time zone such as Asia/Beirut' }),
    calling_code: Type.String({
      pattern: '^[1-9][0-9]{0,2}$',
      description: 'the international calling code between quotes, without +, such as "961"',
    }),
    currency: Type.String({
      pattern: '^[A-Z]{3}$',
      description: 'the ISO 4217 code of the currency, three capital letters',
    }),
    colour: Type.String({
      pattern: '^#[0-9A-Fa-f]{6}$',
      description: 'one colour between quotes, such as "#0B5D4B", dark enough for white words on it',
    }),
    logo: Type.String({ pattern: '^[A-Za-z0-9_-]+\\.svg$', description: 'the name of an SVG file in this folder' }),
    weekend: Type.Array(Type.Enum([...days]), {
      uniqueItems: true,
      description: `the days on which offices are closed, of ${days.join(', ')}`,
    }),
    bounds: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()], {
      description: 'west, south, east and north in degrees: [35.05, 33.0, 36.7, 34.75]',
    }),
  },
  closed,
);

const validator = Compile(countrySchema);

type Declared = Static<typeof countrySchema>;

export interface Country extends Pick<Declared, 'code' | 'name' | 'portal' | 'currency' | 'colour'> {
  /** In the order in which they are offered; the first is the default. */
  readonly languages: readonly [Locale, ...Locale[]];
  /** IANA name. */
  readonly timeZone: string;
  /** Without the plus sign. */
  readonly callingCode: string;
  /** An absolute path. */
  readonly logoFile: string;
  /** The logo itself, to be put into pages. */
  readonly logo: string;
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekend: readonly number[];
  /** West, south, east, north, in degrees: whatever lies outside is a mistake. */
  readonly bounds: Bounds;
}

export const loadCountry = (folder: string): Country => {
  const file = join(folder, 'country.yaml');
  const declared = readDeclared(file);
  const logoFile = join(folder, declared.logo);
  return {
    code: declared.code,
    name: declared.name,
    portal: declared.portal,
    currency: declared.currency,
    colour: declared.colour,
    languages: declared.languages as [Locale, ...Locale[]], // the schema wants at least one
    timeZone: declared.time_zone,
    callingCode: declared.calling_code,
    logoFile,
    logo: readTextFile(logoFile),
    weekend: declared.weekend.map((day) => days.indexOf(day) + 1).toSorted((a, b) => a - b),
    bounds: declared.bounds,
  };
};

const readDeclared = (file: string): Declared => {
  const lines = new LineCounter();
  const document = parseDocument(readTextFile(file), { lineCounter: lines, prettyErrors: false });
  const fault = (offset: number, message: string): FileFault => ({ file, line: lines.linePos(offset).line, message });
  refuseFaults(document.errors.map((error) => fault(error.pos[0], error.message)));
  const content: unknown = document.toJS({ maxAliasCount: 0 });
  const faultAt = (path: readonly (string | number)[], message: string): FileFault => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return fault(node.range[0], message);
    return path.length === 0 ? { file, line: 1, message } : faultAt(path.slice(0, -1), message);
  };
  const reject = (...faults: readonly FileFault[]): never => {
    refuseFaults(faults);
    throw new Error(`${file} was refused without a reason`);
  };
  if (!validator.Check(content)) return reject(...schemaFaults(content, faultAt));
  if (!isTimeZone(content.time_zone))
    reject(
      faultAt(
        ['time_zone'],
        `there is no time zone "${content.time_zone}": write an IANA time zone such as Asia/Beirut`,
      ),
    );
  const [west, south, east, north] = content.bounds;
  if (west >= east || south >= north)
    reject(
      faultAt(['bounds'], 'the bounds enclose nothing: write west, south, east and north in degrees, in this order'),
    );
  return content;
};

/** One fault for each top-level key: the description says what belongs there. */
const schemaFaults = (
  content: unknown,
  faultAt: (path: readonly (string | number)[], message: string) => FileFault,
): readonly FileFault[] => {
  const properties = countrySchema.properties as unknown as Readonly<Record<string, { description?: string }>>;
  const keys = typeof content === 'object' && content !== null ? Object.keys(content) : [];
  const unknown = keys
    .filter((key) => !(key in properties))
    .map((key) =>
      faultAt([key], `there is no key "${key}": remove or rename it; keys are ${Object.keys(properties).join(', ')}`),
    );
  const missing = Object.keys(properties)
    .filter((key) => !keys.includes(key))
    .map((key) => faultAt([], `"${key}" is missing: write ${properties[key]?.description}`));
  const wrong = new Map(
    validator.Errors(content).flatMap(({ instancePath }) => {
      const [key, ...rest] = instancePath
        .split('/')
        .slice(1)
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      return key === undefined || !(key in properties) ? [] : [[key, [key, ...rest]] as const];
    }),
  );
  return [
    ...unknown,
    ...missing,
    ...[...wrong].map(([key, path]) =>
      faultAt(path, `${key} is not right: write ${properties[String(key)]?.description}`),
    ),
  ];
};

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(name);
  } catch {
    return false;
  }
};
