import { type Static, Type } from 'typebox';
import { oneOrMore } from '../schema-words.ts';
import type { FieldTypeDeclaration } from './field-type.ts';
import { compileMasks, type Mask } from './identity.ts';

const source = Type.Object({
  pattern: Type.Optional(
    oneOrMore(
      'How codes look, as for identity: 9 stands for a digit, A for a letter, * for either; left out: any code is taken.',
    ),
  ),
});

export interface CodeSettings {
  /** Empty: any code is taken. */
  readonly masks: readonly Mask[];
}

export const code: FieldTypeDeclaration<Static<typeof source>, CodeSettings> = {
  description: 'The text of a QR code, read from a picture that the phone takes, or typed.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: ({ pattern }, place) => ({ masks: pattern === undefined ? [] : compileMasks(pattern, place) }),
};
