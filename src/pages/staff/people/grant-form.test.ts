import { expect, test } from 'vitest';
import type { Request } from '../../route.ts';
import { readGrant } from './grant-form.tsx';

const read = (body: Readonly<Record<string, unknown>>) => readGrant({ body } as Request, 'Asia/Beirut');

test('only what the form asks for is read, whatever else is sent along', () => {
  const typed = read({
    email: ' Rana@Example.gov ',
    role: 'clerk',
    institution: 'north',
    services: ['permits', 'library'],
    'from.day': '1',
    'from.month': '12',
    'from.year': '2026',
    id: '1',
    granted_by: 'somebody',
    grantedBy: 'somebody',
    accountId: 'somebody',
    validUntil: '2099-01-01',
    ended_at: '',
    for: 'somebody',
    __proto__: { role: 'administrator' },
    constructor: 'x',
  });
  expect(Object.keys(typed)).toEqual(['email', 'role', 'institution', 'services', 'from', 'until']);
  expect(typed).toMatchObject({ email: 'rana@example.gov', role: 'clerk', services: ['permits', 'library'] });
  expect(typed.from.at).toEqual(new Date('2026-11-30T22:00:00Z'));
  expect(typed.until.at).toBeUndefined();
});

test('values of other shapes than the form sends are taken for nothing', () => {
  const typed = read({
    email: { a: 1 },
    role: ['administrator', 'clerk'],
    services: { 0: 'x' },
    'until.day': '31',
    'until.month': '2',
    'until.year': '2027',
  });
  expect(typed).toMatchObject({ email: '', services: [], until: { at: 'wrong' } });
  expect(read({}).services).toEqual([]);
  expect(typed.role).toBe('administrator');
});
