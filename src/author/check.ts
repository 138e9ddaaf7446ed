import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { readConfig } from '../base/config.ts';
import { type Checked, checkService } from '../definition/check-service.ts';
import { crossFaults } from '../definition/cross-check.ts';
import type { Fault } from '../definition/fault.ts';
import type { Service } from '../definition/service.ts';
import type { CheckLayouts } from '../catalogue/publish.ts';
import { digestOf } from '../catalogue/service-folder.ts';
import { createLayoutCheck } from '../documents/check-layouts.ts';
import { letterheadOf } from '../documents/printed-document.ts';
import type { Command, Terminal } from './command.ts';
import { readLand } from './land.ts';
import { findServiceFolders, readWholeService, type ServiceFolder } from './services.ts';

/** What is wrong in one service, with files as the author finds them. */
interface Report {
  readonly folder: ServiceFolder;
  readonly service: Service | undefined;
  readonly errors: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export const check: Command = {
  usage: '[--strict] [folder or id…]',
  run: async (words, terminal) => {
    const began = performance.now();
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { strict: { type: 'boolean' } },
    });
    const config = readConfig(terminal.env);
    const folders = await findServiceFolders(positionals, config);
    const { country, land } = readLand(config);
    const checkLayouts = createLayoutCheck(letterheadOf(country, config.url));
    const found: Found[] = [];
    for (const folder of folders) {
      const files = await readWholeService(folder.path);
      const checked = checkService(files, digestOf(files), country.timeZone, land);
      // Beside the next ones.
      const layouts = checked.service && checkLayouts(checked.service, files);
      layouts?.catch(() => undefined);
      found.push({ folder, checked, layouts });
    }
    const reports = await Promise.all(found.map(reportWithLayouts));
    const all = withShared(reports, positionals.length === 0);
    for (const report of all) printReport(report, terminal);
    const errors = all.flatMap((report) => report.errors).length;
    const warnings = all.flatMap((report) => report.warnings).length;
    const seconds = ((performance.now() - began) / 1_000).toFixed(2);
    terminal.out(
      `${count(all.length, 'service')}, ${count(errors, 'error')}, ${count(warnings, 'warning')} (${seconds} s)`,
    );
    terminal.out(
      `Checked against the files in ${config.countryFolder} alone: what was changed in the console is known to the check of a proposed version there.`,
    );
    return errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
  },
};

interface Found {
  readonly folder: ServiceFolder;
  readonly checked: Checked;
  readonly layouts: ReturnType<CheckLayouts> | undefined;
}

const reportWithLayouts = async ({ folder, checked, layouts }: Found): Promise<Report> => {
  const { errors = [], warnings = [] } = (await layouts) ?? {};
  return reportOf(folder, {
    ...checked,
    errors: [...checked.errors, ...errors],
    warnings: [...checked.warnings, ...warnings],
  });
};

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

const reportOf = (folder: ServiceFolder, checked: Checked): Report => {
  const { service } = checked;
  const misnamed: readonly Fault[] =
    service && service.id !== folder.id
      ? [
          {
            file: 'service.yaml',
            line: 1,
            column: 1,
            message: `the service is called "${service.id}" but its folder "${folder.id}": give them one name`,
          },
        ]
      : [];
  const located = (fault: Fault): Fault => ({ ...fault, file: join(folder.shown, fault.file) });
  return {
    folder,
    service,
    errors: [...misnamed, ...checked.errors].map(located),
    warnings: checked.warnings.map(located),
  };
};

/** Adds what no service can see by itself: two whose references begin alike, and what it says of others. */
const withShared = (reports: readonly Report[], isWhole: boolean): readonly Report[] =>
  reports.map((alone, index) => {
    const report = withCross(alone, reports, isWhole);
    const { service } = report;
    const before = service
      ? reports.slice(0, index).find((other) => other.service?.referencePrefix === service.referencePrefix)
      : undefined;
    if (!service || !before) return report;
    const fault = {
      file: join(report.folder.shown, 'service.yaml'),
      line: 1,
      column: 1,
      message: `references of "${before.folder.id}" begin with "${service.referencePrefix}" too: choose other letters`,
    };
    return { ...report, errors: [fault, ...report.errors] };
  });

const withCross = (report: Report, reports: readonly Report[], isWhole: boolean): Report => {
  const { service, folder } = report;
  if (!service) return report;
  const find = (id: string) => {
    const other = reports.find((each) => each.folder.id === id);
    return other ? (other.service ?? 'unseen') : isWhole ? undefined : 'unseen';
  };
  const found = crossFaults(service, find).map((fault) => ({ ...fault, file: join(folder.shown, fault.file) }));
  return { ...report, errors: [...report.errors, ...found] };
};

const printReport = ({ errors, warnings }: Report, terminal: Terminal): void => {
  const colour = (style: Parameters<typeof styleText>[0], text: string): string =>
    terminal.isPerson ? styleText(style, text) : text;
  const print = (kind: 'error' | 'warning') => (fault: Fault) => {
    const place = colour('bold', `${fault.file}:${fault.line}:${fault.column}:`);
    terminal.out(`${place} ${colour(kind === 'error' ? 'red' : 'yellow', `${kind}:`)} ${fault.message}`);
  };
  errors.forEach(print('error'));
  warnings.forEach(print('warning'));
};
