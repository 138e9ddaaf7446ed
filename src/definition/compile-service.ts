import { Compile } from 'typebox/compile';
import { type Locale, locales } from '../base/texts.ts';
import { type CompileContext, createCompileContext, listOf } from './compile-context.ts';
import { celTypesOf } from './compile-fields.ts';
import { type CelType, createExpressionScope } from './expressions.ts';
import { DeclarationError, type Fault } from './fault.ts';
import type { Noun } from './noun.ts';
import { nouns } from './nouns.ts';
import { compileActions } from './nouns/actions.ts';
import { knownToForms } from './nouns/channels.ts';
import type { FormSource } from './nouns/form.ts';
import { reservedNames } from './reserved-names.ts';
import { schemaFaults } from './schema-faults.ts';
import { type ServiceSource, serviceSchema } from './service-schema.ts';
import type { Service } from './service.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A service's folder as read: file name → text. `service.yaml`, one `texts.<language>.yaml` per language, and lists. */
export type ServiceFiles = Readonly<Record<string, string>>;

const schemaCheck = Compile(serviceSchema);

// Each noun reads the source under its own key, which the schema has checked.
const all = Object.entries(nouns) as readonly (readonly [string, Noun<unknown>])[];

/**
 * Compiles a declaration, or throws a DeclarationError with everything that is wrong in it. What is offered anew is also
 * checked (`checkService`); a version that records were made under is compiled as it is.
 * @param digest names this version of the files.
 * @param timeZone IANA name of the country's zone, in which `day()` counts days.
 */
export const compileService = (files: ServiceFiles, digest: string, timeZone: string): Service => {
  const compiled = compileFiles(files, digest, timeZone);
  if (!compiled.service || compiled.faults.length > 0) throw new DeclarationError(compiled.faults);
  return compiled.service;
};

/** A declaration as far as it could be compiled; with faults, `service` is not to be used. */
export interface Compiled {
  readonly faults: readonly Fault[];
  readonly service: Service;
  readonly source: ServiceSource;
  readonly yaml: YamlSource;
  readonly texts: Readonly<Record<Locale, YamlSource>>;
  readonly context: CompileContext;
}
type Uncompiled = Pick<Compiled, 'faults'> & { readonly [Key in Exclude<keyof Compiled, 'faults'>]?: never };

export const compileFiles = (files: ServiceFiles, digest: string, timeZone: string): Compiled | Uncompiled => {
  const faults: Fault[] = [];
  const { yaml, texts } = readSources(files, faults);
  if (faults.length === 0 && !schemaCheck.Check(yaml.value))
    faults.push(...schemaFaults(yaml, serviceSchema, schemaCheck.Errors(yaml.value)));
  if (faults.length > 0) return { faults };
  const given = Object.assign({}, ...all.map(([key, { celTypes }]) => celTypes?.((yaml.value as ServiceSource)[key])));
  faults.push(...reservedNames(yaml, Object.keys(given), Object.keys(knownToForms)));
  if (faults.length > 0) return { faults };

  const source = yaml.value as ServiceSource;
  const form = source['form'] as FormSource;
  const base = createExpressionScope(timeZone).with(knownToForms);
  const formTypes = celTypesOf(form.flatMap(({ fields }) => fields));
  const answers = base.with(formTypes);
  const added: Readonly<Record<string, CelType>> = Object.assign(
    {},
    ...all.map(([key, { celTypes }]) => celTypes?.(source[key])),
  );
  const context = createCompileContext(yaml, texts, faults, files, {
    base,
    answers,
    withFields: (types) => base.with({ ...formTypes, ...types }),
    rules: answers.with(added),
  });
  // Nobody applies for what staff enter by themselves.
  const isForApplicants = listOf((source['entered_by'] as string | string[] | undefined) ?? 'applicant').includes(
    'applicant',
  );
  const textForApplicants = (key: string) => (isForApplicants ? context.text(key) : context.optionalText(key));
  const service = {
    id: source.service,
    digest,
    kind: source.kind,
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
      who: textForApplicants('who'),
      needs: textForApplicants('needs'),
      whoSees: context.text('who_sees'),
    },
  } as Service;
  for (const [key, noun] of all) Object.assign(service, noun.compile(context, source[key], service, source));
  Object.assign(
    service,
    compileActions(
      context,
      source.actions,
      service,
      all.map(([, noun]) => noun),
    ),
    { roles: context.rolesMentioned(), crossChecks: context.crossChecks },
  );
  for (const [key, field] of Object.entries(source.applicant))
    context.names(['applicant', key], 'field', [field], service.fields.keys());
  context.reportUnusedTexts();
  return { faults, service, source, yaml, texts, context };
};

const readSources = (files: ServiceFiles, faults: Fault[]) => {
  const read = (file: string): YamlSource => {
    if (files[file] === undefined) faults.push({ file, line: 1, column: 1, message: 'the file is missing: create it' });
    const yaml = readYaml(file, files[file] ?? '');
    faults.push(...yaml.syntaxFaults);
    return yaml;
  };
  const texts = Object.fromEntries(locales.map((locale) => [locale, read(`texts.${locale}.yaml`)]));
  return { yaml: read('service.yaml'), texts: texts as Record<Locale, YamlSource> };
};
