import { Compile } from 'typebox/compile';
import { type Locale, locales, type Text } from '../base/texts.ts';
import { createCompileContext, listOf } from './compile-context.ts';
import { celTypesOf, compileForm } from './compile-form.ts';
import {
  compileActions,
  compileCounts,
  compileDeadlines,
  compileDocuments,
  compileRoles,
  compileRoutes,
  compileStates,
} from './compile-work.ts';
import { createExpressionScope } from './expressions.ts';
import { DeclarationError, type Fault } from './fault.ts';
import { schemaFaults } from './schema-faults.ts';
import { type ServiceSource, serviceSchema } from './service-schema.ts';
import type { Service } from './service.ts';
import { readYaml } from './yaml-source.ts';

/** A service's folder as read: file name → text. `service.yaml` and one `texts.<language>.yaml` per language. */
export type ServiceFiles = Readonly<Record<string, string>>;

const schemaCheck = Compile(serviceSchema);

/**
 * Compiles a declaration, or throws a DeclarationError with everything that is wrong in it.
 * @param digest names this version of the files.
 * @param timeZone IANA name of the country's zone, in which `day()` counts days.
 */
export const compileService = (files: ServiceFiles, digest: string, timeZone: string): Service => {
  const faults: Fault[] = [];
  const read = (file: string) => {
    if (files[file] === undefined) faults.push({ file, line: 1, column: 1, message: 'the file is missing: create it' });
    const yaml = readYaml(file, files[file] ?? '');
    faults.push(...yaml.syntaxFaults);
    return yaml;
  };
  const yaml = read('service.yaml');
  const texts = Object.fromEntries(locales.map((locale) => [locale, read(`texts.${locale}.yaml`)])) as Record<
    Locale,
    ReturnType<typeof read>
  >;
  if (faults.length === 0 && !schemaCheck.Check(yaml.value))
    faults.push(...schemaFaults(yaml, serviceSchema, schemaCheck.Errors(yaml.value)));
  if (faults.length > 0) throw new DeclarationError(faults);

  const source = yaml.value as ServiceSource;
  const context = createCompileContext(yaml, texts, faults);
  const base = createExpressionScope(timeZone);
  const pages = compileForm(context, base, source.form);
  const fields = new Map(pages.flatMap((page) => page.fields.map((field) => [field.name, field] as const)));
  const answers = base.with(celTypesOf(source.form.flatMap((page) => page.fields)));
  const states = compileStates(context, source.states);
  const counts = compileCounts(context, answers, source.counts, states);
  const rules = answers.with({
    state: 'string',
    ...Object.fromEntries(counts.map(({ name }) => [name, 'int' as const])),
  });
  const documents = compileDocuments(context, source.documents, fields);
  for (const [key, name] of Object.entries(source.applicant)) {
    if (!fields.has(name)) context.fault(['applicant', key], `there is no field "${name}"`);
  }
  const service: Service = {
    id: source.service,
    digest,
    owner: source.owner,
    referencePrefix: source.reference,
    icon: source.icon,
    fee: source.fee,
    keepMonths: source.keep_months,
    applicant: source.applicant,
    texts: {
      title: context.text('title'),
      summary: context.text('summary'),
      record: context.text('record'),
      who: context.text('who'),
      needs: context.text('needs'),
      whoSees: context.text('who_sees'),
    },
    pages,
    fields,
    counts,
    states,
    initialState: Object.keys(source.states)[0] ?? '',
    actions: compileActions(context, { rules, inputs: base }, source.actions, states, documents),
    routes: compileRoutes(context, rules, source, fields),
    deadlines: compileDeadlines(context, source.deadlines, states),
    documents,
    oversight: listOf(source.oversight),
    roles: compileRoles(context, source),
    messages: new Map(
      (source.messages ?? []).map((state): [string, Text | undefined] => {
        if (!states.has(state)) context.fault(['messages'], `there is no state "${state}"`);
        return [state, context.optionalText(`messages.${state}`)];
      }),
    ),
  };
  context.reportUnusedTexts();
  if (faults.length > 0) throw new DeclarationError(faults);
  return service;
};
