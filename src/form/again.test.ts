import { expect, test } from 'vitest';
import { declareForm } from '../../test/world/declared.ts';
import { noon, worldAt } from '../../test/world/service.ts';
import { inputsAgain } from './again.ts';
import { sentOf } from './read-form.ts';
import { validate } from './validate.ts';

const world = worldAt(noon);

test('a new request begins with who and where one is, and asks anew for what is sensitive, promised or past', () => {
  const service = declareForm([
    '{ name: company, type: text, required: true }',
    '{ name: illness, type: text, protect: sensitive }',
    '{ name: opening_from, type: date, min: today }',
    '{ name: paper, type: files }',
    `{ name: people, type: rows, protect: sensitive, fields: [{ name: full_name, type: text, required: true }, { name: result, type: choice, options: [negative, positive], required: true, protect: sensitive }] }`,
    '{ name: count, type: calculated, of: "size(people)", gives: integer }',
    '{ name: promise, type: consent, required: true }',
  ]);
  const before = {
    company: 'معمل',
    illness: 'x',
    opening_from: '2026-03-01',
    people: [
      { full_name: 'علي', result: 'negative' },
      { full_name: 'رنا', result: 'positive' },
    ],
    count: 2,
    promise: { language: 'ar', wording: 'w' },
  } as never;
  const inputs = inputsAgain(service, before, world);
  expect(inputs).toEqual({ company: 'معمل', 'people.0.full_name': 'علي', 'people.1.full_name': 'رنا' });
  const fields = [...service.fields.values()];
  expect(validate(fields, sentOf(fields, inputs, world), world).errors.map(({ path }) => path)).toEqual([
    'people.0.result',
    'people.1.result',
    'promise',
  ]);
});
