import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Locale, locales, type Text } from '../base/texts.ts';
import { type FileFault, refuseFaults } from './file-fault.ts';
import type { Bounds } from './place.ts';
import { readTextFile } from './text-file.ts';
import { readCountryYaml, schemaFaults } from './yaml-file.ts';

/** What makes the program a particular country's: read from `country.yaml` in the folder named by DIWAN_COUNTRY. */
const closed = { additionalProperties: false };
const words = (description: string) =>
  Type.Object(
    { ar: Type.String({ minLength: 1 }), fr: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
    { ...closed, description },
  );

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
    operator: Type.String({
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
      description: 'the code of the institution that runs this installation: its administrators administer all of it',
    }),
    second_factor: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), {
        uniqueItems: true,
        description: 'roles whose holders sign in with a second factor beside the password: [service-publisher]',
      }),
    ),
    institution_types: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
        words('the name of a kind of institution in ar, fr and en'),
        {
          description:
            'what the kinds of institutions are called: { ministry: { ar: وزارة, fr: Ministère, en: Ministry } }',
        },
      ),
    ),
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
  /** The logo itself, to be put into documents: the text of an SVG. */
  readonly logo: string;
  /** Where a picture was chosen in the console: that picture as a PNG, in base64. */
  readonly logoPicture?: string | undefined;
  /** Code of the institution that runs the installation; undefined where it was not chosen. */
  readonly operator: string | undefined;
  /** Roles whose holders need a second factor to sign in. */
  readonly secondFactorRoles: readonly string[];
  /** What kinds of institutions are called, where the country says so. */
  readonly institutionTypes: Readonly<Record<string, Text>>;
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
    operator: declared.operator,
    secondFactorRoles: declared.second_factor ?? [],
    institutionTypes: declared.institution_types ?? {},
    bounds: declared.bounds,
  };
};

const readDeclared = (file: string): Declared => {
  const yaml = readCountryYaml(file);
  const { content, faultAt } = yaml;
  const reject = (...faults: readonly FileFault[]): never => {
    refuseFaults(faults);
    throw new Error(`${file} was refused without a reason`);
  };
  if (!validator.Check(content))
    return reject(
      ...schemaFaults(yaml, {
        properties: countrySchema.properties,
        wrongAt: validator.Errors(content).map(({ instancePath }) => instancePath),
      }),
    );
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

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(name);
  } catch {
    return false;
  }
};
