import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readLand } from '../src/author/land.ts';
import { readWholeService } from '../src/author/services.ts';
import { inProject } from '../src/base/paths.ts';
import { createPhoneReader } from '../src/base/phone.ts';
import { checkService } from '../src/definition/check-service.ts';
import { compileService, type ServiceFiles } from '../src/definition/compile-service.ts';
import { validate } from '../src/form/validate.ts';
import type { World } from '../src/form/world.ts';
import { decideSubmission } from '../src/record/decide.ts';
import { loadCalendar } from '../src/territory/calendar-file.ts';
import { report } from './report.ts';
import { sixtyAnswers, sixtyFiles } from './sixty-fields.ts';

/**
 * What declarations cost: to compile one, to judge one as a whole, to check all from the command line, and to validate and
 * decide a submission of sixty questions, beside merely reading the same submission as JSON.
 */
const wantedCompile = 20;
const wantedCheckAll = 2_000;
const wantedSubmission = 0.3;

interface Timed {
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

/** Runs something over and over for some time, after it is warm; milliseconds. */
const time = (work: () => unknown, seconds: number): Timed => {
  for (const end = performance.now() + 500; performance.now() < end;) work();
  const times: number[] = [];
  for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), count: times.length };
};

const row = (what: string, { p50, p95, count }: Timed, wanted?: number): string =>
  `| ${what} | ${p50.toFixed(3)} | ${p95.toFixed(3)} | ${count.toLocaleString('en')} | ${wanted === undefined ? '' : `< ${wanted}`} |`;

export const benchDeclarations = async (): Promise<void> => {
  const { country, land } = readLand({ countryFolder: inProject('country') });
  const services = readdirSync(inProject('services'));
  const rows: string[] = [];
  const measureFiles = (name: string, files: ServiceFiles) => {
    // What was read a moment ago is not read again: each time one file, or all of them, is another text.
    let turn = 0;
    const saved = (changed: (file: string) => boolean): ServiceFiles => {
      turn++;
      return Object.fromEntries(
        Object.entries(files).map(([file, text]) => [file, changed(file) ? `${text}\n# ${turn}\n` : text]),
      );
    };
    const onlyService = (file: string): boolean => file === 'service.yaml';
    const compile = (changed: (file: string) => boolean) => () =>
      compileService(saved(changed), 'bench', country.timeZone);
    const check = () => checkService(saved(onlyService), 'bench', country.timeZone, land);
    rows.push(
      row(`${name}: compile, service.yaml saved`, time(compile(onlyService), 2), wantedCompile),
      row(`${name}: compile and judge as a whole, service.yaml saved`, time(check, 2)),
      row(
        `${name}: compile, no file read before`,
        time(
          compile(() => true),
          2,
        ),
      ),
    );
  };
  for (const service of services) measureFiles(service, await readWholeService(inProject('services', service)));
  measureFiles('sixty questions', sixtyFiles);
  rows.push(row(`\`diwan check\` of ${services.length} services, from start to end`, checkAll(), wantedCheckAll));
  rows.push(...submissionRows(country.timeZone, country.currency, country.code));
  report('declarations', [
    'Milliseconds; each after half a second of warming, alone on one core.',
    '',
    '| what | p50 ms | p95 ms | times | wanted |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ]);
};

/** The command as an author runs it, a process each time. */
const checkAll = (): Timed => {
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    spawnSync(process.execPath, [inProject('scripts', 'diwan.mjs'), 'check'], { stdio: 'ignore' });
    return performance.now() - began;
  }).toSorted((one, other) => one - other);
  return { p50: times[3] ?? Number.NaN, p95: times[6] ?? Number.NaN, count: times.length };
};

const submissionRows = (timeZone: string, currency: string, code: string): readonly string[] => {
  const service = compileService(sixtyFiles, 'bench', timeZone);
  const calendar = loadCalendar(inProject('country'), timeZone);
  const world: World = {
    now: new Date(),
    timeZone,
    currency,
    findPlace: () => undefined,
    findInstitution: () => undefined,
    readPhone: createPhoneReader(code),
  };
  const context = {
    now: world.now,
    calendar,
    counts: {},
    findInstitutionFor: () => undefined,
    findInstitutionAbove: () => undefined,
    nextDocumentId: () => 1,
  };
  const text = JSON.stringify(sixtyAnswers);
  const { errors } = validate(service.fields.values(), sixtyAnswers, world);
  if (errors.length > 0) throw new Error(`the submission is refused: ${JSON.stringify(errors[0])}`);
  const submit = () => {
    const { answers } = validate(service.fields.values(), sixtyAnswers, world);
    return decideSubmission(service, { id: 1, answers, channel: 'api', locale: 'ar' }, context);
  };
  if (submit().record.state !== 'approved') throw new Error('the rule did not decide');
  return [
    row(
      '60 questions: validate',
      time(() => validate(service.fields.values(), sixtyAnswers, world), 3),
    ),
    row('60 questions: validate, route, decide, fold', time(submit, 3), wantedSubmission),
    row(
      'the same submission: JSON.parse',
      time(() => JSON.parse(text) as unknown, 1),
    ),
  ];
};
