import { type Locale, locales } from '../../src/base/texts.ts';
import { compileService, type ServiceFiles } from '../../src/definition/compile-service.ts';
import type { Service } from '../../src/definition/service.ts';
import type { Institution } from '../../src/territory/place.ts';
import { worldAt } from './service.ts';

/** A small survey, invented for tests: offices are audited, in two sections that count 1 and 3. */
const declaration = `
service: audits
kind: survey
owner: central-inspection
reference: AU
entered_by: [audit-manager]
channels: [import]
applicant: {}
named_by: office
keep_months: 120
form:
  - page: round
    fields:
      - { name: office, type: institution, types: [ministry, directorate], required: true, protect: public }
      - { name: round, type: text, required: true }
      - { name: due_on, type: date, required: true }
  - page: rules
    section: rules
    later: true
    fields:
      - { name: written, type: choice, required: true, options: [yes, partly, no, na], score: { yes: 2, partly: 1, no: 0 }, not_applicable: na }
      - { name: reviewed, type: yes-no, required: true, score: { yes: 1, no: 0 }, weight: 2, show: "written != 'no'" }
  - page: people
    section: people
    later: true
    fields:
      - { name: posts, type: integer, required: true, min: 0, max: 1000 }
      - { name: filled, type: integer, required: true, min: 0, max: 1000, check: { not-more: "filled <= posts" } }
      - { name: trained, type: yes-no, required: true, score: { yes: 5, no: 0 } }
survey: { subject: office, round: round, sections: { rules: 1, people: 3 } }
campaign: { opened_by: audit-manager, types: [ministry], due: due_on }
states: { open: open, submitted: open, done: closed }
actions:
  fill: { from: open, by: assessor, edit: survey, partial: true }
  submit: { from: open, to: submitted, by: assessor, when: "completion == 1.0", transfer: { to: owner } }
  verify: { from: submitted, by: auditor, verify: true }
  finish: { from: submitted, to: done, by: auditor, when: "verified == 1.0", transfer: { to: { of: office } } }
route:
  - { to: { of: office } }
  - { to: owner }
oversight: audit-manager
`;

const words: Readonly<Record<Locale, readonly string[]>> = {
  ar: ['تدقيق', 'الجولة', 'القواعد', 'الموظفون', 'نعم', 'لا', 'مكتب'],
  fr: ['Audit', 'Campagne', 'Règles', 'Personnel', 'Oui', 'Non', 'Bureau'],
  en: ['Audit', 'Round', 'Rules', 'People', 'Yes', 'No', 'Office'],
};

const textsIn = (locale: Locale): string => {
  const [audit, round, rules, people, yes, no, office] = words[locale];
  return `
title: ${audit}
summary: ${audit}
record: ${audit}
who: ${audit}
needs: ${audit}
who_sees: ${audit}
roles: { audit-manager: ${audit}, assessor: ${office}, auditor: ${audit} }
pages: { round: { title: ${round} }, rules: { title: ${rules} }, people: { title: ${people} } }
sections: { rules: ${rules}, people: ${people} }
fields:
  office: { label: ${office} }
  round: { label: ${round} }
  due_on: { label: ${round} }
  written: { label: ${rules}, options: { "yes": ${yes}, partly: ${round}, "no": ${no}, na: ${office} } }
  reviewed: { label: ${rules} }
  posts: { label: ${people} }
  filled: { label: ${people}, checks: { not-more: ${no} } }
  trained: { label: ${people} }
states: { open: ${round}, submitted: ${audit}, done: ${yes} }
actions:
  fill: { label: ${rules} }
  submit: { label: ${audit}, unless: ${no} }
  verify: { label: ${audit} }
  finish: { label: ${yes}, unless: ${no} }
`;
};

export const auditFiles: ServiceFiles = {
  'service.yaml': declaration,
  ...Object.fromEntries(locales.map((locale) => [`texts.${locale}.yaml`, textsIn(locale)])),
};

/** The survey with something in its declaration replaced. */
export const auditsWith = (piece: string, other: string): ServiceFiles => {
  if (!declaration.includes(piece)) throw new Error(`the declaration does not say "${piece}"`);
  return { ...auditFiles, 'service.yaml': declaration.replace(piece, other) };
};

export const audits: Service = compileService(auditFiles, 'test', 'Asia/Beirut');

const ministry = (code: string): [string, Institution] => [
  code,
  {
    code,
    type: 'ministry',
    name: { ar: code, fr: code, en: code },
    parent: undefined,
    place: undefined,
    retired: false,
  } as Institution,
];

/** Institutions that can be audited, and the one that audits. */
export const offices: ReadonlyMap<string, Institution> = new Map(
  ['health', 'justice', 'labour', 'culture'].map((name) => ministry(`${name}-ministry`)),
);

export const auditWorldAt = (now: Date) => ({ ...worldAt(now), findInstitution: (code: string) => offices.get(code) });
