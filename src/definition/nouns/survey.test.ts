import { describe, expect, test } from 'vitest';
import { auditFiles, audits, auditsWith } from '../../../test/world/audits.ts';
import { compileService, type ServiceFiles } from '../compile-service.ts';
import { DeclarationError } from '../fault.ts';

const faultsOf = (files: ServiceFiles): string => {
  try {
    compileService(files, 'test', 'Asia/Beirut');
    return '';
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.message;
  }
};

test('a survey that is right', () => {
  expect(faultsOf(auditFiles)).toBe('');
  expect(audits.survey?.sections.map(({ name, weight, fields }) => [name, weight, fields.length])).toEqual([
    ['rules', 1, 2],
    ['people', 3, 3],
  ]);
});

test('what is asked later is not asked when a record is entered', () => {
  expect(audits.pages.map(({ name }) => name)).toEqual(['round']);
  expect(audits.laterPages.map(({ name }) => name)).toEqual(['rules', 'people']);
  expect(audits.enteredFields.map(({ name }) => name)).toEqual(['office', 'round', 'due_on']);
  expect(audits.sections.size).toBe(0);
});

test('filling it in asks the questions of the survey; verifying asks for a verdict on each', () => {
  expect(audits.actions.get('fill')?.fields.map(({ name }) => name)).toEqual([
    'written',
    'reviewed',
    'posts',
    'filled',
    'trained',
  ]);
  const verify = audits.actions.get('verify')?.fields ?? [];
  expect(verify).toHaveLength(5 * 4);
  expect(verify.slice(0, 4).map(({ name, type }) => [name, type])).toEqual([
    ['written__verdict', 'choice'],
    ['written__found', 'choice'],
    ['written__remark', 'long-text'],
    ['written__evidence', 'long-text'],
  ]);
});

test('a campaign asks once for what all records share, of the types that it names', () => {
  expect(audits.campaign).toMatchObject({ openedBy: ['audit-manager'], types: ['ministry'], due: 'due_on' });
  expect(audits.campaign?.fields.map(({ name }) => name)).toEqual(['round', 'due_on']);
});

describe('is refused with what to write:', () => {
  test.each([
    ['a case with a survey', 'kind: survey', 'kind: case', 'a case is not assessed: write "kind: survey"'],
    [
      'a section that does not exist',
      'rules: 1, people: 3',
      'rulse: 1, people: 3',
      'there is no section "rulse" (did you mean "rules"?)',
    ],
    [
      'points that count nowhere',
      'rules: 1, people: 3',
      'people: 3',
      '"written" gives points that count nowhere: name its section here',
    ],
    ['an option without points', 'partly: 1, no: 0', 'partly: 1', 'it does not say what "no" is worth'],
    ['points for no option', 'partly: 1, no: 0', 'partly: 1, no: 0, never: 1', 'there is no answer "never"'],
    [
      'points for what does not apply',
      'partly: 1, no: 0',
      'partly: 1, no: 0, na: 1',
      '"na" cannot both give points and not apply',
    ],
    ['no points at all', 'yes: 5, no: 0', 'yes: 0, no: 0', 'no answer gives any points'],
    ['a weight without points', 'score: { yes: 5, no: 0 }', 'weight: 2', 'the question gives no points: add "score"'],
    [
      'a subject that is no institution',
      'subject: office',
      'subject: round',
      '"round" is a text field: name an institution field',
    ],
    [
      'a subject that an action changes',
      'edit: survey',
      'edit: all',
      '"office" says who is assessed and stays as it was entered',
    ],
    [
      'bit by bit with nothing to keep',
      'by: auditor, verify: true',
      'by: auditor, partial: true',
      'there is nothing that it could keep: add "edit"',
    ],
    [
      'bit by bit by an applicant',
      'by: assessor, edit: survey',
      'by: [assessor, applicant], edit: survey',
      'take "applicant" out of "by"',
    ],
    [
      'verifying and correcting at once',
      'verify: true',
      'verify: true, edit: survey',
      'it verifies page by page and asks nothing else',
    ],
    [
      'a page before one that is asked earlier',
      'later: true\n    fields:\n      - { name: posts',
      'fields:\n      - { name: posts',
      'move it above them',
    ],
    ['a campaign without a day', 'due: due_on', 'due: round', '"round" is a text field: name a date field'],
    [
      'a campaign for those who are not assessed',
      'types: [ministry], due',
      'types: [hospital], due',
      'there is no type that the survey may assess "hospital"',
    ],
    [
      'a campaign that leaves out what is needed',
      'due: due_on }',
      'prefill: [due_on], due: due_on }',
      'each record needs "round": add it',
    ],
  ])('%s', (_what, piece, other, message) => {
    expect(faultsOf(auditsWith(piece, other))).toContain(message);
  });
});
