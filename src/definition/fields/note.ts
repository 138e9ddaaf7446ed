import type { Text } from '../../base/texts.ts';
import type { FieldTypeDeclaration } from './field-type.ts';

export interface NoteSettings {
  readonly text: Text | undefined;
}

export const note: FieldTypeDeclaration<object, NoteSettings> = {
  description: 'Words between questions, which ask nothing: its label is the heading, its text what stands below.',
  keys: {},
  appearances: ['info', 'warning'],
  compile: (_source, place) => ({ text: place.optionalText('text') }),
};
