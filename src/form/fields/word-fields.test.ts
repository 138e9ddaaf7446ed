import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOfForm } from '../../../test/world/declared.ts';
import { tryField, world } from '../../../test/world/field.ts';

const noTexts: readonly unknown[] = [7, true, {}, [], ['a@b.org'], { $ne: '' }];

describe('an e-mail address', () => {
  const email = tryField('email');

  test.each([
    [' Rima.Khoury+permit@Example.ORG ', 'Rima.Khoury+permit@example.org'],
    ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
    ['ريما@مثال.إختبار', 'ريما@مثال.إختبار'],
  ])('is taken: %s', (typed, address) => {
    expect(email.typed(typed)).toBe(address);
    expect(email.again(address)).toBe(address);
  });

  test.each([
    'rima',
    'rima@',
    '@example.org',
    'rima@localhost',
    'rima@example..org',
    'rima@-example.org',
    'ri ma@example.org',
    'rima@exa mple.org',
    '.rima@example.org',
    'rima.@example.org',
    'a@b@example.org',
    'rima@192.168.1.1',
    'Rima <rima@example.org>',
    `${'a'.repeat(65)}@example.org`,
    `rima@${'a.'.repeat(130)}org`,
    'rima@example.org\nBcc: all@example.org',
  ])('is refused: %s', (typed) => {
    expect(email.typed(typed)).toBe('not-an-email');
  });

  test('is refused as anything but text, and in no time', () => {
    for (const wrong of noTexts) expect(email.sent(wrong)).toBe('not-an-email');
    const started = performance.now();
    email.sent(`${'a.'.repeat(100_000)}@${'b-'.repeat(100_000)}`);
    email.sent(`a@${'b-'.repeat(120)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a number of a known pattern', () => {
  const company = tryField('identity', 'pattern: "99-9999999"');
  const card = tryField('identity', 'pattern: ["AA999999", "RL 9999", "\\\\A-**9"]');

  test.each([
    ['12-3456789', '12-3456789'],
    ['123456789', '12-3456789'],
    ['12 3456789', '12-3456789'],
    ['١٢-٣٤٥٦٧٨٩', '12-3456789'],
    [' 12–3456789 ', '12-3456789'],
    ['12 345 67 89', '12-3456789'],
  ])('is kept as the pattern writes it: %s', (typed, value) => {
    expect(company.typed(typed)).toBe(value);
    expect(company.again(value)).toBe(value);
  });

  test.each(['12-345678', '12-34567890', 'AB-3456789', '12-3456789x', '', '-'])('is refused: %s', (typed) => {
    expect(company.typed(typed)).toBe(typed === '' ? undefined : 'not-an-identity');
  });

  test('may have several patterns, with letters in any case', () => {
    expect(card.typed('ab123456')).toBe('AB123456');
    expect(card.typed('rl1234')).toBe('RL 1234');
    expect(card.typed('axyz')).toBe('not-an-identity');
    expect(card.typed('B-x97')).toBe('not-an-identity');
    expect(card.typed('a-xy7')).toBe('A-XY7');
  });

  test('is taken from the API as a number too, and refused as anything else', () => {
    expect(company.sent(123_456_789)).toBe('12-3456789');
    for (const wrong of [true, {}, [], ['12-3456789']]) expect(company.sent(wrong)).toBe('not-an-identity');
    expect(company.sent('1'.repeat(1_000_000))).toBe('not-an-identity');
  });

  // Numbers published with each method.
  test.each([
    ['luhn', '9999999999999999', '4539148803436467', '4539148803436476'],
    ['damm', '9999', '5724', '5727'],
    ['verhoeff', '9999', '2363', '2336'],
    ['mod97', '999999999', '794000000', '123456789'],
    [
      'iban',
      'AA99 **** **** **** **** **** ****',
      'LB62 0999 0000 0001 0019 0122 9114',
      'LB62 0999 0000 0001 0019 0122 9141',
    ],
  ])('knows its check digit: %s', (method, pattern, right, wrong) => {
    const guarded = tryField('identity', `pattern: "${pattern}", check_digit: ${method}`);
    if (method !== 'mod97') expect(guarded.sent(right)).toBe(right);
    expect(guarded.sent(wrong)).toBe('wrong-check-digit');
  });

  test('notices any single wrong digit, and digits that changed places', () => {
    const guarded = tryField('identity', 'pattern: "99999", check_digit: damm');
    const complete = (number: string): string =>
      [...'0123456789'].map((digit) => number + digit).find((each) => guarded.sent(each) === each) ?? '';
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}$/), fc.nat(3), (number, at) => {
        const right = complete(number);
        const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
        if (swapped !== right) expect(guarded.sent(swapped)).toBe('wrong-check-digit');
        const other = String((Number(right.charAt(at)) + 1) % 10);
        expect(guarded.sent(right.slice(0, at) + other + right.slice(at + 1))).toBe('wrong-check-digit');
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['without anything open', 'pattern: "RL-1"', 'leaves nothing open'],
    ['with characters that keyboards do not agree on', 'pattern: "٩٩-٩٩"', 'Latin characters'],
    ['with a backslash at its end', 'pattern: "999\\\\"', 'nothing follows the backslash'],
    ['with a method that nobody knows', 'pattern: "999", check_digit: lunh', 'luhn, mod97, iban, damm, verhoeff'],
  ])('is refused in a declaration %s', (_what, settings, words) => {
    expect(faultsOfForm([`{ name: it, type: identity, ${settings} }`]).join('\n')).toContain(words);
  });
});

describe("a person's name in two scripts", () => {
  const either = tryField('person-name');
  const both = tryField('person-name', 'needs: both');

  test('is kept part by part', () => {
    expect(either.typed({ 'it.ar': ' ليلى  حدّاد ', 'it.latin': 'Leïla Haddad' })).toEqual({
      ar: 'ليلى حدّاد',
      latin: 'Leïla Haddad',
    });
    expect(either.typed({ 'it.ar': 'ليلى', 'it.latin': '' })).toEqual({ ar: 'ليلى' });
    expect(either.typed({ 'it.ar': '', 'it.latin': '' })).toBeUndefined();
    expect(either.sent("Anne-Marie O'Neil")).toEqual({ latin: "Anne-Marie O'Neil" });
    expect(either.sent('ليلى')).toEqual({ ar: 'ليلى' });
  });

  test.each([
    ['Arabic letters among Latin ones', { latin: 'ليلى' }, 'not-latin'],
    ['Latin letters among Arabic ones', { ar: 'ليلى H' }, 'not-arabic'],
    ['no letters at all', { latin: '123' }, 'not-a-name'],
    ['another part', { ar: 'ليلى', nick: 'x' }, 'not-a-name'],
    ['a part that is no text', { ar: 7 }, 'wrong-type'],
    ['a mark that reorders', { latin: 'a\u202Eb' }, 'unreadable-text'],
    ['a very long name', { latin: 'a'.repeat(101) }, 'too-long'],
    ['nothing', {}, 'required'],
    ['a list', [], undefined],
    ['a number', 7, 'not-a-name'],
  ])('is refused with %s', (_what, sent, fault) => {
    const outcome = either.sent(sent);
    expect(outcome).toEqual(fault ?? 'not-a-name');
  });

  test('may be needed in both', () => {
    expect(both.sent({ ar: 'ليلى' })).toBe('latin-missing');
    expect(both.sent({ latin: 'Leila' })).toBe('arabic-missing');
    expect(tryField('person-name', 'needs: latin').sent({ ar: 'ليلى' })).toBe('latin-missing');
  });

  test('is a text in expressions, and said in the letters of the reader', () => {
    const { behaviour, field } = either;
    const name = { ar: 'ليلى', latin: 'Leila' };
    expect(behaviour.toExpression(name, field)).toBe('ليلى');
    expect(behaviour.toExpression({ latin: 'Leila' }, field)).toBe('Leila');
    expect(behaviour.say(name, field, 'fr', world)).toBe('Leila');
    expect(behaviour.say({ latin: 'Leila' }, field, 'ar', world)).toBe('Leila');
  });

  test('comes back from the inputs of a page as it was', () => {
    const name = fc.record({
      ar: fc.stringMatching(/^[ء-ي]{1,20}( [ء-ي]{1,20})?$/),
      latin: fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{1,20}([' -][A-Za-z]{1,20})?$/),
    });
    fc.assert(
      fc.property(name, (value) => {
        const kept = either.sent(value);
        expect(either.again(kept as { ar: string })).toEqual(kept);
      }),
    );
  });
});

describe('an address', () => {
  const home = tryField('address', 'postcode: true');
  const full = { lines: ['شارع رياض الصلح، بناية ٧', 'الطابق الثالث'], place: 'SAIDA', postcode: '1600' };

  test('is kept as its lines, a place and a postcode', () => {
    expect(
      home.typed({
        'it.line1': full.lines[0] ?? '',
        'it.line2': ' الطابق  الثالث ',
        'it.place': 'SAIDA',
        'it.postcode': '1600',
      }),
    ).toEqual(full);
    expect(home.again(full)).toEqual(full);
    expect(home.sent({ lines: 'Rue 7\n', place: 'SAIDA' })).toEqual({ lines: ['Rue 7'], place: 'SAIDA' });
  });

  test.each([
    ['without a place', { lines: ['Rue 7'] }, 'address-place-missing'],
    ['without lines', { place: 'SAIDA' }, 'address-lines-missing'],
    ['in a place that does not exist', { lines: ['Rue 7'], place: 'ATLANTIS' }, 'no-such-place'],
    ['with three lines', { lines: ['a', 'b', 'c'], place: 'SAIDA' }, 'not-an-address'],
    ['with a line that is no text', { lines: [7], place: 'SAIDA' }, 'wrong-type'],
    ['with another part', { lines: ['a'], place: 'SAIDA', flat: 3 }, 'not-an-address'],
    ['as a text', 'Rue 7, Saida', 'not-an-address'],
    ['as a number', 7, 'not-an-address'],
    ['with a very long line', { lines: ['a'.repeat(121)], place: 'SAIDA' }, 'too-long'],
  ])('is refused %s', (_what, sent, fault) => {
    expect(home.sent(sent)).toBe(fault);
  });

  test('takes a postcode only where it is asked for', () => {
    expect(tryField('address').sent(full)).toBe('not-an-address');
  });

  test('is its place in expressions, and said on one line', () => {
    expect(home.behaviour.toExpression(full, home.field)).toBe('SAIDA');
    expect(home.behaviour.say(full, home.field, 'ar', world)).toBe(
      'شارع رياض الصلح، بناية ٧، الطابق الثالث، 1600 صيدا',
    );
  });
});

describe('a consent', () => {
  const terms = tryField('consent', 'required: true');
  const { digests } = terms.field;

  test('keeps which text was agreed to, in which language', () => {
    expect(digests.ar).toMatch(/^[0-9a-f]{64}$/);
    expect(digests.ar).not.toBe(digests.fr);
    expect(terms.typed(`fr ${digests.fr}`)).toEqual({ language: 'fr', wording: digests.fr });
    expect(terms.sent({ language: 'ar' })).toEqual({ language: 'ar', wording: digests.ar });
    expect(terms.again({ language: 'ar', wording: digests.ar })).toEqual({ language: 'ar', wording: digests.ar });
  });

  test('must be given where it is required, and is never given by default', () => {
    expect(terms.typed('')).toBe('consent-missing');
    expect(terms.sent(undefined)).toBe('consent-missing');
    expect(faultsOfForm(['{ name: it, type: consent, default: true }']).join('\n')).toContain(
      'there is no key "default"',
    );
  });

  test('is not taken for a text that is no longer the same', () => {
    expect(terms.typed(`fr ${digests.ar}`)).toBe('consent-outdated');
    expect(terms.typed('fr ')).toBe('consent-outdated');
    expect(terms.sent({ language: 'fr', wording: 'x' })).toBe('consent-outdated');
  });

  test.each([[true], ['yes'], [{}], [{ language: 'de' }], [[]], [7]])('is not %o', (sent) => {
    expect(terms.sent(sent)).toBe(Array.isArray(sent) ? 'not-a-consent' : 'not-a-consent');
  });

  test('is true in expressions once it is given', () => {
    expect(terms.behaviour.toExpression({ language: 'ar', wording: digests.ar }, terms.field)).toBe(true);
  });
});

describe('yes or no', () => {
  const car = tryField('yes-no');

  test('is kept as true or false; nothing ticked is neither', () => {
    expect(car.typed('yes')).toBe(true);
    expect(car.typed('no')).toBe(false);
    expect(car.typed('')).toBeUndefined();
    expect([true, false].map(car.sent)).toEqual([true, false]);
    expect([true, false].map(car.again)).toEqual([true, false]);
    expect(tryField('yes-no', 'required: true').typed('')).toBe('required-choice');
  });

  test.each([[1], [0], ['true'], ['نعم'], [{}], [[]], ['on']])('is not %o', (sent) => {
    expect(car.sent(sent)).toBe('not-yes-or-no');
  });
});
