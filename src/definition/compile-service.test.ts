import { describe, expect, test } from 'vitest';
import { permitFiles } from '../../test/world/service.ts';
import { compileService, type ServiceFiles } from './compile-service.ts';
import { DeclarationError } from './fault.ts';

const faultsOf = (files: ServiceFiles): readonly string[] => {
  try {
    compileService(files, 'test', 'Asia/Beirut');
    return [];
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.message.split('\n');
  }
};

/** The permit with one piece of its declaration written otherwise. */
const permitWith = (from: string, to: string, file = 'service.yaml'): ServiceFiles => {
  const text = permitFiles[file] ?? '';
  expect(text).toContain(from);
  return { ...permitFiles, [file]: text.replace(from, () => to) };
};

test('the permit as it is declared is right', () => {
  expect(faultsOf(permitFiles)).toEqual([]);
});

describe('a wrong declaration is refused with its place and what to write', () => {
  test.each([
    [
      'a key that does not exist',
      'owner:',
      'ownr:',
      'service.yaml:4:1: there is no key "ownr" here (did you mean "owner"?)',
    ],
    [
      'a state that means nothing',
      'contested: open',
      'contested: opn',
      'write one of open, waiting, granted, refused, closed',
    ],
    ['an unknown state', 'to: approved', 'to: aproved', 'there is no state "aproved" (did you mean "approved"?)'],
    ['an unknown answer in a rule', 'reason in [', 'raeson in [', 'there is no "raeson" here (did you mean "reason"?)'],
    [
      'a rule of the wrong type',
      'show: "reason == \'other\'"',
      'show: "reason"',
      'the expression "reason" gives string; write one that gives bool',
    ],
    [
      'a pattern that can run for ever',
      'show: "reason == \'other\'"',
      'show: "reason.matches(\'(a+)+$\')"',
      '"matches" is not offered',
    ],
    ['a name that is a type', 'name: plate', 'name: list', '"list" is a type in expressions: choose another name'],
    ['a name used twice', 'name: plate', 'name: phone', 'there is already a field "phone"'],
    [
      'a key that the type does not take',
      'type: phone,',
      'type: phone, max: 7,',
      'there is no key "max" in a phone field',
    ],
    [
      'a document of an unknown answer',
      'claims: [full_name,',
      'claims: [fullname,',
      'there is no field "fullname" (did you mean "full_name"?)',
    ],
    [
      "a record that could fall into nobody's basket",
      '- { to: owner }',
      '- { to: owner, when: "reason == \'other\'" }',
      'the last rule must always hold',
    ],
    ['a deadline in words', 'within: 2h', 'within: two hours', 'How long it runs: 30m, 2h, 5d'],
    ['a YAML bomb', 'keep_months: 6', 'keep_months: &a 6\nfee_too: *a', 'anchors and aliases'],
    ['a line that is no YAML', 'kind: case', 'kind: [case', 'service.yaml:'],
  ])('%s', (_what, from, to, expected) => {
    const faults = faultsOf(permitWith(from, to));
    expect(faults.join('\n')).toContain(expected);
    for (const fault of faults) expect(fault).toMatch(/^[\w.-]+\.yaml:\d+:\d+: ./);
  });

  test('a text that one language lacks', () => {
    expect(faultsOf(permitWith('record: Autorisation de déplacement\n', '', 'texts.fr.yaml'))).toEqual([
      expect.stringMatching(/^texts\.fr\.yaml:\d+:\d+: the text "record" is missing: add it$/),
    ]);
  });

  test('a text that nothing uses', () => {
    expect(faultsOf(permitWith('title: Permit', 'titel: Permit', 'texts.en.yaml')).join('\n')).toContain(
      'nothing uses the text "titel"',
    );
  });

  test('a language that is missing altogether', () => {
    const { 'texts.fr.yaml': _left, ...files } = permitFiles;
    expect(faultsOf(files)).toContain('texts.fr.yaml:1:1: the file is missing: create it');
  });

  test('everything at once, not one after the other', () => {
    expect(faultsOf(permitWith('to: approved', 'to: aproved')).length).toBe(1);
    const twice = permitWith('to: approved', 'to: aproved')['service.yaml']!.replace('to: rejected', 'to: rejectd');
    expect(faultsOf({ ...permitFiles, 'service.yaml': twice })).toHaveLength(2);
  });
});
