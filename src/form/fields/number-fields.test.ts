import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOfForm } from '../../../test/world/declared.ts';
import { tryField, world } from '../../../test/world/field.ts';

const wrongTypes: readonly unknown[] = [{}, [], [1], true, { $gt: 0 }, 'abc', '1e3', 'NaN', 'Infinity', '٫', '-', '.'];

describe('a whole number', () => {
  const people = tryField('integer', 'min: 0, max: 2000000');

  test.each([
    ['1500', 1500],
    ['١٥٠٠', 1500],
    ['۱۵۰۰', 1500],
    [' 1 500 ', 1500],
    ['1\u202f500', 1500],
    ['1.500', 1500],
    ['1,500', 1500],
    ['1.234.567', 1_234_567],
    ['١٬٢٣٤٬٥٦٧', 1_234_567],
    ['\u200f١٥٠٠\u200e', 1500],
    ['+7', 7],
    ['007', 7],
    ['12,00', 12],
    ['0', 0],
  ])('is read as people type it: %s', (typed, number) => {
    expect(people.typed(typed)).toBe(number);
  });

  test.each([
    ['1.5', 'not-a-whole-number'],
    ['1,234.5', 'not-a-whole-number'],
    ['1 2', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['twelve', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['-1', 'too-small'],
    ['\u22121', 'too-small'],
    ['2000001', 'too-large'],
    ['9'.repeat(16), 'too-many-digits'],
    ['9'.repeat(400), 'not-a-number'],
  ])('is not taken for something else: %s', (typed, fault) => {
    expect(people.typed(typed)).toBe(fault);
  });

  test('is taken from the API as a number or as text, and refused as anything else', () => {
    expect(people.sent(1500)).toBe(1500);
    expect(people.sent('1500')).toBe(1500);
    expect(people.sent(1.5)).toBe('not-a-whole-number');
    expect(people.sent(1e21)).toBe('not-a-number');
    expect(people.sent(Number.NaN)).toBe('not-a-number');
    expect(people.sent('')).toBeUndefined();
    for (const wrong of wrongTypes) expect(people.sent(wrong)).toBe('not-a-number');
  });

  test('comes back from the inputs of a page as it was', () => {
    const any = tryField('integer');
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (number) => {
        expect(any.again(number)).toBe(number);
      }),
    );
  });

  test('is said with the signs of each language', () => {
    expect(people.behaviour.say(1_234_567, people.field, 'ar', world)).toBe('1.234.567');
    expect(people.behaviour.say(1_234_567, people.field, 'fr', world)).toBe('1\u202f234\u202f567');
    expect(people.behaviour.say(1_234_567, people.field, 'en', world)).toBe('1,234,567');
  });

  test('is described to programs', () => {
    expect(people.behaviour.jsonSchema(people.field, 'en')).toEqual({
      type: 'integer',
      minimum: 0,
      maximum: 2_000_000,
    });
  });
});

describe('a number with decimals', () => {
  const metres = tryField('decimal', 'min: -10.5, max: 100000');

  test.each([
    ['1500,25', 1500.25],
    ['1.500,25', 1500.25],
    ['1,500.25', 1500.25],
    ['1 500,25', 1500.25],
    ['١٥٠٠٫٢٥', 1500.25],
    ['١٬٥٠٠٫٢٥', 1500.25],
    ['1.500', 1500],
    ['1,500', 1500],
    ['0.500', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-3,5', -3.5],
    ['-0', 0],
  ])('is read as people type it: %s', (typed, number) => {
    expect(metres.typed(typed)).toBe(number);
  });

  test.each([
    ['1.2345', 'too-many-decimals'],
    ['-10,51', 'too-small'],
    ['100000,01', 'too-large'],
    ['1,2.3,4', 'not-a-number'],
  ])('is not taken for something else: %s', (typed, fault) => {
    expect(metres.typed(typed)).toBe(fault);
  });

  test('with three decimals asks what 1.500 means, but not when a program sends it', () => {
    const dinars = tryField('decimal', 'decimals: 3');
    expect(dinars.typed('1.500')).toBe('ambiguous-number');
    expect(dinars.typed('1,500')).toBe('ambiguous-number');
    expect(dinars.typed('1500')).toBe(1500);
    expect(dinars.typed('1,5')).toBe(1.5);
    expect(dinars.sent('1.500')).toBe(1.5);
    expect(dinars.sent(1.125)).toBe(1.125);
  });

  test('comes back from the inputs of a page as it was', () => {
    for (const decimals of [1, 2, 3, 6]) {
      const any = tryField('decimal', `decimals: ${decimals}`);
      fc.assert(
        fc.property(fc.integer({ min: -1e11, max: 1e11 }), (units) => {
          const number = Number((units / 10 ** decimals).toFixed(decimals)) || 0;
          expect(any.again(number)).toBe(number);
        }),
      );
    }
  });

  test('never throws and never keeps what is no number, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        const { behaviour, field } = metres;
        const reading = behaviour.read(sent, field, world, {});
        if ('value' in reading) expect(Number.isFinite(reading.value)).toBe(true);
      }),
    );
  });
});

describe('an amount of money', () => {
  const fee = tryField('money');
  const dollars = tryField('money', 'currency: USD, max: 5000.5');

  test("is in the country's currency unless it says otherwise, and keeps to its decimals", () => {
    expect(fee.typed('1.500.000')).toBe('1500000');
    expect(fee.typed('1500,5')).toBe('not-a-whole-number');
    expect(dollars.typed('1500,5')).toBe('1500.5');
    expect(dollars.typed('1500,555')).toBe('too-many-decimals');
    expect(dollars.typed('-1')).toBe('too-small');
    expect(dollars.typed('5000.51')).toBe('too-large');
  });

  test('is kept as text that is exact, whatever it was sent as', () => {
    expect(dollars.sent('0.10')).toBe('0.1');
    expect(dollars.sent(0.1)).toBe('0.1');
    expect(dollars.sent('00012.30')).toBe('12.3');
    expect(tryField('money', 'currency: USD').sent('9007199254740.93')).toBe('9007199254740.93');
    for (const wrong of wrongTypes) expect(dollars.sent(wrong)).toBe('not-a-number');
  });

  test('is said with the sign of its currency', () => {
    const { behaviour, field } = dollars;
    expect(behaviour.say('1500.5', field, 'ar', world)).toMatch(/1\.500,50\s\u200eUS\$\u200e/);
    expect(behaviour.say('1500.5', field, 'fr', world)).toMatch(/1\s500,50.\$US/);
    expect(behaviour.say('1500.5', field, 'en', world)).toBe('US$1,500.50');
    expect(fee.behaviour.say('1500000', fee.field, 'ar', world)).toMatch(/1\.500\.000.ل\.ل\./);
  });

  test('comes back from the inputs of a page as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (cents) => {
        const amount = String(Number((cents / 100).toFixed(2)));
        expect(dollars.again(amount)).toBe(amount);
      }),
    );
  });
});

describe('a declaration of numbers is refused', () => {
  test.each([
    ['when nothing fits', 'integer, min: 5, max: 3', 'nothing is between 5 and 3'],
    ['when what it offers would not be accepted', 'decimal, max: 3, default: 4', '4 would not be accepted'],
    ['when its currency does not exist', 'money, currency: XQZ', 'there is no currency "XQZ"'],
    ['when a whole number has decimals', 'integer, min: 0.5', 'The smallest number accepted'],
  ])('%s', (_what, declared, words) => {
    expect(faultsOfForm([`{ name: it, type: ${declared} }`]).join('\n')).toContain(words);
  });
});
