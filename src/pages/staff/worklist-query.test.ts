import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listParameter,
  readId,
  readList,
  readPlace,
  readWorklistQuery,
  worklistHref,
  writePlace,
  writeWorklistQuery,
} from './worklist-query.ts';

const plain = readWorklistQuery({});
const word = fc.string({ maxLength: 60 }).map((text) => text.trim().slice(0, 60));
const query = fc.record({
  view: fc.constantFrom('open' as const, 'waiting' as const, 'all' as const),
  service: word,
  state: word,
  mine: fc.boolean(),
  overdue: fc.boolean(),
  escalated: fc.boolean(),
  holder: fc.constantFrom('me', 'nobody', ''),
  field: word,
  place: word,
  where: word,
  search: word,
  q: fc.constant(''),
  kept: fc.constant(''),
  exact: fc.boolean(),
  show: fc.constantFrom('list' as const, 'map' as const),
  at: word,
  after: word,
  before: word,
});

describe('the address of a worklist', () => {
  it('says everything that was chosen, and nothing that was not', () => {
    expect(writeWorklistQuery(plain)).toBe('');
    expect(worklistHref(plain, { state: 'new', mine: true })).toBe('/staff?state=new&mine=1');
    fc.assert(
      fc.property(query, (chosen) => {
        expect(readWorklistQuery(Object.fromEntries(new URLSearchParams(writeWorklistQuery(chosen))))).toEqual(chosen);
      }),
    );
  });

  it('begins at the beginning when something else is chosen', () => {
    expect(worklistHref({ ...plain, after: '0..5', overdue: true }, { state: 'new' })).toBe(
      '/staff?state=new&overdue=1',
    );
  });

  it('goes with a record that is opened from it, and comes back the same', () => {
    fc.assert(
      fc.property(query, (chosen) => {
        const carried = Object.fromEntries(new URLSearchParams(listParameter(chosen)));
        expect(readList(carried)).toEqual(chosen);
      }),
    );
    expect(readList({})).toBeUndefined();
    expect(listParameter(undefined)).toBe('');
  });

  it('is read as the plain list from values that mean nothing', () => {
    fc.assert(fc.property(fc.anything(), (values) => void readWorklistQuery(typeof values === 'object' ? values : {})));
    expect(readWorklistQuery({ view: 'everything', mine: 'yes', state: ['a', 'b'], q: { evil: 1 } })).toEqual({
      ...plain,
      state: 'a',
    });
    expect(readList({ list: 'x'.repeat(2_001) })).toBeUndefined();
  });
});

describe('a place in a list', () => {
  it('is the same after having stood in an address', () => {
    const place = fc.record({
      escalated: fc.boolean(),
      urgent: fc.boolean(),
      dueAt: fc.option(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })),
      id: fc.integer({ min: 1, max: 1e12 }),
    });
    fc.assert(
      fc.property(place, (one) => {
        expect(readPlace(writePlace(one))).toEqual(one);
      }),
    );
  });

  it.each(['', '20..1', '0..1', '00.x.1', "10..1'; drop table record", '00.-5.1', '00.1.99999999999999999'])(
    'is none where the address says %j',
    (text) => {
      expect(readPlace(text)).toBeUndefined();
      expect(readId(text)).toBeUndefined();
    },
  );
});
