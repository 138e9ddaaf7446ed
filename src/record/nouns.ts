import type { RecordNoun } from './noun.ts';
import { assignment } from './nouns/assignment.ts';
import { consents } from './nouns/consents.ts';
import { counts } from './nouns/counts.ts';
import { deadlines } from './nouns/deadlines.ts';
import { documents } from './nouns/documents.ts';
import { edit } from './nouns/edit.ts';
import { erase } from './nouns/erase.ts';
import { priority } from './nouns/priority.ts';
import { proposals } from './nouns/proposals.ts';
import { succession } from './nouns/succession.ts';
import { survey } from './nouns/survey.ts';
import { tasks } from './nouns/tasks.ts';
import { transfer } from './nouns/transfer.ts';

/** What the capabilities of the language do to records, in the order in which they have their say. */
export const recordNouns: readonly RecordNoun[] = [
  edit,
  proposals,
  priority,
  deadlines,
  documents,
  transfer,
  assignment,
  tasks,
  counts,
  consents,
  survey,
  succession,
  erase,
];
