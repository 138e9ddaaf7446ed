import { describe, expect, test } from 'vitest';
import { noon, permit, worldAt } from '../../test/world/service.ts';
import { answersOf, isDone, readForm } from './read-form.ts';
import type { Inputs } from './fields/field-type.ts';
import { validate } from './validate.ts';

const world = worldAt(noon);
const read = (inputs: Inputs) => readForm(permit, inputs, world);
const pageOf = (inputs: Inputs, name: string) => {
  const reading = read(inputs).find(({ page }) => page.name === name);
  if (!reading) throw new Error(`there is no page ${name}`);
  return reading;
};
const namesOf = (fields: readonly { readonly name: string }[]) => fields.map(({ name }) => name);

const typed: Inputs = {
  full_name: ' ليلى  حدّاد ',
  phone: '٠٣ ١٢٣ ٤٥٦',
  origin: 'SAIDA',
  destination: 'SAIDA',
  reason: 'medical',
  'leave_at.day': '22',
  'leave_at.month': '١١',
  'leave_at.year': '2026',
  'leave_at.time': '13:00',
  'back_at.day': '22',
  'back_at.month': '11',
  'back_at.year': '2026',
  'back_at.time': '1500',
  plate: '',
};

describe('a form that is filled in page by page', () => {
  test('finds nothing wrong with pages that nobody has answered, and takes none of them for done', () => {
    const readings = read({});
    expect(readings.flatMap(({ errors }) => errors)).toEqual([]);
    expect(readings.some(isDone)).toBe(false);
  });

  test('gives what was typed, on all pages together, in its normal form', () => {
    const readings = read(typed);
    expect(readings.every(isDone)).toBe(true);
    const answers = answersOf(readings);
    expect(answers).toEqual({
      full_name: 'ليلى حدّاد',
      phone: '+9613123456',
      origin: 'SAIDA',
      destination: 'SAIDA',
      reason: 'medical',
      leave_at: '2026-11-22T11:00:00.000Z',
      back_at: '2026-11-22T13:00:00.000Z',
    });
    expect(validate(permit.fields.values(), answers, world)).toEqual({ answers, errors: [] });
  });

  test('says what is wrong on the page where it was typed, and only there', () => {
    const readings = read({ ...typed, phone: '+961 3 12' });
    expect(
      readings
        .filter(({ errors }) => errors.length > 0)
        .map(({ page, errors }) => [page.name, errors.map(({ path, code }) => `${path}: ${code}`)]),
    ).toEqual([['applicant', ['phone: not-a-phone']]]);
  });

  test('asks for an explanation only with the answer that calls for it', () => {
    expect(namesOf(pageOf(typed, 'reason').shown)).toEqual(['reason']);
    const other = pageOf({ ...typed, reason: 'other' }, 'reason');
    expect(namesOf(other.shown)).toEqual(['reason', 'explanation']);
    expect(other.errors.map(({ path }) => path)).toEqual(['explanation']);
  });

  test('forgets an explanation that the answer no longer calls for', () => {
    expect(answersOf(read({ ...typed, reason: 'food', explanation: 'typed before' }))).not.toHaveProperty(
      'explanation',
    );
  });

  test('notices that a time which was right has passed', () => {
    const later = readForm(permit, typed, worldAt(new Date('2026-11-22T12:00:00Z')));
    expect(later.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['not-in-the-past']);
  });

  test('takes a page that was sent empty for answered, with what is missing', () => {
    const reading = pageOf({ full_name: '', phone: '' }, 'applicant');
    expect(reading.visited).toBe(true);
    expect(reading.errors.map(({ code }) => code)).toEqual(['required', 'required']);
  });
});
