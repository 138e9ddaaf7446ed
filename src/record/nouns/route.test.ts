import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noon, permitFiles } from '../../../test/world/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { Point } from '../../form/fields/point.ts';
import { compileService } from '../../definition/compile-service.ts';
import { DeclarationError } from '../../definition/fault.ts';
import { reachOfRoutes } from '../../definition/reach.ts';
import type { Service } from '../../definition/service.ts';
import { routeRecord } from './route.ts';

const withRoutes = (rules: string): Service => {
  const yaml = (permitFiles['service.yaml'] ?? '').replace(/route:\n(.*\n)+?\n/, () => `route:\n${rules}\n`);
  return compileService({ ...permitFiles, 'service.yaml': yaml }, 'test', 'Asia/Beirut');
};
const faultsOf = (rules: string): string => {
  try {
    withRoutes(rules);
    return '';
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.message;
  }
};

const service = withRoutes(`  - { to: entered, when: "reason == 'travel'" }
  - { name: health, to: health-ministry, when: "reason == 'medical'" }
  - { to: { type: municipality, of: origin } }
  - { to: owner }
`);
const surroundings = {
  now: noon,
  findInstitutionFor: (type: string, place: string | Point) => (place === 'SAIDA' ? `${type}-${place}` : undefined),
};
const basketOf = (values: Answers, enteredAt?: string) =>
  routeRecord(service, values, values, { ...surroundings, ...(enteredAt !== undefined && { enteredAt }) });

describe('a record goes', () => {
  test('to the institution of a type that covers the answered place', () => {
    expect(basketOf({ reason: 'work', origin: 'SAIDA' })).toEqual({ institution: 'municipality-SAIDA', route: 2 });
  });
  test('to the one that the first rule that holds names', () => {
    expect(basketOf({ reason: 'medical', origin: 'SAIDA' })).toEqual({ institution: 'health-ministry', route: 1 });
  });
  test('where it was entered, or past that rule when the applicant sent it', () => {
    expect(basketOf({ reason: 'travel', origin: 'SAIDA' }, 'police-post')).toEqual({
      institution: 'police-post',
      route: 0,
    });
    expect(basketOf({ reason: 'travel', origin: 'SAIDA' })).toEqual({ institution: 'municipality-SAIDA', route: 2 });
  });
  test('to the last rule where no institution covers the place, or none was answered', () => {
    expect(basketOf({ reason: 'work', origin: 'TYRE' })).toEqual({ institution: 'interior-ministry', route: 3 });
    expect(basketOf({ reason: 'work' })).toEqual({ institution: 'interior-ministry', route: 3 });
  });
  test('never into nobody’s basket, and only where the declaration said that it could', () => {
    const reach = reachOfRoutes(service);
    fc.assert(
      fc.property(
        fc.record({
          reason: fc.constantFrom('medical', 'travel', 'work', ''),
          origin: fc.constantFrom('SAIDA', 'TYRE', ''),
        }),
        fc.option(fc.constantFrom('police-post', 'governor'), { nil: undefined }),
        (values, enteredAt) => {
          const { institution, route } = basketOf(values, enteredAt);
          const found = reach[route]!;
          if ('institution' in found) expect(institution).toBe(found.institution);
          else if ('type' in found) expect(institution).toBe(`${found.type}-SAIDA`);
          else expect([found, institution]).toEqual([{ path: ['route', 0, 'to'], entered: true }, enteredAt]);
        },
      ),
    );
  });
});

test('where records can go is known before anybody answers', () => {
  expect(reachOfRoutes(service)).toEqual([
    { path: ['route', 0, 'to'], entered: true },
    { path: ['route', 1, 'to'], institution: 'health-ministry' },
    { path: ['route', 2, 'to'], type: 'municipality', level: 'municipality', field: 'origin' },
    { path: ['route', 3, 'to'], institution: 'interior-ministry' },
  ]);
});

test.each([
  [
    'a last rule that may not hold',
    '  - { to: owner, when: "reason == \'work\'" }\n',
    'the last rule must always hold',
  ],
  [
    'a last rule that may find nobody',
    '  - { to: { type: municipality, of: origin } }\n',
    'the last rule must always find an institution',
  ],
  ['a last rule that only staff fills', '  - { to: entered }\n', 'the last rule must always find an institution'],
  ['two rules of one name', '  - { name: a, to: owner }\n  - { name: a, to: owner }\n', 'there is already a rule "a"'],
  [
    'a place that is none',
    '  - { to: { type: municipality, of: reason } }\n  - { to: owner }\n',
    '"reason" is neither a place nor a point field',
  ],
])('%s is refused with its place', (_what, rules, expected) => {
  expect(faultsOf(rules)).toContain(expected);
  expect(faultsOf(rules)).toMatch(/^service\.yaml:\d+:\d+: /);
});
