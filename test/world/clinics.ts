import { locales } from '../../src/base/texts.ts';
import { compileService, type ServiceFiles } from '../../src/definition/compile-service.ts';
import type { Service } from '../../src/definition/service.ts';

/**
 * A small register, invented for tests: clinics that registrars enter, clerks and the public propose corrections of, and
 * of which one answer is for inspectors only.
 */
const declaration = `
service: clinics
kind: register
owner: interior-ministry
reference: CL
entered_by: [clinic-registrar, clinic-clerk]
channels: [counter, call-centre]
applicant: {}
named_by: clinic
keep_months: 120
form:
  - page: clinic
    fields:
      - { name: clinic, type: text, required: true, protect: public }
      - { name: care, type: choice, options: [general, dental, eyes], required: true, protect: public }
      - { name: town, type: place, level: municipality, protect: public }
  - page: contact
    fields:
      - { name: doctor, type: text, protect: personal, changed_by: [clinic-registrar] }
      - { name: phone, type: phone, protect: personal }
      - { name: findings, type: long-text, protect: sensitive, seen_by: [clinic-inspector, clinic-registrar] }
states: { active: open, archived: closed }
actions:
  correct: { from: active, by: clinic-registrar, edit: all }
  suggest:
    from: active
    by: [clinic-clerk, clinic-registrar, applicant]
    propose: [clinic, care, town, doctor, phone]
    fields: [{ name: reason, type: text, required: true, protect: personal }]
  accept: { from: active, by: clinic-registrar, accept: true }
  decline:
    from: active
    by: [clinic-registrar, clinic-clerk]
    decline: true
    fields: [{ name: why, type: text, required: true, protect: personal }]
  archive: { from: active, to: archived, by: clinic-registrar, when: open_proposals == 0 }
  restore: { from: archived, to: active, by: clinic-registrar }
route:
  - { to: owner }
oversight: clinic-inspector
`;

const words = `
title: Register of clinics
summary: All clinics of the country
record: Clinic
who: Nobody applies
needs: Nothing
who_sees: Registrars
pages: { clinic: { title: The clinic }, contact: { title: Whom to ask } }
fields:
  clinic: { label: Name of the clinic }
  care: { label: Kind of care, options: { general: General, dental: Dental, eyes: Eyes } }
  town: { label: Town }
  doctor: { label: Doctor in charge }
  phone: { label: Telephone }
  findings: { label: Findings of the inspection }
states: { active: Active, archived: Archived }
roles: { clinic-registrar: registrar of clinics, clinic-clerk: clerk for clinics, clinic-inspector: inspector of clinics }
actions:
  correct: { label: Correct }
  suggest: { label: Propose a change, fields: { reason: { label: Reason } } }
  accept: { label: Accept a change }
  decline: { label: Decline a change, fields: { why: { label: Why } } }
  archive: { label: Archive, unless: A proposed change has to be decided on first }
  restore: { label: Restore }
`;

/** The same words in every language: these tests are not about words. */
export const clinicFiles: ServiceFiles = {
  'service.yaml': declaration,
  ...Object.fromEntries(locales.map((locale) => [`texts.${locale}.yaml`, words])),
};

/** The register with one piece of its declaration written otherwise. */
export const clinicsWith = (from: string, to: string): ServiceFiles => {
  if (!declaration.includes(from)) throw new Error(`the register does not say ${from}`);
  return { ...clinicFiles, 'service.yaml': declaration.replace(from, () => to) };
};

export const clinics: Service = compileService(clinicFiles, 'test', 'Asia/Beirut');
