import type { PageNoun } from './noun.ts';
import { assignment } from './nouns/assignment.tsx';
import { consents } from './nouns/consents.tsx';
import { deadlines } from './nouns/deadlines.ts';
import { documents } from './nouns/documents.tsx';
import { edit } from './nouns/edit.tsx';
import { erase } from './nouns/erase.tsx';
import { explanations } from './nouns/explanations.tsx';
import { links } from './nouns/links.tsx';
import { priority } from './nouns/priority.tsx';
import { proposals } from './nouns/proposals.tsx';
import { route } from './nouns/route.tsx';
import { similar } from './nouns/similar.tsx';
import { succession } from './nouns/succession.ts';
import { survey } from './nouns/survey.tsx';
import { tasks } from './nouns/tasks.tsx';
import { transfer } from './nouns/transfer.tsx';

/** What the capabilities of the language show of records, in the order in which it stands on pages. */
export const pageNouns: readonly PageNoun[] = [
  survey,
  priority,
  proposals,
  route,
  transfer,
  succession,
  tasks,
  assignment,
  links,
  similar,
  edit,
  erase,
  consents,
  documents,
  deadlines,
  explanations,
];
