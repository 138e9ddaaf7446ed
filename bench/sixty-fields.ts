import type { ServiceFiles } from '../src/definition/compile-service.ts';

/**
 * A declaration of sixty questions and what somebody answers: ten pages of six types, a third of them asked by condition,
 * a sixth with a check, a rule that looks at several answers.
 */
const pages = 10;

interface Made {
  readonly field: string;
  readonly label: string;
  readonly answer: unknown;
}

const fieldsOf = (page: number): readonly (readonly [name: string, made: Made])[] => {
  const name = (what: string) => `${what}_${page}`;
  const shown = `show: "kind_${page} == 'b'"`;
  const label = (what: string) => `{ label: ${what} ${page} }`;
  return [
    [
      name('kind'),
      {
        field: 'type: choice, options: [a, b, c], required: true',
        label: `{ label: kind ${page}, options: { a: A, b: B, c: C } }`,
        answer: page % 2 === 0 ? 'b' : 'a',
      },
    ],
    [
      name('words'),
      {
        field: `type: long-text, required: true, ${shown}`,
        label: label('words'),
        answer: page % 2 === 0 ? 'كلمات تصف الحالة بالتفصيل' : undefined,
      },
    ],
    [
      name('amount'),
      {
        field: `type: integer, min: 0, max: 1000, required: true, check: { enough: "amount_${page} >= ${page}" }`,
        label: `{ label: amount ${page}, checks: { enough: too little } }`,
        answer: 100 + page,
      },
    ],
    [name('day'), { field: 'type: date, required: true', label: label('day'), answer: '2026-11-02' }],
    [
      name('agreed'),
      {
        field: `type: yes-no, ${shown}`,
        label: label('agreed'),
        answer: page % 2 === 0 ? true : undefined,
      },
    ],
    [name('line'), { field: 'type: text, required: true', label: label('line'), answer: `سطر ${page}` }],
  ];
};

const all = Array.from({ length: pages }, (_, page) => fieldsOf(page));

const serviceYaml = `service: sixty-questions
kind: case
owner: interior-ministry
reference: SQ
applicant: { name: line_0 }
keep_months: 12
form:
${all
  .map(
    (fields, page) =>
      `  - page: page_${page}\n    fields:\n${fields.map(([name, { field }]) => `      - { name: ${name}, ${field}${name === 'line_0' ? ', protect: personal' : ''} }`).join('\n')}`,
  )
  .join('\n')}
states: { submitted: open, approved: granted, refused: refused }
actions:
  approve: { from: submitted, to: approved, by: clerk, automatic: "kind_0 == 'b' && amount_1 > 50 && agreed_2" }
  refuse: { from: submitted, to: refused, by: clerk }
route: [{ to: owner }]
deadlines: { decision: { in: submitted, within: 5d, escalate: clerk } }
`;

const texts = `title: Sixty questions
summary: Sixty questions
record: Answers
who: Everybody
needs: Time
who_sees: Clerks
pages: { ${all.map((_, page) => `page_${page}: { title: Page ${page} }`).join(', ')} }
fields:
${all
  .flat()
  .map(([name, { label }]) => `  ${name}: ${label}`)
  .join('\n')}
states: { submitted: Submitted, approved: Approved, refused: Refused }
roles: { clerk: clerk }
actions: { approve: { label: Approve, because: By rule }, refuse: { label: Refuse } }
`;

export const sixtyFiles: ServiceFiles = {
  'service.yaml': serviceYaml,
  'texts.ar.yaml': texts,
  'texts.fr.yaml': texts,
  'texts.en.yaml': texts,
};

/** What is sent: every question that is asked is answered. */
export const sixtyAnswers: Readonly<Record<string, unknown>> = Object.fromEntries(
  all.flat().flatMap(([name, { answer }]) => (answer === undefined ? [] : [[name, answer]])),
);
