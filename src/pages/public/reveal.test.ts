import { expect, test } from 'vitest';
import type { Field } from '../../definition/service.ts';
import { noon, permit } from '../../../test/world/service.ts';
import { dependsOnItsPage, findReveal } from './reveal.ts';

const page = permit.pages.find(({ fields }) => fields.some(({ show }) => show))!;
const conditional = page.fields.find(({ show }) => show)!;

test('a question that hangs on an answer of its page is known with the answers that call for it', () => {
  expect(dependsOnItsPage(conditional, page.fields)).toBe(true);
  expect(findReveal(conditional, page.fields, {}, noon)).toEqual({ name: 'reason', values: ['other'] });
});

test('a question without a condition hangs on nothing', () => {
  expect(dependsOnItsPage(page.fields[0]!, page.fields)).toBe(false);
  expect(findReveal(page.fields[0]!, page.fields, {}, noon)).toBeUndefined();
});

test('a condition on free text is left to the server', () => {
  const asText = page.fields.map((field) =>
    field.name === 'reason' ? ({ ...field, type: 'text', max: 200 } as Field) : field,
  );
  expect(findReveal(conditional, asText, {}, noon)).toBeUndefined();
});
