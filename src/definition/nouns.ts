import type { Noun } from './noun.ts';
import { campaign } from './nouns/campaign.ts';
import { breakGlass } from './nouns/break-glass.ts';
import { channels } from './nouns/channels.ts';
import { assignment } from './nouns/assignment.ts';
import { consents } from './nouns/consents.ts';
import { counts } from './nouns/counts.ts';
import { deadlines } from './nouns/deadlines.ts';
import { documents } from './nouns/documents.ts';
import { edit } from './nouns/edit.ts';
import { erase } from './nouns/erase.ts';
import { enteredBy } from './nouns/entered-by.ts';
import { form } from './nouns/form.ts';
import { indicators } from './nouns/indicators.ts';
import { messages } from './nouns/messages.ts';
import { namedBy } from './nouns/named-by.ts';
import { oversight } from './nouns/oversight.ts';
import { partial } from './nouns/partial.ts';
import { priority } from './nouns/priority.ts';
import { proposals } from './nouns/proposals.ts';
import { publish } from './nouns/publish.ts';
import { reads } from './nouns/reads.ts';
import { route } from './nouns/route.ts';
import { saidTo } from './nouns/said-to.ts';
import { similar } from './nouns/similar.ts';
import { states } from './nouns/states.ts';
import { subjects } from './nouns/subjects.ts';
import { survey } from './nouns/survey.ts';
import { tasks } from './nouns/tasks.ts';
import { transfer } from './nouns/transfer.ts';
import { tree } from './nouns/tree.ts';
import { visible } from './nouns/visible.ts';

/** The capabilities of the language, by their key in `service.yaml`, in the order in which they are compiled. */
export const nouns = {
  form,
  states,
  counts,
  documents,
  edit,
  erase,
  partial,
  survey,
  campaign,
  proposals,
  entered_by: enteredBy,
  channels,
  named_by: namedBy,
  subjects,
  similar,
  consents,
  priority,
  route,
  deadlines,
  oversight,
  messages,
  saidTo,
  assignment,
  transfer,
  tasks,
  reads,
  publish,
  indicators,
  visible,
  tree,
  break_glass: breakGlass,
} as const satisfies Record<string, Noun<never>>;
