import type { Text } from '../../base/texts.ts';
import { type FieldTypeDeclaration, refuseRequired } from './field-type.ts';

export interface NoteSettings {
  readonly text: Text | undefined;
}

export const note: FieldTypeDeclaration<object, NoteSettings> = {
  description: 'Words between questions, which ask nothing: its label is the heading, its text what stands below.',
  keys: {},
  texts: { text: 'What stands below the heading, a paragraph a line; it may be left out.' },
  appearances: ['info', 'warning'],
  compile: (source, place) => {
    refuseRequired(source, place, 'a note asks nothing');
    return { text: place.optionalText('text') };
  },
};
