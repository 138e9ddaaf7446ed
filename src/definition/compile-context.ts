import { distance } from 'fastest-levenshtein';
import { type Locale, locales, type Text } from '../base/texts.ts';
import type { CelType, Expression, ExpressionScope } from './expressions.ts';
import type { Fault } from './fault.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/**
 * What each noun's compiler works with: it reads texts and expressions and reports faults here, and goes on, so that an
 * author sees everything that is wrong at once.
 */
export interface CompileContext {
  readonly fault: (path: Path, message: string) => void;
  /** The text at a dotted key in all languages; a language that lacks it is a fault. */
  readonly text: (key: string) => Text;
  readonly optionalText: (key: string) => Text | undefined;
  readonly expression: (scope: ExpressionScope, path: Path, source: string, type: CelType) => Expression;
  /** Faults for the texts that nothing asked for. */
  readonly reportUnusedTexts: () => void;
}

export const createCompileContext = (
  source: YamlSource,
  texts: Readonly<Record<Locale, YamlSource>>,
  faults: Fault[],
): CompileContext => {
  const flat = Object.fromEntries(locales.map((locale) => [locale, flatten(texts[locale].value)])) as Record<
    Locale,
    Map<string, string>
  >;
  const used = new Set<string>();
  const fault = (path: Path, message: string) => void faults.push(source.faultAt(path, message));
  const find = (key: string, required: boolean): Text | undefined => {
    used.add(key);
    const present = locales.filter((locale) => flat[locale].has(key));
    if (present.length === 0 && !required) return undefined;
    for (const locale of locales) {
      if (!flat[locale].has(key))
        faults.push(texts[locale].faultAt(key.split('.'), `the text "${key}" is missing: add it`));
    }
    return Object.fromEntries(locales.map((locale) => [locale, flat[locale].get(key) ?? `{${key}}`])) as Text;
  };
  return {
    fault,
    text: (key) => find(key, true) as Text,
    optionalText: (key) => find(key, false),
    expression: (scope, path, text, type) => {
      const compiled = scope.compile(text, type);
      if (!('fault' in compiled)) return compiled;
      fault(path, compiled.fault);
      return { source: text, uses: [], evaluate: () => undefined };
    },
    reportUnusedTexts: () => {
      for (const locale of locales) {
        for (const key of flat[locale].keys()) {
          if (!used.has(key))
            faults.push(
              texts[locale].faultAt(key.split('.'), `nothing uses the text "${key}": remove it or correct its name`),
            );
        }
      }
    },
  };
};

const flatten = (value: unknown, prefix = '', into = new Map<string, string>()): Map<string, string> => {
  if (typeof value === 'string' || typeof value === 'number') into.set(prefix, String(value).trim());
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) flatten(child, prefix ? `${prefix}.${key}` : key, into);
  }
  return into;
};

export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** The word of `candidates` that was most likely meant, as " (did you mean …?)", or nothing. */
export const suggest = (word: string, candidates: Iterable<string>): string => {
  const near = [...candidates].map((candidate) => ({ candidate, edits: distance(word, candidate) }));
  const best = near.sort((a, b) => a.edits - b.edits)[0];
  return best && best.edits <= Math.max(2, word.length / 3) ? ` (did you mean "${best.candidate}"?)` : '';
};
