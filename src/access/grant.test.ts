import { expect, it } from 'vitest';
import { type Covers, type Grant, hasRole, mayActAs, type Staff } from './grant.ts';

const staffWith = (...grants: Grant[]): Staff => ({
  accountId: 'account',
  sessionId: 'session',
  email: 'rana@example.gov',
  name: { ar: 'رنا', fr: 'Rana', en: 'Rana' },
  locale: 'ar',
  demonstration: false,
  grants,
});

/** ministry › directorate; the police stands apart. */
const covers: Covers = (holder, institution) =>
  holder === institution || (holder === 'ministry' && institution === 'directorate');

const need = { role: 'permit-agent', institution: 'directorate', service: 'permit' };

it('allows a role at the institution itself and at one above it', () => {
  for (const institution of ['directorate', 'ministry']) {
    expect(mayActAs(staffWith({ role: 'permit-agent', institution, services: null }), need, covers)).toBe(true);
  }
});

it('refuses another role, another institution, an institution below, another service, and no grant at all', () => {
  const cases: Grant[][] = [
    [{ role: 'police', institution: 'ministry', services: null }],
    [{ role: 'permit-agent', institution: 'police', services: null }],
    [{ role: 'permit-agent', institution: 'ministry', services: ['petition'] }],
    // Two halves of a grant are not a whole one.
    [
      { role: 'permit-agent', institution: 'police', services: null },
      { role: 'police', institution: 'ministry', services: null },
    ],
    [],
  ];
  for (const grants of cases) expect(mayActAs(staffWith(...grants), need, covers)).toBe(false);
  const below = staffWith({ role: 'permit-agent', institution: 'directorate', services: null });
  expect(mayActAs(below, { ...need, institution: 'ministry' }, covers)).toBe(false);
});

it('keeps a grant for some services to these', () => {
  const staff = staffWith({ role: 'permit-agent', institution: 'ministry', services: ['permit'] });
  expect(mayActAs(staff, need, covers)).toBe(true);
  expect(mayActAs(staff, { ...need, service: 'petition' }, covers)).toBe(false);
});

it('knows whether somebody holds one of some roles anywhere', () => {
  const staff = staffWith({ role: 'police', institution: 'post', services: null });
  expect(hasRole(staff, ['inspector', 'police'])).toBe(true);
  expect(hasRole(staff, ['inspector'])).toBe(false);
  expect(hasRole(staff, [])).toBe(false);
});
