import { expect, test } from 'vitest';
import { declareForm } from '../../../test/world/declared.ts';
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

test('a question may hang on a yes or a no', () => {
  const { fields } = declareForm([
    '{ name: urgent, type: yes-no }',
    '{ name: why, type: text, show: "urgent" }',
    '{ name: when, type: text, show: "!urgent" }',
  ]);
  const all = [...fields.values()];
  expect(findReveal(fields.get('why')!, all, {}, noon)).toEqual({ name: 'urgent', values: ['yes'] });
  expect(findReveal(fields.get('when')!, all, {}, noon)).toEqual({ name: 'urgent', values: ['no'] });
});

test('a question may hang on a choice that is left open', () => {
  const { fields } = declareForm([
    '{ name: school, type: choice, options: [primary, none] }',
    '{ name: pupils, type: integer, show: "school != \'none\'" }',
  ]);
  const all = [...fields.values()];
  expect(findReveal(fields.get('pupils')!, all, {}, noon)).toEqual({ name: 'school', values: ['', 'primary'] });
});
