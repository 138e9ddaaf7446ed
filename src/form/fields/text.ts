import { type FieldType, type Reading, singleInput } from './field-type.ts';

// Control characters, lone surrogates and the marks that reorder what follows them have no place in an answer:
// they make one name look like another, and break documents and tables.
const unreadable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]/u;

/** Reads text: composed (NFC), trimmed, at most `field.max` characters. */
export const readText = (sent: unknown, field: { readonly max: number }, multiline: boolean): Reading<string> => {
  if (typeof sent !== 'string') return { fault: 'wrong-type' };
  if (sent.length > field.max * 4) return { fault: 'too-long', values: { max: field.max } };
  const value = (multiline ? sent.replaceAll('\r\n', '\n') : sent.replaceAll(/\s+/gu, ' ')).normalize('NFC').trim();
  if (!value.isWellFormed() || unreadable.test(value)) return { fault: 'unreadable-text' };
  if (value.length > field.max && [...value].length > field.max)
    return { fault: 'too-long', values: { max: field.max } };
  return { value };
};

const shared = {
  ...singleInput,
  offered: ({ offer }: { readonly offer?: string | undefined }) => offer,
  say: (value: string) => value,
  searched: (value: string) => ({ texts: [value] }),
  jsonSchema: ({ max }: { readonly max: number }) => ({ type: 'string', maxLength: max }),
};

export const text: FieldType<'text', string> = { ...shared, read: (sent, field) => readText(sent, field, false) };
export const longText: FieldType<'long-text', string> = {
  ...shared,
  read: (sent, field) => readText(sent, field, true),
};
