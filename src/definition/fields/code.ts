import { type Static, Type } from 'typebox';
import { oneOrMore } from '../schema-words.ts';
import type { FieldTypeDeclaration } from './field-type.ts';
import { compileMasks, type Mask } from './identity.ts';

/** Kinds of codes by the names that declarations use, all of which cameras and pictures are read for. */
export const codeFormats = [
  'qr',
  'data-matrix',
  'pdf-417',
  'ean-13',
  'ean-8',
  'upc-a',
  'upc-e',
  'code-128',
  'code-39',
  'itf',
] as const;
export type CodeFormat = (typeof codeFormats)[number];

/** ITF has neither a check digit nor clear ends, so that half a code reads as another one: only where it is asked for. */
const usualFormats = codeFormats.filter((format) => format !== 'itf');

const source = Type.Object({
  pattern: Type.Optional(
    oneOrMore(
      'How codes look, as for identity: 9 stands for a digit, A for a letter, * for either; left out: any code is taken.',
    ),
  ),
  formats: Type.Optional(
    Type.Array(Type.Enum([...codeFormats]), {
      minItems: 1,
      uniqueItems: true,
      default: [...usualFormats],
      description: 'Which kinds of codes a camera or a picture is read for; other codes in view are passed over.',
    }),
  ),
});

export interface CodeSettings {
  /** Empty: any code is taken. */
  readonly masks: readonly Mask[];
  readonly formats: readonly CodeFormat[];
}

export const code: FieldTypeDeclaration<Static<typeof source>, CodeSettings> = {
  description: 'The text of a QR code or barcode: scanned by camera, read from a picture that is sent, or typed.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: ({ pattern, formats = usualFormats }, place) => ({
    masks: pattern === undefined ? [] : compileMasks(pattern, place),
    formats,
  }),
};
