import type { Noun } from './noun.ts';
import { counts } from './nouns/counts.ts';
import { deadlines } from './nouns/deadlines.ts';
import { documents } from './nouns/documents.ts';
import { edit } from './nouns/edit.ts';
import { form } from './nouns/form.ts';
import { messages } from './nouns/messages.ts';
import { oversight } from './nouns/oversight.ts';
import { route } from './nouns/route.ts';
import { states } from './nouns/states.ts';

/** The capabilities of the language, by their key in `service.yaml`, in the order in which they are compiled. */
export const nouns = {
  form,
  states,
  counts,
  documents,
  edit,
  route,
  deadlines,
  oversight,
  messages,
} as const satisfies Record<string, Noun<never>>;
