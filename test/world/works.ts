import { compileService } from '../../src/definition/compile-service.ts';
import type { Service } from '../../src/definition/service.ts';
import { withTexts } from './declared.ts';

/**
 * A small service, invented for tests, that uses everything that work on records can be: it is handed over, people are put
 * in charge of it, other institutions are asked, staff note things for each other, two must agree, and what was decided is
 * reopened and corrected.
 */
export const worksDeclaration = `
service: works
kind: case
owner: public-works-ministry
reference: W
applicant: { name: full_name, phone: phone }
keep_months: 6
form:
  - page: about
    fields:
      - { name: full_name, type: text, required: true, protect: personal }
      - { name: phone, type: phone, required: true, protect: personal }
      - { name: size, type: choice, options: [small, large], required: true, protect: public }
counts:
  same_size: { same: [phone, size], in: approved }
states: { submitted: open, review: open, asked: waiting, proposed: open, approved: granted, refused: refused, closed: closed }
assignment: { roles: clerk, by: round-robin }
tasks:
  health_review:
    to: health-ministry
    by: health-reviewer
    within: 5d
    remind: [1d]
    escalate: health-chief
    then: above
    fields: [{ name: opinion, type: long-text, required: true }]
    outcomes: [approved, refused]
  economy_review:
    to: economy-ministry
    by: economy-reviewer
    at_start: true
    said_to: staff
    fields: [{ name: estimate, type: text }]
    outcomes: [approved, refused]
actions:
  review: { from: submitted, to: review, by: clerk, open: health_review }
  ask_again: { from: review, by: clerk, open: [health_review, economy_review] }
  agreed: { from: review, to: proposed, by: clerk, automatic: "health_review == 'approved' && economy_review == 'approved'" }
  note:
    from: [submitted, review, proposed, approved]
    by: [clerk, chief]
    said_to: staff
    fields: [{ name: note, type: long-text, required: true }]
  inform:
    from: [submitted, review]
    by: clerk
    tell: true
    fields: [{ name: news, type: long-text, required: true }]
  quietly: { from: submitted, to: refused, by: chief, tell: false }
  take: { from: [submitted, review, proposed], by: clerk, assign: me }
  give: { from: [submitted, review, proposed], by: chief, assign: person }
  pass_on: { from: [submitted, review, proposed], by: chief, assign: round-robin }
  put_down: { from: [submitted, review, proposed], by: clerk, assign: nobody }
  hand_over:
    from: [submitted, review]
    by: clerk
    transfer: { to: { types: [ministry] } }
    fields: [{ name: reason, type: long-text, required: true }]
  give_back: { from: [submitted, review], by: clerk, transfer: { to: owner, deadline: goes-on } }
  propose: { from: review, to: proposed, by: clerk }
  approve: { from: proposed, to: approved, by: clerk, other_than: propose, issue: licence }
  refuse: { from: [review, proposed], to: refused, by: clerk, only_assignee: true }
  ask: { from: [submitted, review], to: asked, by: clerk, fields: [{ name: question, type: text, required: true }] }
  answer: { from: asked, to: previous, by: applicant, fields: [{ name: answer, type: text, required: true }] }
  reopen: { from: [approved, refused, closed], to: review, by: chief, revoke: licence }
  correct: { from: approved, by: chief, edit: [phone, size], revoke: licence, issue: licence }
  close: { from: [submitted, review, asked, proposed], to: closed, by: chief }
  audit: { from: [submitted, review], by: auditor, when: "size == 'large'" }
priority: [{ name: large, level: high, when: "size == 'large'" }]
deadlines: { decision: { in: [submitted, review, proposed], within: 3d, escalate: chief } }
documents: { licence: { claims: [size] } }
route: [{ to: owner }]
oversight: inspector
messages: [submitted, approved, refused]
`;

export const worksFiles = withTexts(worksDeclaration);
export const works: Service = compileService(worksFiles, 'test', 'Asia/Beirut');

/** The service with one piece of its declaration written otherwise. */
export const worksWith = (from: string, to: string): string => {
  if (!worksDeclaration.includes(from)) throw new Error(`the service does not say ${from}`);
  return worksDeclaration.replace(from, () => to);
};

export const worksData = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  full_name: 'سلمى نجار',
  phone: '03 654 321',
  size: 'small',
  ...changes,
});
