import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursAfter, noon, permit, permitData, worldAt } from '../../test/world/service.ts';
import { locales } from '../base/texts.ts';
import type { FieldOf } from '../definition/service.ts';
import { fieldBehaviour } from './fields/all.ts';
import { validate } from './validate.ts';

const read = (changes: Record<string, unknown> = {}) =>
  validate(permit.fields.values(), permitData(changes), worldAt(noon));
const faultsOf = (changes: Record<string, unknown>) => read(changes).errors.map(({ path, code }) => `${path}: ${code}`);

describe('a form', () => {
  test('takes a complete submission and keeps answers in their normal form', () => {
    expect(read()).toEqual({
      errors: [],
      answers: {
        full_name: 'ليلى حدّاد',
        phone: '+9613123456',
        origin: 'SAIDA',
        destination: 'SAIDA',
        reason: 'medical',
        leave_at: hoursAfter(1),
        back_at: hoursAfter(3),
      },
    });
  });

  test('reads Arabic-Indic and Persian digits', () => {
    expect(read({ phone: '٠٣ ١٢٣ ٤٥٦' }).answers['phone']).toBe('+9613123456');
    expect(read({ phone: '۰۳۱۲۳۴۵۶' }).answers['phone']).toBe('+9613123456');
  });

  test('reads instants with any offset and keeps them in UTC', () => {
    expect(read({ leave_at: '2026-11-22T13:30:00+02:00', back_at: '2026-11-22T16:00:00+02:00' }).answers).toMatchObject(
      {
        leave_at: '2026-11-22T11:30:00.000Z',
        back_at: '2026-11-22T14:00:00.000Z',
      },
    );
  });

  test.each([
    ['a missing answer', { full_name: undefined }, ['full_name: required']],
    ['an empty one', { full_name: '  ' }, ['full_name: required']],
    ['an unknown field', { is_admin: true }, ['is_admin: unknown-field']],
    ['a wrong type', { full_name: 7 }, ['full_name: wrong-type']],
    ['an object for text', { reason: { $ne: '' } }, ['reason: wrong-type']],
    ['a place that does not exist', { origin: 'ATLANTIS' }, ['origin: no-such-place']],
    ['an option that is not offered', { reason: 'beach' }, ['reason: not-an-option']],
    ['half a phone number', { phone: '+961 3 12' }, ['phone: not-a-phone']],
    ['a date in the past', { leave_at: hoursAfter(-1) }, ['leave_at: not-in-the-past']],
    ['the year 20260', { leave_at: '20260-11-22T12:00:00Z' }, ['leave_at: not-a-datetime']],
    ['the 30th of February', { leave_at: '2026-02-30T12:00:00Z' }, ['leave_at: not-a-datetime']],
    ['an hour 25', { leave_at: '2026-11-22T25:00:00Z' }, ['leave_at: not-a-datetime']],
    ['a local time without offset', { leave_at: '2026-11-22T12:00:00' }, ['leave_at: not-a-datetime']],
    ['a return before leaving', { back_at: hoursAfter(0.5) }, ['back_at: after-leaving']],
    ['thirteen hours out', { back_at: hoursAfter(14) }, ['back_at: within-twelve-hours']],
    ['another reason without explanation', { reason: 'other' }, ['explanation: required']],
    ['a name that reorders what follows it', { full_name: 'a\u202Eb' }, ['full_name: unreadable-text']],
    ['a lone surrogate', { full_name: 'a\uD800' }, ['full_name: unreadable-text']],
    ['a very long name', { full_name: 'ا'.repeat(101) }, ['full_name: too-long']],
  ])('refuses %s, next to the field', (_what, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  test('says everything that is wrong at once, in every language', () => {
    const { errors } = read({ full_name: undefined, phone: 'x', reason: 'other' });
    expect(errors).toHaveLength(3);
    for (const { message } of errors) for (const locale of locales) expect(message[locale]).toMatch(/\S/);
  });

  test('drops the answer of a hidden question', () => {
    expect(read({ reason: 'food', explanation: 'hidden' })).toMatchObject({ errors: [] });
    expect(read({ reason: 'food', explanation: 'hidden' }).answers).not.toHaveProperty('explanation');
  });

  test('never throws and never keeps more than was declared, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom(...permit.fields.keys()), fc.string()), fc.anything()),
        (sent) => {
          const { answers } = validate(permit.fields.values(), sent, worldAt(noon));
          for (const [name, value] of Object.entries(answers)) {
            expect(permit.fields.has(name)).toBe(true);
            expect(typeof value).toBe('string');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('reads back what it kept: a valid answer stays the same when sent again', () => {
    const { answers } = read({ reason: 'other', explanation: 'زيارة\nوالدتي', plate: 'B 123456' });
    expect(validate(permit.fields.values(), answers, worldAt(noon))).toEqual({ answers, errors: [] });
  });
});

describe('a date and time in three fields and one', () => {
  const field = permit.fields.get('leave_at') as FieldOf<'datetime'>;
  const world = worldAt(noon);

  test("is read in the country's zone, across the change to summer time", () => {
    const inputs = { 'leave_at.day': '٢٢', 'leave_at.month': '7', 'leave_at.year': '2026', 'leave_at.time': '14:30' };
    expect(fieldBehaviour.datetime.fromInputs(inputs, field, world)).toBe('2026-07-22T11:30:00.000Z');
  });

  test('gives back any instant of this century', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-04-01'), max: new Date('2026-10-01'), noInvalidDate: true }),
        (date) => {
          const minute = new Date(Math.floor(+date / 60_000) * 60_000).toISOString();
          expect(
            fieldBehaviour.datetime.fromInputs(fieldBehaviour.datetime.toInputs(minute, field, world), field, world),
          ).toBe(minute);
        },
      ),
    );
  });

  test.each(['31', '0', 'x', '1e1', '99'])('refuses day %s of November', (day) => {
    const inputs = { 'leave_at.day': day, 'leave_at.month': '11', 'leave_at.year': '2026', 'leave_at.time': '10' };
    expect(
      fieldBehaviour.datetime.read(fieldBehaviour.datetime.fromInputs(inputs, field, world), field, world, {}),
    ).toEqual({ fault: 'not-a-datetime' });
  });

  test('is said with the month names of the country and Latin digits', () => {
    expect(fieldBehaviour.datetime.say('2026-03-12T12:30:00.000Z', field, 'ar', world)).toMatch(/12 آذار 2026/);
    expect(fieldBehaviour.datetime.say('2026-03-12T12:30:00.000Z', field, 'fr', world)).toMatch(/12 mars 2026/);
  });
});
