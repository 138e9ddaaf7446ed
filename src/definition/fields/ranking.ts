import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { FieldTypeDeclaration } from './field-type.ts';
import { declaredOptions } from './options.ts';

const most = 12;
const source = Type.Object({ options: declaredOptions });

export interface RankingSettings {
  readonly options: ReadonlyMap<string, Text>;
}

export const ranking: FieldTypeDeclaration<Static<typeof source>, RankingSettings> = {
  description: 'A few options put in order, what matters most first.',
  keys: source.properties,
  celType: 'list<string>',
  empty: [],
  values: ({ options }) => [...options.keys()],
  compile: ({ options }, place) => {
    if (options.length > most)
      place.fault(['options'], `nobody puts ${options.length} things in order: offer at most ${most}`);
    return { options: new Map(options.map((option) => [option, place.text(`options.${option}`)])) };
  },
};
