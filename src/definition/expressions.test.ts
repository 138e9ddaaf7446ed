import { describe, expect, test } from 'vitest';
import { createExpressionScope } from './expressions.ts';

const now = new Date('2026-11-22T10:00:00Z');
const scope = createExpressionScope('Asia/Beirut').with({
  people: 'int',
  area: 'double',
  birth: 'timestamp',
  name: 'string',
  urgent: 'bool',
  tags: 'list<string>',
  staff: { rows: { wage: 'double', age: 'int', born: 'timestamp' } },
});
const values = {
  people: 3n,
  area: 1.5,
  birth: new Date('2000-11-22T22:30:00Z'),
  name: ' Rima ',
  urgent: true,
  tags: ['a', 'b'],
  staff: [
    { wage: 100.1, age: 30n, born: new Date('1996-01-01T00:00:00Z') },
    { wage: 100.2, age: 40n, born: new Date('1986-01-01T00:00:00Z') },
  ],
};

const evaluate = (source: string, type: Parameters<typeof scope.compile>[1], given: object = values): unknown => {
  const compiled = scope.compile(source, type);
  if ('fault' in compiled) throw new Error(compiled.fault);
  return compiled.evaluate(given as Record<string, unknown>, now);
};
const faultOf = (source: string, type: Parameters<typeof scope.compile>[1] = 'bool'): string => {
  const compiled = scope.compile(source, type);
  return 'fault' in compiled ? compiled.fault : '';
};

describe('an expression', () => {
  test.each([
    ['people * area', 'double', 4.5],
    ['area - people', 'double', -1.5],
    ['area * people + 1', 'double', 5.5],
    ['people', 'double', 3],
    ['people == 3.0 && area != 2', 'bool', true],
    ['area < people', 'bool', true],
    ['area / 2', 'double', 0.75],
    ['people / 2.0', 'double', 1.5],
  ] as const)('counts with whole and other numbers alike: %s', (source, type, value) => {
    expect(evaluate(source, type)).toBe(value);
  });

  test.each([
    ['birth < today()', 'bool', true],
    ['birth == date("2000-11-23")', 'bool', false],
    ['day(birth)', 'string', '2000-11-23'],
    ['year(birth)', 'int', 2000n],
    ['month(birth)', 'int', 11n],
    ['day_of_month(birth)', 'int', 23n],
    ['weekday(birth)', 'int', 4n],
    ['hour(birth)', 'int', 0n],
    ['years_since(birth)', 'int', 25n],
    ['days_between(birth, today())', 'int', 9_495n],
    ['day(add_days(today(), 10))', 'string', '2026-12-02'],
    ['day(today())', 'string', '2026-11-22'],
    ['now() - birth > duration("24h")', 'bool', true],
    ['(now() - today()).getHours() == 12', 'bool', true],
    ['earliest(staff.map(s, s.born), today()) < date("1990-01-01")', 'bool', true],
    ['day(latest(staff.filter(s, s.age > 90).map(s, s.born), today()))', 'string', '2026-11-22'],
  ] as const)("counts days in the country's zone: %s", (source, type, value) => {
    expect(evaluate(source, type)).toEqual(value);
  });

  test('says that somebody turns eighteen on the day itself, and not the day before', () => {
    const born = (instant: string) => ({ ...values, birth: new Date(instant) });
    expect(evaluate('years_since(birth) >= 18', 'bool', born('2008-11-21T22:00:00Z'))).toBe(true);
    expect(evaluate('years_since(birth) >= 18', 'bool', born('2008-11-22T22:00:00Z'))).toBe(false);
  });

  test.each([
    ['sum(staff.map(s, s.wage))', 'double', 200.3],
    ['sum(staff.map(s, s.age))', 'int', 70n],
    ['average(staff.map(s, s.age))', 'double', 35],
    ['average(staff.filter(s, s.age > 90).map(s, s.age))', 'double', 0],
    ['min(staff.map(s, s.wage))', 'double', 100.1],
    ['max(people, area)', 'double', 3],
    ['max(people, 7)', 'int', 7n],
    ['round(2.5)', 'int', 3n],
    ['round(-2.5)', 'int', -3n],
    ['round(1.005, 2)', 'double', 1.01],
    ['floor(area)', 'int', 1n],
    ['ceil(area)', 'int', 2n],
    ['abs(area - 5)', 'double', 3.5],
    ['ratio(people, 2)', 'double', 1.5],
    ['ratio(area, 0)', 'double', 0],
    ['ratio(people, people - 3)', 'double', 0],
    ['at(tags, 1, "")', 'string', 'b'],
    ['at(tags, 9, "none")', 'string', 'none'],
    ['at(tags, -1, "none")', 'string', 'none'],
    ['at(staff.map(s, s.age), 5, 0)', 'int', 0n],
    ['lower(trim(name))', 'string', 'rima'],
    ['starts(trim(name), "Ri")', 'bool', true],
    ['left(trim(name), 2)', 'string', 'Ri'],
    ['left(name, -4)', 'string', ''],
    ['to_integer("12", 0)', 'int', 12n],
    ['to_integer(name, 7)', 'int', 7n],
    ['to_number("1.5", 0.0)', 'double', 1.5],
    ['string(people) + " " + string(area)', 'string', '3 1.5'],
    ['int(area)', 'int', 1n],
    ['urgent ? "now" : "later"', 'string', 'now'],
  ] as const)('calls %s', (source, type, value) => {
    expect(evaluate(source, type)).toEqual(value);
  });
});

describe('an expression that could fail for some answer is refused with what to write', () => {
  test.each([
    ['area / people > 1.0', 'write ratio(area, people), which is 0 then'],
    ['area / (area - 1.5) > 1.0', 'write ratio('],
    ['area / 0 > 1.0', 'divides by 0'],
    ['people / 2 > 1', 'write ratio(people, 2), or floor(ratio(people, 2)) for whole steps'],
    ['people % people == 0', 'divide by a number that is written out'],
    ['tags[0] == "a"', 'write at(tags, 0, …)'],
    ['staff[0].age > 3', 'write at(staff, 0, …)'],
    ['int(name) > 3', 'write to_integer(…, 0)'],
    ['double(name) > 3.0', 'write to_number(…, 0.0)'],
    ['timestamp(name) < now()', 'write it out'],
    ['duration(name) < duration("2h")', 'write it out'],
    ['date(name) < now()', 'write a day of the calendar between quotes'],
    ['date("2026-02-30") < now()', 'write a day of the calendar between quotes'],
    ['name.matches("(a+)+$")', '"matches" is not offered: declare a field of type "identity"'],
    ['name.substring(2) == ""', 'write left(text, 3)'],
    ['birth.getHours() > 3', 'write hour(…)'],
    ['{"a": 1}.size() > 0', 'tables of values are not offered'],
    ['dyn(name) == 3', '"dyn" is not offered'],
    ['cel.bind(x, name, x == "")', '"bind" is not offered'],
    ['(tags + tags).size() > 3', 'lists are not joined'],
    ['staff.exists(s, s.age / people > 1)', 'write ratio('],
    ['staff.exists(s, s.agee > 1)', 'agee'],
    ['birth < "2000-01-01"', 'no "timestamp < string": write a day as date("2026-03-12")'],
    ['years_since(name) > 3', 'there is no years_since(string): write years_since(timestamp)'],
    ['year_since(birth) > 3', 'did you mean "years_since"?'],
    ['name', 'gives string; write one that gives bool'],
    ['unknown > 3', 'there is no "unknown" here'],
  ])('%s', (source, words) => {
    expect(faultOf(source)).toContain(words);
  });

  test('with its other pieces left alone: a number that is written out may divide', () => {
    expect(faultOf('people % 2 == 0 && area / -2 < 1.0')).toBe('');
  });
});

describe('an expression that would run for ever or grow without bounds', () => {
  test.each([
    ['deeper than anybody reads', `${'('.repeat(60)}true${')'.repeat(60)}`],
    ['longer than anybody reads', Array.from({ length: 400 }, () => 'urgent').join(' && ')],
    ['with an endless list', `people in [${Array.from({ length: 300 }, (_none, index) => index).join(', ')}]`],
  ])('is refused: %s', (_what, source) => {
    expect(faultOf(source)).not.toBe('');
  });

  test('is refused where it goes through lists three deep', () => {
    const deep = 'staff.all(a, staff.all(b, staff.all(c, a.age + b.age + c.age > 0)))';
    expect(faultOf(deep)).toContain('two at most');
    expect(faultOf('staff.filter(a, a.age > 1).map(a, a.age).exists(b, staff.all(c, c.age > b))')).toBe('');
  });

  test('is not computed where a list within itself is too long', () => {
    const pairs = 'staff.all(a, staff.all(b, a.age + b.age > 0))';
    const of = (count: number) => ({ ...values, staff: Array.from({ length: count }, () => values.staff[0]) });
    expect(evaluate(pairs, 'bool', of(300))).toBe(true);
    const started = performance.now();
    expect(evaluate(pairs, 'bool', of(10_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('cannot be computed, in no time', () => {
    const doubled = Array.from({ length: 9 }, () => '.map(x, x + x + x + x + x + x + x + x)').join('');
    const started = performance.now();
    expect(evaluate(`[name]${doubled}.exists(x, x == "")`, 'bool')).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
