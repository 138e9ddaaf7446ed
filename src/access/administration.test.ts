import { expect, test } from 'vitest';
import { at, covers, staffWith } from '../../test/world/administration.ts';
import { administers, administersAll } from './administration.ts';

const parents: Readonly<Record<string, string | undefined>> = {
  ministry: undefined,
  north: 'ministry',
  south: 'ministry',
  post: 'south',
  other: undefined,
};
const parts = (operator: string | undefined) => ({
  covers,
  country: { operator },
  territory: {
    findInstitution: (code: string) => (code in parents ? { code } : undefined),
    institutionAncestors: (code: string) => (parents[code] === undefined ? [] : [{ code: parents[code] }]),
  },
});
const administrator = (institution: string, services: readonly string[] | null = null) =>
  staffWith('kamal', at('administrator', institution, services));

test('whoever is an administrator where the installation is run, or above, administers everything', () => {
  expect(administersAll(parts('south'), administrator('south'))).toBe(true);
  expect(administersAll(parts('south'), administrator('ministry'))).toBe(true);
  expect(administers(parts('south'), administrator('south'), 'other')).toBe(true);
  expect(administersAll(parts('south'), administrator('post'))).toBe(false);
});

test('an administrator elsewhere administers that institution and what is below it', () => {
  expect(administers(parts('other'), administrator('south'), 'post')).toBe(true);
  expect(administers(parts('other'), administrator('south'), 'north')).toBe(false);
  expect(administersAll(parts('other'), administrator('south'))).toBe(false);
});

test('another role, or the role for some services only, administers nothing', () => {
  expect(administers(parts('ministry'), staffWith('rana', at('permit-agent', 'ministry')), 'ministry')).toBe(false);
  expect(administers(parts('ministry'), administrator('ministry', ['permit']), 'ministry')).toBe(false);
});

test('where no operator is known an institution that answers to no other counts', () => {
  expect(administersAll(parts(undefined), administrator('ministry'))).toBe(true);
  expect(administersAll(parts('gone'), administrator('other'))).toBe(true);
  expect(administersAll(parts(undefined), administrator('north'))).toBe(false);
});
