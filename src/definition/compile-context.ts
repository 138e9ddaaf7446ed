import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { type Locale, locales, type Text, tieFrench } from '../base/texts.ts';
import type { CelScalar, CelType, Expression, ExpressionScope } from './expressions.ts';
import type { CrossCheck, FindService } from './cross-check.ts';
import type { Fault } from './fault.ts';
import { schemaFaults } from './schema-faults.ts';
import { suggest } from './suggest.ts';
import type { Field, Service } from './service.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** An expression of the declaration with what is needed to judge it once everything is compiled. */
export interface CompiledExpression {
  readonly path: Path;
  readonly expression: Expression;
  readonly type: CelScalar;
  readonly scope: ExpressionScope;
  /** The fields that its names mean, where they are others than those of the form. */
  readonly among: ReadonlyMap<string, Field> | undefined;
}

/**
 * What each noun's compiler works with: it reads texts and expressions and reports faults here, and goes on, so that an
 * author sees everything that is wrong at once.
 */
export interface Scopes {
  /** Functions only. */
  readonly base: ExpressionScope;
  /** The answers of the form. */
  readonly answers: ExpressionScope;
  /** The answers of the form and fields asked later, which hide those of the same name. */
  readonly withFields: (types: Readonly<Record<string, CelType>>) => ExpressionScope;
  /** The answers, the state, and what each noun adds. */
  readonly rules: ExpressionScope;
}

export interface CompileContext {
  readonly fault: (path: Path, message: string) => void;
  /** Faults in another file of the service. */
  readonly faultIn: (fault: Fault) => void;
  /** Judges something once the other services of the program are known. */
  readonly among: (path: Path, judge: (find: FindService, own: Service, path: Path) => string | undefined) => void;
  readonly crossChecks: readonly CrossCheck[];
  /** The text at a dotted key in all languages; a language that lacks it is a fault. `values`: what it may name in braces. */
  readonly text: (key: string, values?: Iterable<string>) => Text;
  readonly optionalText: (key: string, values?: Iterable<string>) => Text | undefined;
  /** Each text that was asked for, with the values that it may name. */
  readonly textsUsed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly expression: (
    scope: ExpressionScope,
    path: Path,
    source: string,
    type: CelScalar,
    among?: ReadonlyMap<string, Field>,
  ) => Expression;
  /** Every expression that was compiled. */
  readonly expressions: readonly CompiledExpression[];
  readonly schemaFaults: (schema: TSchema, errors: readonly TLocalizedValidationError[], at: Path) => void;
  /** Faults for the names that are not among the known ones. */
  readonly names: (path: Path, what: string, names: readonly string[], known: Iterable<string>) => void;
  /** Roles that the declaration mentions; each needs a name in the texts. The applicant is none. */
  readonly roles: (mentioned: string | readonly string[] | undefined) => readonly string[];
  readonly rolesMentioned: () => ReadonlyMap<string, Text>;
  /** The service's other files by name. */
  readonly file: (name: string) => string | undefined;
  readonly scopes: Scopes;
  /** Takes the texts at and below a key for used. */
  readonly useTextsBelow: (key: string) => void;
  /** Faults for the texts that nothing asked for. */
  readonly reportUnusedTexts: () => void;
}

export const createCompileContext = (
  source: YamlSource,
  texts: Readonly<Record<Locale, YamlSource>>,
  faults: Fault[],
  files: Readonly<Record<string, string>>,
  scopes: Scopes,
): CompileContext => {
  const flat = Object.fromEntries(locales.map((locale) => [locale, flatten(texts[locale].value)])) as Record<
    Locale,
    Map<string, string>
  >;
  const used = new Set<string>();
  const textsUsed = new Map<string, ReadonlySet<string>>();
  const expressions: CompiledExpression[] = [];
  const crossChecks: CrossCheck[] = [];
  const fault = (path: Path, message: string) => void faults.push(source.faultAt(path, message));
  const find = (key: string, required: boolean, values: Iterable<string> = []): Text | undefined => {
    used.add(key);
    textsUsed.set(key, new Set(values));
    const present = locales.filter((locale) => flat[locale].has(key));
    if (present.length === 0 && !required) return undefined;
    for (const locale of locales) {
      if (!flat[locale].has(key))
        faults.push(texts[locale].faultAt(key.split('.'), `the text "${key}" is missing: add it`));
    }
    const words = (locale: Locale): string => flat[locale].get(key) ?? `{${key}}`;
    return { ar: words('ar'), fr: tieFrench(words('fr')), en: words('en') };
  };
  const mentionedRoles = new Set<string>();
  return {
    fault,
    faultIn: (found) => void faults.push(found),
    crossChecks,
    among: (path, judge) => {
      crossChecks.push({
        judge: (find, own) => judge(find, own, path),
        faultAt: (message) => source.faultAt(path, message),
      });
    },
    scopes,
    file: (name) => (Object.hasOwn(files, name) ? files[name] : undefined),
    schemaFaults: (schema, errors, at) => void faults.push(...schemaFaults(source, schema, errors, at)),
    names: (path, what, names, known) => {
      const all = new Set(known);
      for (const name of names) {
        if (!all.has(name)) fault(path, `there is no ${what} "${name}"${suggest(name, all)}`);
      }
    },
    roles: (mentioned) => {
      const roles = listOf(mentioned);
      for (const role of roles) mentionedRoles.add(role);
      return roles;
    },
    rolesMentioned: () => {
      const named = new Set(locales.flatMap((locale) => rolesNamedIn(flat[locale].keys())));
      const nameOf = (role: string): Text => {
        const meant = named.has(role) ? '' : suggest(role, named);
        // A role that is like one of those with a name is misspelt; any other lacks its name.
        if (meant === '') return find(`roles.${role}`, true) as Text;
        for (const path of pathsOfRole(source.value, role)) fault(path, `there is no role "${role}"${meant}`);
        for (const other of named) if (meant.includes(`"${other}"`)) used.add(`roles.${other}`);
        return { ar: role, fr: role, en: role };
      };
      return new Map([...mentionedRoles].filter((role) => role !== 'applicant').map((role) => [role, nameOf(role)]));
    },
    text: (key, values) => find(key, true, values) as Text,
    optionalText: (key, values) => find(key, false, values),
    textsUsed,
    expressions,
    expression: (scope, path, text, type, among) => {
      const compiled = scope.compile(text, type);
      if (!('fault' in compiled)) {
        expressions.push({ path, expression: compiled, type, scope, among });
        return compiled;
      }
      fault(path, compiled.fault);
      return { source: text, uses: [], evaluate: () => undefined };
    },
    useTextsBelow: (key) => {
      for (const locale of locales) {
        for (const each of flat[locale].keys()) if (each === key || each.startsWith(`${key}.`)) used.add(each);
      }
    },
    reportUnusedTexts: () => {
      for (const locale of locales) {
        for (const key of flat[locale].keys()) {
          if (!used.has(key))
            faults.push(
              texts[locale].faultAt(key.split('.'), `nothing uses the text "${key}": remove it or correct its name`),
            );
        }
        for (const path of emptyPaths(texts[locale].value))
          faults.push(
            texts[locale].faultAt(
              path,
              `"${path.at(-1)}" says nothing: put words that hold a comma or a colon between quotes, or remove it`,
            ),
          );
      }
    },
  };
};

const rolesNamedIn = (keys: Iterable<string>): readonly string[] =>
  [...keys].filter((key) => key.startsWith('roles.')).map((key) => key.slice('roles.'.length));

/** Keys under which declarations name roles. */
const roleKeys: ReadonlySet<unknown> = new Set([
  'by',
  'escalate',
  'oversight',
  'roles',
  'entered_by',
  'opened_by',
  'checked_by',
  'seen_by',
  'changed_by',
]);

/** Where a declaration names a role. */
const pathsOfRole = (value: unknown, role: string, path: Path = []): readonly Path[] => {
  if (value === role) return path.some((key) => roleKeys.has(key)) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]) => pathsOfRole(child, role, [...path, key]));
};

const flatten = (value: unknown, prefix = '', into = new Map<string, string>()): Map<string, string> => {
  if (typeof value === 'string' || typeof value === 'number') into.set(prefix, String(value).trim());
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) flatten(child, prefix ? `${prefix}.${key}` : key, into);
  }
  return into;
};

/** Where a key stands without words, as what follows a comma does in `{ title: About what, and where? }`. */
const emptyPaths = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  value === null && path.length > 0
    ? [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, child]) => emptyPaths(child, [...path, key]))
      : [];

export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
