import { describe, expect, test } from 'vitest';
import { tryField, world } from '../../../test/world/field.ts';
import { tokenOf } from '../file-token.ts';

const file = (id: number, more: object = {}) => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  name: 'عقد الإيجار 2.pdf',
  size: 34_567,
  type: 'application/pdf',
  sha256: 'ab'.repeat(32),
  ...more,
});

describe('files', () => {
  const any = tryField('files', 'count: 2, size: 1');

  test('are taken as the upload gave them back, from data and from the inputs of a page', () => {
    expect(any.sent([file(1), file(2)])).toEqual([file(1), file(2)]);
    expect(any.again([file(1), file(2)])).toEqual([file(1), file(2)]);
    expect(any.typed({ 'it.file.3': tokenOf(file(1)) })).toEqual([file(1)]);
    expect(any.sent([])).toBeUndefined();
    expect(any.typed({ 'it.file.0': '' })).toBeUndefined();
  });

  test.each([
    ['text', 'a.pdf', 'not-files'],
    ['one that is no list', file(1), 'not-files'],
    ['the same twice', [file(1), file(1)], 'not-files'],
    ['more than are accepted', [file(1), file(2), file(3)], 'too-many-files'],
    ['a larger one', [file(1, { size: 1_048_577 })], 'file-too-large'],
    ['a page', [file(1, { type: 'text/html' })], 'wrong-file-type'],
    ['a path as its name', [file(1, { name: '../x.pdf' })], 'not-files'],
    ['a name that turns round', [file(1, { name: 'x\u202e.pdf' })], 'not-files'],
    ['more said than is asked', [file(1, { content: 'x' })], 'not-files'],
    ['an id that is none', [file(1, { id: "1' or '1'='1" })], 'not-files'],
    ['a size of nought', [file(1, { size: 0 })], 'not-files'],
  ])('are not: %s', (_what, sent, fault) => {
    expect(any.sent(sent)).toBe(fault);
  });

  test('are named with their size, and counted in expressions', () => {
    expect(any.behaviour.say([file(1)], any.field, 'ar', world)).toBe('عقد الإيجار 2.pdf (34\u00a0كيلوبايت)');
    expect(any.behaviour.toExpression([file(1), file(2)], any.field)).toBe(2n);
    const { service } = tryField('photos', 'check: { enough: "it >= 2" }');
    expect(service.fields.get('it')?.checks).toHaveLength(1);
  });

  test('that must be there are asked for in words of their own', () => {
    expect(tryField('files', 'required: true').sent(undefined)).toBe('files-missing');
  });

  test('as photos take pictures only', () => {
    expect(tryField('photos').sent([file(1)])).toBe('wrong-file-type');
  });
});
