import { type Static, Type } from 'typebox';
import type { Noun } from '../noun.ts';
import { oneOrMore } from '../schema-words.ts';

const schema = Type.Optional(oneOrMore('Roles that may read every record of the service, wherever they are held.'));

export interface OversightPart {
  /** Roles that read every record of the service and act on none. */
  readonly oversight: readonly string[];
}

export const oversight: Noun<Static<typeof schema>, OversightPart> = {
  schema,
  compile: (context, source) => ({ oversight: context.roles(source) }),
};
