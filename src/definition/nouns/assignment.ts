import { type Static, Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { choiceQuestion } from '../own-question.ts';
import { oneOrMore } from '../schema-words.ts';
import { assignmentTexts } from './assignment-texts.ts';

const schema = Type.Optional(
  Type.Object(
    {
      roles: oneOrMore('The roles among whose holders records are shared out.'),
      by: Type.Enum(['round-robin'], { description: 'How: `round-robin`, each in turn.' }),
    },
    { additionalProperties: false, description: 'Who is put in charge of a record when it arrives in a basket.' },
  ),
);

export interface AssignmentPart {
  readonly assignment: { readonly roles: readonly string[] } | undefined;
}

const manners = ['me', 'person', 'round-robin', 'nobody'] as const;

/** What an action does to who is in charge of the record. */
export interface AssignmentOfAction {
  readonly assign: (typeof manners)[number] | undefined;
  /** Only who is in charge may do it. */
  readonly onlyAssignee: boolean;
}

/** Name of the question by which a colleague is chosen; who may be is known when it is asked. */
export const assigneeQuestion = 'assignee';

export const assignment: Noun<Static<typeof schema>, AssignmentPart> = {
  schema,
  actionKeys: {
    assign: Type.Optional(
      Type.Enum(manners, {
        description:
          'Who is in charge afterwards: `me`, a `person` who is chosen, the next by `round-robin`, or `nobody`.',
      }),
    ),
    only_assignee: Type.Optional(
      Type.Boolean({ description: 'Whether only who is in charge may do it; otherwise all with the role may.' }),
    ),
  },
  compile: (context, source) => ({ assignment: source && { roles: context.roles(source.roles) } }),
  compileAction: (context, source, path, soFar) => {
    const assign = source['assign'] as AssignmentOfAction['assign'];
    const onlyAssignee = source['only_assignee'] === true;
    const isForApplicant = listOf(source.by).includes('applicant');
    if (isForApplicant && (assign === 'me' || assign === 'person'))
      context.fault(
        [...path, 'assign'],
        'an applicant is in charge of nothing and chooses nobody: remove "applicant" from "by"',
      );
    if (source.automatic !== undefined && (assign === 'me' || assign === 'person'))
      context.fault([...path, 'assign'], 'a rule is nobody and chooses nobody: write "round-robin" or "nobody"');
    if (assign === 'round-robin' && !soFar.assignment)
      context.fault([...path, 'assign'], 'whose turn it is depends on "assignment": declare it with its roles');
    if (onlyAssignee && assign === 'me')
      context.fault(
        [...path, 'only_assignee'],
        'who is in charge has it already: remove "only_assignee" or "assign: me"',
      );
    if (isForApplicant && onlyAssignee)
      context.fault([...path, 'only_assignee'], 'an applicant is in charge of nothing: remove "applicant" from "by"');
    return {
      own: { assign, onlyAssignee },
      ...(assign === 'person' && {
        asksFirst: [
          choiceQuestion(assigneeQuestion, assignmentTexts.assignee, new Map(), assignmentTexts.assigneeHint),
        ],
        saidByNoun: [assigneeQuestion],
      }),
    };
  },
};
