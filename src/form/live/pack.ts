import { createExpressionScope, type Declared, type Expression } from '../../definition/expressions.ts';
import type { Field } from '../../definition/service.ts';
import { liveRow } from './live-fields.ts';

/**
 * Fields and values as JSON, for the browser: expressions go as their source with the types that they were checked with and
 * are compiled there by the same code, so that both sides come to the same. Words stay behind but for those of checks.
 */
const mark = '$';

type Packed = null | boolean | number | string | readonly Packed[] | { readonly [key: string]: Packed };

const left: ReadonlySet<string> = new Set([
  'label',
  'hint',
  'guidance',
  'protect',
  'appearance',
  'prefill',
  'prefillFrom',
  'seenBy',
  'changedBy',
  'needsConsent',
  'cells',
  'offer',
  'scoring',
  'row',
  'add',
]);

const isExpression = (value: object): value is Expression => 'source' in value && 'evaluate' in value;

export const packValue = (value: unknown): Packed => {
  if (typeof value === 'bigint') return { [mark]: 'int', value: String(value) };
  if (value instanceof Date) return { [mark]: 'day', value: +value };
  if (Array.isArray(value)) return value.map(packValue);
  if (typeof value !== 'object' || value === null) return value === undefined ? null : (value as Packed);
  if (value instanceof Map) return { [mark]: 'options', value: [...value.keys()].map(packValue) };
  if (isExpression(value))
    return { [mark]: 'cel', source: value.source, ...(packValue(value.declared?.() ?? {}) as object) };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, packValue(each)]])),
  );
};

/** @param words puts a check's words into one text; only the reader's language has to travel. */
export const packField = (field: Field, words: (text: Field['label']) => string): Packed => {
  const { checks, ...own } = field;
  const kept = Object.fromEntries(Object.entries(own).filter(([key]) => !left.has(key)));
  const inner = field.type === 'rows' ? { fields: liveRow(field.fields).map((each) => packField(each, words)) } : {};
  return {
    ...(packValue({ ...kept, fields: undefined }) as object),
    ...inner,
    checks: checks.map(({ name, holds, message }) => ({ name, holds: packValue(holds), message: words(message) })),
  };
};

export const unpack = (packed: unknown): unknown => {
  const compile = ({ source, type, timeZone, variables }: Declared & { readonly source: string }): Expression => {
    const compiled = createExpressionScope(timeZone).with(variables).compile(source, type);
    if ('fault' in compiled) throw new Error(compiled.fault);
    return compiled;
  };
  const revive = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(revive);
    if (typeof value !== 'object' || value === null) return value;
    const marked = value as Readonly<Record<string, never>>;
    switch (marked[mark] as string | undefined) {
      case 'int':
        return BigInt(marked['value'] ?? 0);
      case 'day':
        return new Date(marked['value'] ?? 0);
      case 'options':
        return new Map((marked['value'] as unknown as readonly string[]).map((option) => [option, noWords]));
      case 'cel':
        return compile(value as unknown as Declared & { readonly source: string });
      default:
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revive(each)]));
    }
  };
  return revive(packed);
};

const noWords = { ar: '', fr: '', en: '' };

/** A field as it was packed; its check's words are the reader's in every language. */
export const unpackField = (packed: unknown): Field => {
  const field = unpack(packed) as Field;
  const withWords = (each: Field): Field =>
    ({
      ...each,
      label: noWords,
      ...(each.type === 'rows' && { fields: each.fields.map(withWords) }),
      checks: each.checks.map((check) => {
        const message = check.message as unknown as string;
        return { ...check, message: { ar: message, fr: message, en: message } };
      }),
    }) as Field;
  return withWords(field);
};
