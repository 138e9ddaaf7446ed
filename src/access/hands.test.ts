import { expect, test } from 'vitest';
import { asActor, candidateOf } from './record-access.ts';
import type { Grant, Staff } from './grant.ts';
import { works } from '../../test/world/works.ts';
import { recordWith } from '../../test/world/stored-records.ts';
import { noon } from '../../test/world/service.ts';
import { findRefusal } from '../record/allowed-actions.ts';
import type { CaseRecord } from '../record/fold.ts';

/** Approving needs another person than who proposed. */
const approve = works.actions.get('approve')!;
const at = (more: Partial<Grant> = {}): Grant => ({
  role: 'clerk',
  institution: 'public-works-ministry',
  services: null,
  ...more,
});
const staff = (accountId: string, ...grants: readonly Grant[]): Staff => ({
  accountId,
  sessionId: '',
  email: '',
  name: { ar: '', fr: '', en: '' },
  locale: 'ar',
  demonstration: false,
  grants,
});
const proposedBy = (person: Staff): CaseRecord =>
  recordWith(works, {
    id: 1,
    state: 'proposed',
    done: [{ action: 'propose', actor: asActor(person, person.grants[0]!) }],
  });
const covers = (holder: string, institution: string) => holder === institution;
const refusal = (person: Staff, record: CaseRecord) =>
  findRefusal(works, record, approve, candidateOf(person, works, record, covers), noon);

const chief = staff('chief', at());
const deputy = staff('deputy', at({ for: 'chief' }));
const colleague = staff('colleague', at());
const both = staff('both', at(), at({ for: 'chief' }));

test('who stands in for somebody does not approve what that person proposed, nor the other way round', () => {
  expect(refusal(colleague, proposedBy(chief))).toBeUndefined();
  expect(refusal(chief, proposedBy(chief))).toBe('other-person');
  expect(refusal(deputy, proposedBy(chief))).toBe('other-person');
  expect(refusal(chief, proposedBy(deputy))).toBe('other-person');
  expect(refusal(deputy, proposedBy(deputy))).toBe('other-person');
  expect(refusal(staff('second', at({ for: 'chief' })), proposedBy(deputy))).toBe('other-person');
  expect(refusal(staff('other', at({ for: 'colleague' })), proposedBy(deputy))).toBeUndefined();
});

test('who holds the right as well acts in the own name, and then as another person', () => {
  expect(refusal(both, proposedBy(chief))).toBeUndefined();
  expect(refusal(both, proposedBy(both))).toBe('other-person');
});
