import { type Locale, locales, say, type Text } from '../../base/texts.ts';
import { type FileKind, type FilesSettings, keptTypes, mebibyte } from '../../definition/fields/files.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { isCleanFileName } from '../file-name.ts';
import { tokenOf } from '../file-token.ts';
import { formWords } from '../form-texts.ts';
import { sayNumber } from '../numbers.ts';
import type { FieldType, Inputs } from './field-type.ts';
import type { Point } from './point.ts';

/**
 * What a record says of a file. The id is told to nobody but who sent the file, and to those who may see the answer once it
 * is a record's: whoever can name it may hand it in. That the rest is true is checked when the record is written.
 */
export type KeptFile = {
  readonly id: string;
  readonly name: string;
  /** In bytes, as it is kept. */
  readonly size: number;
  /** Media type. */
  readonly type: string;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
  /** Where a picture was taken, if its question keeps that. */
  readonly point?: Point;
};

/** Inputs `.file.0`, `.file.1`… hold what was sent before; the files themselves come under `.new`. */
const fileInput = /^\.file\.(\d{1,2})$/;
const mostInputs = 40;

type FilesField = FieldOf<'files'> | FieldOf<'photos'>;

const filesType = <Name extends 'files' | 'photos'>(): FieldType<Name, readonly KeptFile[]> => ({
  missing: 'files-missing',
  owns: (suffix) => suffix === '' || fileInput.test(suffix),
  read: (sent, field) => {
    if (!Array.isArray(sent)) return { fault: 'not-files' };
    const { count, size, types, keepLocation } = field as FilesSettings;
    if (sent.length > count) return { fault: 'too-many-files', values: { max: count } };
    const kept: KeptFile[] = [];
    for (const each of sent as readonly unknown[]) {
      const file = fileOf(each);
      if (!file || (file.point && !keepLocation) || kept.some(({ id }) => id === file.id))
        return { fault: 'not-files' };
      if (!types.some((type) => keptTypes[type] === file.type))
        return { fault: 'wrong-file-type', values: { types: typesText(types) } };
      if (file.size > size) return { fault: 'file-too-large', values: { max: size / mebibyte } };
      kept.push(file);
    }
    return { value: kept };
  },
  fromInputs: (inputs, { name }) => {
    const sent = typedFiles(inputs, name).map((text) => readToken(text) ?? text);
    return sent.length > 0 ? sent : undefined;
  },
  toInputs: (value, { name }): Inputs => fileInputs(name, value.map(tokenOf)),
  toExpression: (value) => BigInt(value.length),
  say: (value, _field, locale) =>
    value.map(({ name, size }) => `${name} (${saySize(size, locale)})`).join(locale === 'ar' ? '، ' : ', '),
  jsonSchema: (field) => {
    const { count, size, types, keepLocation } = field as FilesSettings;
    return {
      type: 'array',
      maxItems: count,
      description: 'Each as POST /api/v1/services/{service}/uploads gave it back',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          id: { type: 'string', format: 'uuid' },
          name: { type: 'string', maxLength: 100 },
          size: { type: 'integer', minimum: 1, maximum: size },
          type: { enum: types.map((type) => keptTypes[type]) },
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          ...(keepLocation && { point: pointSchema }),
        },
        required: ['id', 'name', 'size', 'type', 'sha256'],
      },
    };
  },
});

export const files = filesType<'files'>();
export const photos = filesType<'photos'>();

const pointSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    lon: { type: 'number', minimum: -180, maximum: 180 },
    lat: { type: 'number', minimum: -90, maximum: 90 },
  },
  required: ['lon', 'lat'],
};

const isPoint = (sent: unknown): boolean => {
  if (typeof sent !== 'object' || sent === null) return false;
  const { lon, lat, ...others } = sent as Readonly<Record<string, unknown>>;
  const isIn = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most;
  return isIn(lon, 180) && isIn(lat, 90) && Object.keys(others).length === 0;
};

const fileOf = (sent: unknown): KeptFile | undefined => {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return undefined;
  const { id, name, size, type, sha256, point, ...others } = sent as Readonly<Record<string, unknown>>;
  const isFile =
    Object.keys(others).length === 0 &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
    typeof name === 'string' &&
    isCleanFileName(name) &&
    typeof size === 'number' &&
    Number.isSafeInteger(size) &&
    size > 0 &&
    typeof type === 'string' &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    (point === undefined || isPoint(point));
  if (!isFile) return undefined;
  return { id, name, size, type, sha256, ...(point !== undefined && { point: point as Point }) };
};

export const readToken = (token: string): KeptFile | undefined => {
  const [id, size, type, mark = '', ...name] = token.split(' ');
  const [sha256, where] = mark.split('@');
  const [lat, lon] = where?.split(',').map(Number) ?? [];
  const point = where === undefined ? {} : { point: { lon, lat } };
  return fileOf({ id, size: Number(size), type, sha256, name: name.join(' '), ...point });
};

/** What the inputs of a page hold of files, in their order. */
export const typedFiles = (inputs: Inputs, name: string): readonly string[] =>
  Array.from({ length: mostInputs }, (_none, index) => inputs[`${name}.file.${index}`] ?? '').filter(
    (text) => text !== '',
  );

export const fileInputs = (name: string, tokens: readonly string[]): Inputs =>
  Object.fromEntries(tokens.slice(0, mostInputs).map((token, index) => [`${name}.file.${index}`, token]));

/** In kilobytes or megabytes. */
export const saySize = (bytes: number, locale: Locale): string =>
  bytes < mebibyte
    ? say(locale, formWords.kilobytes, { number: sayNumber(Math.max(1, Math.round(bytes / 1024)), locale, 0) })
    : say(locale, formWords.megabytes, { number: sayNumber(bytes / mebibyte, locale, 1) });

/** "a CSV table, a PDF file or a picture (JPEG, PNG or WebP)". */
export const typesText = (types: readonly FileKind[]): Text =>
  Object.fromEntries(
    locales.map((locale) => {
      const words = types.map((type): string => formWords[type][locale]);
      const [last = '', ...before] = words.toReversed();
      const first = before.toReversed().join(locale === 'ar' ? '، ' : ', ');
      return [locale, first === '' ? last : say(locale, formWords.either, { first, second: last })];
    }),
  ) as unknown as Text;

/** Whether files, or pictures of codes, are asked for among these questions, in rows too: their page is sent in parts. */
export const asksForFiles = (fields: readonly Field[]): boolean =>
  fields.some(
    (field) => isFilesField(field) || field.type === 'code' || (field.type === 'rows' && asksForFiles(field.fields)),
  );

export const isFilesField = (field: Field): field is FilesField => field.type === 'files' || field.type === 'photos';
