import { existsSync, readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { StartupError } from '../base/startup-error.ts';

/**
 * Sample records that a service brings (`samples.yaml`), so that a demonstration is alive when it opens. Times are
 * counted from the moment the demonstration starts: `-26h` is yesterday. Within `data`, a text such as `+2h` stands for
 * the instant that long after the submission.
 */
const moment = Type.String({ pattern: '^[+-]?\\d{1,5}[mhd]$' });
const data = Type.Record(Type.String(), Type.String());

const samplesSchema = Type.Array(
  Type.Object(
    {
      submitted: moment,
      locale: Type.Enum(['ar', 'fr', 'en']),
      data,
      then: Type.Optional(
        Type.Array(
          Type.Object(
            { after: moment, by: Type.String(), action: Type.String(), data: Type.Optional(data) },
            { additionalProperties: false },
          ),
        ),
      ),
    },
    { additionalProperties: false },
  ),
);
export type Sample = Static<typeof samplesSchema>[number];

const check = Compile(samplesSchema);

/** The samples of a service's folder; none when it brings none. */
export const readSamples = (file: string): readonly Sample[] => {
  if (!existsSync(file)) return [];
  const content: unknown = parse(readFileSync(file, 'utf8'), { maxAliasCount: 0 });
  if (check.Check(content)) return content;
  const [fault] = check.Errors(content);
  throw new StartupError(`${file}${fault?.instancePath ?? ''}: ${fault?.message ?? 'is not a list of samples'}`);
};

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `-26h`, `+10m`, `2d` → milliseconds. */
export const momentMilliseconds = (text: string): number =>
  Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? Number.NaN);

/** The data of a sample as they are sent at an instant. */
export const sampleData = (
  given: Readonly<Record<string, string>>,
  submitted: Date,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      /^[+-]\d{1,5}[mhd]$/.test(value) ? new Date(+submitted + momentMilliseconds(value)).toISOString() : value,
    ]),
  );
