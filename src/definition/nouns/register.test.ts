import { describe, expect, test } from 'vitest';
import { clinicFiles, clinics, clinicsWith } from '../../../test/world/clinics.ts';
import { compileService, type ServiceFiles } from '../compile-service.ts';
import { DeclarationError } from '../fault.ts';
import { permit } from '../../../test/world/service.ts';

const faultsOf = (files: ServiceFiles): string => {
  try {
    compileService(files, 'test', 'Asia/Beirut');
    return '';
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.message;
  }
};

test('a register that staff enter', () => {
  expect(faultsOf(clinicFiles)).toBe('');
  expect(clinics).toMatchObject({
    kind: 'register',
    namedBy: 'clinic',
    enteredBy: { applicant: false, roles: ['clinic-registrar', 'clinic-clerk'] },
  });
  expect([...clinics.channels]).toEqual(['counter', 'call-centre']);
});

test('a service that says nothing of it is for applicants, by all their ways', () => {
  expect(permit).toMatchObject({ kind: 'case', enteredBy: { applicant: true, roles: [] }, namedBy: 'full_name' });
  expect([...permit.channels]).toEqual(['web', 'api', 'sms', 'email', 'odk']);
});

describe('is refused with what to write:', () => {
  test.each([
    ['a kind that does not exist', 'kind: register', 'kind: registr', 'write one of case, register'],
    ['a way in for nobody', 'channels: [counter, call-centre]', 'channels: [counter, web]', 'web is for applicants'],
    [
      'no way in for staff',
      'entered_by: [clinic-registrar, clinic-clerk]\nchannels: [counter, call-centre]',
      'entered_by: [applicant, clinic-clerk]\nchannels: [web]',
      'have no way to enter records: add one of counter',
    ],
    [
      'a counter where nobody stands',
      'entered_by: [clinic-registrar, clinic-clerk]',
      'entered_by: applicant',
      'nobody enters records by counter, call-centre',
    ],
    [
      'a tree whose entries name nothing above them',
      'named_by: clinic',
      'named_by: clinic\ntree: { parent: clinic, label: clinic }',
      '"clinic" names no entry of "clinics": name a record field that does',
    ],
    [
      'a tree of unknown fields',
      'named_by: clinic',
      'named_by: clinic\ntree: { parent: above, label: clinic }',
      'there is no field "above"',
    ],
    ['a name that is no text', 'named_by: clinic', 'named_by: care', '"care" is a choice field: name a text'],
    [
      'an action that edits and proposes',
      'by: clinic-registrar, edit: all',
      'by: clinic-registrar, edit: all, propose: [clinic]',
      'an action does one of edit and propose',
    ],
    [
      'a proposal of an unknown answer',
      'propose: [clinic,',
      'propose: [clinc,',
      'there is no field "clinc" (did you mean "clinic"?)',
    ],
    [
      'an action of its own that is automatic and edits',
      'by: clinic-registrar, edit: all',
      'by: clinic-registrar, edit: all, automatic: "true"',
      'has nobody to ask',
    ],
    ['an action whose question is taken', 'name: why,', 'name: clinic,', '"clinic" is taken by the proposal'],
    [
      'an answer that roles differ on and that another decides about',
      'name: doctor, type: text,',
      'name: doctor, type: text, show: "care == \'eyes\'",',
      'roles that may not change "doctor" would change it',
    ],
    [
      'a document that states what few may read',
      'oversight:',
      'documents: { card: { claims: [findings] } }\noversight:',
      'is read by some roles only',
    ],
    [
      'a public answer that few may read',
      'required: true, protect: public }',
      'required: true, protect: public, seen_by: clinic-clerk }',
      'a public answer is read by everybody',
    ],
    [
      'a role without a name',
      'seen_by: [clinic-inspector',
      'seen_by: [clinic-auditor',
      'the text "roles.clinic-auditor" is missing',
    ],
  ])('%s', (_what, from, to, expected) => {
    expect(faultsOf(clinicsWith(from, to))).toContain(expected);
  });
});
