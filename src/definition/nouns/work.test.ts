import { describe, expect, test } from 'vitest';
import { withTexts } from '../../../test/world/declared.ts';
import { works, worksWith } from '../../../test/world/works.ts';
import { compileService } from '../compile-service.ts';
import { DeclarationError } from '../fault.ts';

const faultsOf = (from: string, to: string): readonly string[] => {
  try {
    compileService(withTexts(worksWith(from, to)), 'test', 'Asia/Beirut');
    return [];
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.faults.filter(({ file }) => file === 'service.yaml').map(({ message }) => message);
  }
};
const faultAt = (from: string, to: string): string => {
  try {
    compileService(withTexts(worksWith(from, to)), 'test', 'Asia/Beirut');
    return 'no fault';
  } catch (error) {
    const [fault] = error instanceof DeclarationError ? error.faults : [];
    return `${fault?.file}:${fault?.line}:${fault?.column}`;
  }
};

const note = 'note:\n    from: [submitted, review, proposed, approved]\n    by: [clerk, chief]';
const review = '{ from: submitted, to: review, by: clerk, open: health_review }';
const take = '{ from: [submitted, review, proposed], by: clerk, assign: me }';

describe('a declaration of work on records is refused with what to write', () => {
  test.each<[string, string, string, string]>([
    [
      'a note by the applicant',
      note,
      note.replace('[clerk, chief]', '[clerk, applicant]'),
      'the applicant knows what the applicant says: remove "said_to", or "applicant" from "by"',
    ],
    [
      'a note of which the applicant is told',
      note,
      `${note}\n    tell: true`,
      'the applicant cannot be told of what only staff reads: remove "said_to" or "tell"',
    ],
    [
      'a note that corrects',
      note,
      `${note}\n    edit: [size]`,
      'what it corrects stands in the record, which the applicant reads: remove "said_to" or "edit"',
    ],
    [
      'an applicant who takes a record on',
      take,
      '{ from: submitted, by: [clerk, applicant], assign: me }',
      'an applicant is in charge of nothing and chooses nobody: remove "applicant" from "by"',
    ],
    [
      'turns that nobody has',
      'assignment: { roles: clerk, by: round-robin }\n',
      '',
      'whose turn it is depends on "assignment": declare it with its roles',
    ],
    [
      'taking what one has',
      take,
      '{ from: submitted, by: clerk, assign: me, only_assignee: true }',
      'who is in charge has it already: remove "only_assignee" or "assign: me"',
    ],
    [
      'a rule that chooses a colleague',
      take,
      '{ from: submitted, by: clerk, assign: person, automatic: "size == \'small\'" }',
      'a rule is nobody and chooses nobody: write "round-robin" or "nobody"',
    ],
    [
      'a rule that chooses an institution',
      'hand_over:\n    from: [submitted, review]',
      'hand_over:\n    automatic: "size == \'small\'"\n    from: [submitted, review]',
      'a rule cannot choose an institution: name one, or the type and the place that it covers',
    ],
    [
      'a hand-over by what is no place',
      'transfer: { to: owner, deadline: goes-on }',
      'transfer: { to: { type: municipality, of: size } }',
      '"size" is neither a place nor a point field: name one whose territory decides',
    ],
    [
      'a question that the hand-over asks itself',
      'fields: [{ name: reason, type: long-text, required: true }]',
      'fields: [{ name: institution, type: text }]',
      'there is already a field "institution": choose another name',
    ],
    [
      'a task that nothing opens',
      '{ from: submitted, to: review, by: clerk, open: health_review }\n  ask_again: { from: review, by: clerk, open: [health_review, economy_review] }',
      '{ from: submitted, to: review, by: clerk }',
      'nothing opens it: write "at_start: true" here, or "open: health_review" in an action',
    ],
    [
      'a task that does not exist',
      review,
      '{ from: submitted, to: review, by: clerk, open: health_revue }',
      'there is no task "health_revue" (did you mean "health_review"?)',
    ],
    [
      'a task with the name of an answer',
      'health_review:\n    to: health-ministry',
      'size:\n    to: health-ministry',
      '"size" is something that rules look at already: choose another name',
    ],
    [
      'a task with the name of an action',
      'health_review:\n    to: health-ministry',
      'review:\n    to: health-ministry',
      '"review" is an action already, and a task is answered by one of its name: choose another',
    ],
    [
      'an outcome that means that there is none yet',
      'outcomes: [approved, refused]\n  economy_review',
      'outcomes: [open, refused]\n  economy_review',
      '"open" is what a task is before it ends: choose another word',
    ],
  ])('%s', (_what, from, to, message) => {
    expect(faultsOf(from, to).join('\n')).toContain(message);
  });

  test('at its line and column', () => {
    expect(
      faultAt('said_to: staff\n    fields: [{ name: note', 'said_to: everybody\n    fields: [{ name: note'),
    ).toMatch(/^service\.yaml:\d+:14$/);
  });

  test('a rule that looks at a task that does not exist', () => {
    expect(faultsOf("economy_review == 'approved'\"", "economy_revue == 'approved'\"").join()).toContain(
      'economy_revue',
    );
  });
});

test('questions of an action may look at what the noun asks before them', () => {
  const yaml = worksWith(
    '{ name: opinion, type: long-text, required: true }',
    '{ name: opinion, type: long-text, required: true, show: "outcome == \'refused\'" }',
  );
  const service = compileService(withTexts(yaml), 'test', 'Asia/Beirut');
  expect(service.actions.get('health_review')?.fields.map(({ name }) => name)).toEqual(['outcome', 'opinion']);
  expect(works.actions.get('hand_over')?.fields.map(({ name }) => name)).toEqual(['institution', 'reason']);
});

test('the action that answers a task is for its roles, in every state that is not the end', () => {
  expect(works.actions.get('health_review')).toMatchObject({
    by: ['health-reviewer'],
    from: ['submitted', 'review', 'asked', 'proposed'],
    answers: 'health_review',
    saidToStaff: false,
  });
  expect(works.actions.get('economy_review')?.saidToStaff).toBe(true);
});
