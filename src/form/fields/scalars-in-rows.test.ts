import { expect, test } from 'vitest';
import { declareForm } from '../../../test/world/declared.ts';
import { world } from '../../../test/world/field.ts';
import { sentOf } from '../read-form.ts';
import { validate } from '../validate.ts';
import { behaviourOf } from './all.ts';

const service = declareForm([
  `{ name: staff, type: rows, fields: [
      { name: who, type: person-name, required: true },
      { name: born, type: date, max: today },
      { name: wage, type: money, currency: USD },
      { name: home, type: address },
      { name: yearly, type: calculated, gives: money, currency: USD, of: "wage * 12" },
      { name: terms, type: consent } ] }`.replaceAll('\n', ' '),
  '{ name: total, type: calculated, gives: money, currency: USD, of: "sum(staff.filter(s, has(s.wage)).map(s, s.wage))" }',
  '{ name: oldest, type: calculated, gives: date, of: "earliest(staff.filter(s, has(s.born)).map(s, s.born), today())" }',
]);
const fields = [...service.fields.values()];
const staff = service.fields.get('staff');
if (!staff) throw new Error('the rows are missing');

test('rows hold answers of every type, and results follow from them', () => {
  const { answers, errors } = validate(
    fields,
    {
      staff: [
        {
          who: { ar: 'ليلى' },
          born: '1985-03-12',
          wage: '450.5',
          home: { lines: ['Rue 7'], place: 'SAIDA' },
          terms: { language: 'ar' },
        },
        { who: { latin: 'Sami' }, wage: 100.1 },
      ],
    },
    world,
  );
  expect(errors).toEqual([]);
  expect(answers).toMatchObject({
    staff: [
      { wage: '450.5', yearly: '5406' },
      { who: { latin: 'Sami' }, wage: '100.1', yearly: '1201.2' },
    ],
    total: '550.6',
    oldest: '1985-03-12',
  });
});

test('what is wrong in a row is said with its place', () => {
  const { errors } = validate(fields, { staff: [{ who: { ar: 'x' }, born: '2027-01-01', wage: 'abc' }] }, world);
  expect(errors.map(({ path, code }) => `${path}: ${code}`)).toEqual([
    'staff.0.who: not-arabic',
    'staff.0.born: in-the-future',
    'staff.0.wage: not-a-number',
  ]);
});

test('rows come back from the inputs of a page as they were', () => {
  const row = {
    who: { ar: 'ليلى', latin: 'Leila' },
    born: '1985-03-12',
    wage: '450.5',
    home: { lines: ['Rue 7'], place: 'SAIDA' },
  };
  const inputs = behaviourOf(staff).toInputs([row], staff, world);
  expect(inputs).toMatchObject({
    'staff.0.who.ar': 'ليلى',
    'staff.0.home.line1': 'Rue 7',
    'staff.0.born.year': '1985',
  });
  expect(sentOf([staff], inputs, world)).toEqual({ staff: [row] });
});
