import { locales } from '../../src/base/texts.ts';
import { compileService, type ServiceFiles } from '../../src/definition/compile-service.ts';
import { DeclarationError } from '../../src/definition/fault.ts';
import type { Service } from '../../src/definition/service.ts';

const frame = `service: trial
kind: case
owner: interior-ministry
reference: T
applicant: {}
keep_months: 6
states: { submitted: open, done: closed }
actions: { finish: { from: submitted, to: done, by: clerk } }
route: [{ to: owner }]
deadlines: { decision: { in: submitted, within: 2h, escalate: clerk } }
oversight: inspector
messages: [submitted]
`;

/** Lines of YAML that declare fields, as the form of a small service. */
export const formOf = (fields: readonly string[]): string =>
  `${frame}form:\n  - page: questions\n    fields:\n${fields.map((field) => `      - ${field}\n`).join('')}`;

const missing = /^the text "(.+)" is missing/;

/** The files of a service: whatever text it lacks is its own key with the language after it. */
export const withTexts = (yaml: string, files: ServiceFiles = {}): ServiceFiles => {
  const texts: Record<string, string> = {};
  for (;;) {
    const all = {
      'service.yaml': yaml,
      ...files,
      ...Object.fromEntries(
        locales.map((locale) => [
          `texts.${locale}.yaml`,
          JSON.stringify(
            nested(Object.entries(texts).map(([key, words]) => [key, `${words.replaceAll(/[{}]/g, '')} ${locale}`])),
          ),
        ]),
      ),
    };
    try {
      compileService(all, 'test', 'Asia/Beirut');
      return all;
    } catch (error) {
      const lacking = (error instanceof DeclarationError ? error.faults : []).flatMap(
        ({ message }) => missing.exec(message)?.[1] ?? [],
      );
      if (lacking.every((key) => key in texts)) return all;
      for (const key of lacking) texts[key] = key;
    }
  }
};

/** Compiles fields, with texts and perhaps with files of options; throws what is wrong with them. */
export const declareForm = (fields: readonly string[], files: ServiceFiles = {}): Service =>
  compileService(withTexts(formOf(fields), files), 'test', 'Asia/Beirut');

/** What is wrong with these fields, as `file:line: words`. */
export const faultsOfForm = (fields: readonly string[], files: ServiceFiles = {}): readonly string[] => {
  try {
    declareForm(fields, files);
    return [];
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  }
};

const nested = (entries: readonly (readonly [string, string])[]): object => {
  const root: Record<string, unknown> = {};
  for (const [key, words] of entries) {
    const steps = key.split('.');
    const last = steps.pop() ?? '';
    let at = root;
    for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>;
    at[last] = words;
  }
  return root;
};
