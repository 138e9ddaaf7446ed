import type { PageNoun } from './noun.ts';
import { deadlines } from './nouns/deadlines.ts';
import { documents } from './nouns/documents.tsx';

/** What the capabilities of the language show of records, in the order in which it stands on pages. */
export const pageNouns: readonly PageNoun[] = [documents, deadlines];
