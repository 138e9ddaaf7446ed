import { describe, expect, test } from 'vitest';
import { permitFiles } from '../../../test/world/service.ts';
import { compileService } from '../compile-service.ts';
import { DeclarationError } from '../fault.ts';

const faultsWith = (from: string, to: string): string => {
  const text = permitFiles['service.yaml'] ?? '';
  expect(text).toContain(from);
  try {
    compileService({ ...permitFiles, 'service.yaml': text.replace(from, () => to) }, 'test', 'Asia/Beirut');
    return '';
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.message;
  }
};

describe('what everybody may know of the records is refused', () => {
  test.each([
    [
      'when a column does not exist',
      'columns: [reason,',
      'columns: [raeson,',
      'no column "raeson" (did you mean "reason"?)',
    ],
    ['when a column is personal', 'columns: [reason,', 'columns: [full_name,', '"full_name" is personal: leave it out'],
    ['when a column is not declared public', 'columns: [reason,', 'columns: [leave_at,', '"leave_at" is internal'],
    ['when a place is raised to what it has not', 'origin.district,', 'origin.county,', '"origin" has no county'],
    ['when another answer is raised', 'columns: [reason,', 'columns: [reason.district,', '"reason" has no district'],
    ['when no threshold is given', '  suppress_below: 10\n', '', '"suppress_below" is missing'],
    [
      'when the threshold protects nobody',
      'suppress_below: 10',
      'suppress_below: 1',
      'Rows that stand for fewer records',
    ],
    [
      'when a figure looks at something personal',
      `of: "state == 'approved'"`,
      `of: "full_name == 'X'"`,
      'looks at "full_name", which is personal: a public figure may not',
    ],
    ['when a figure is broken down by something personal', 'by: [reason,', 'by: [phone,', '"phone" is personal'],
    ['when a figure is no condition', `of: "state == 'approved'"`, 'of: "reason"', 'write one that gives bool'],
  ])('%s', (_what, from, to, expected) => {
    expect(faultsWith(from, to)).toContain(expected);
  });

  test('staff may see figures over what only they may read', () => {
    expect(faultsWith(`of: "state == 'approved'"`, `for: staff\n    of: "plate != ''"`)).toBe('');
  });
});
