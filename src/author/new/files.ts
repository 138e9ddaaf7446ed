import { stringify } from 'yaml';
import type { Locale, Text } from '../../base/texts.ts';
import { askedTypes } from './asked-types.ts';
import type { AskedField, NewService } from './questions.ts';
import { newTexts as texts } from './texts.ts';

/** A text as it stands in YAML, in quotes where it needs them. */
const scalar = (value: unknown): string => stringify(value, { lineWidth: 0 }).trim();
/** The same within { }, where commas and braces mean something. */
const inBraces = (value: string): string => (/[,{}[\]#:|]/.test(value) ? JSON.stringify(value) : scalar(value));

/** A role of its own: the same name in two services would be one role. */
const roleOf = ({ id }: NewService): string => `${id}-clerk`;

const fieldLine = ({ name, type }: AskedField): string =>
  `      - { name: ${name}, type: ${type}${askedTypes[type].keys}, required: true }`;

/** @param schema path from the folder to the schema for editors */
export const serviceFile = (made: NewService, reference: string, schema: string): string => {
  const { id, owner, asked, within, document } = made;
  return `# yaml-language-server: $schema=${schema}
# What each key means: docs/reference/service.md. Have it checked: npx diwan check ${id}
service: ${id}
kind: case
owner: ${owner}
reference: ${reference}
applicant: { name: full_name, phone: phone }
keep_months: 24

form:
  - page: applicant
    fields:
      - { name: full_name, type: text, required: true, protect: personal }
      - { name: phone, type: phone, required: true, protect: personal }
  - page: request
    fields:
${asked.map(fieldLine).join('\n')}

states: { submitted: open, asked: waiting, approved: granted, refused: refused, withdrawn: closed }

actions:
  approve: { from: submitted, to: approved, by: ${roleOf(made)}${document ? ', issue: certificate' : ''} }
  ask:
    from: submitted
    to: asked
    by: ${roleOf(made)}
    fields:
      - { name: question, type: long-text, required: true, protect: personal }
  refuse:
    from: submitted
    to: refused
    by: ${roleOf(made)}
    fields:
      - { name: reason, type: long-text, required: true, protect: personal }
  answer:
    from: asked
    to: previous
    by: applicant
    fields:
      - { name: reply, type: long-text, required: true, protect: personal }
  withdraw: { from: [submitted, asked], to: withdrawn, by: applicant }

route:
  - { to: owner }

deadlines:
  decision: { in: submitted, within: ${within}, escalate: ${roleOf(made)} }
${document ? `\ndocuments:\n  certificate: { claims: [full_name] }\n` : ''}
messages: [submitted, asked, approved, refused]
`;
};

export const textsFile = (locale: Locale, made: NewService): string => {
  const say = (text: Text): string => inBraces(text[locale]);
  const title = made.title[locale];
  const lines = made.asked.map(({ name, label }) => `  ${name}: { label: ${say(label)} }`);
  return `title: ${scalar(title)}
summary: ${scalar(texts.summary[locale])}
record: ${scalar(title)}
who: ${scalar(texts.who[locale])}
needs: ${scalar(texts.needs[locale])}
who_sees: ${scalar(texts.whoSees[locale])}

pages:
  applicant: { title: ${say(texts.applicantPage)} }
  request: { title: ${say(texts.requestPage)} }

fields:
  full_name: { label: ${say(texts.fullName)} }
  phone: { label: ${say(texts.phone)} }
${lines.join('\n')}

states:
  submitted: ${scalar(texts.submitted[locale])}
  asked: ${scalar(texts.asked[locale])}
  approved: ${scalar(texts.approved[locale])}
  refused: ${scalar(texts.refused[locale])}
  withdrawn: ${scalar(texts.withdrawn[locale])}

states_for_staff:
  asked: ${scalar(texts.askedForStaff[locale])}

roles:
  ${roleOf(made)}: ${scalar(made.role[locale])}

actions:
  approve: { label: ${say(texts.approve)} }
  ask: { label: ${say(texts.ask)}, fields: { question: { label: ${say(texts.question)} } } }
  refuse: { label: ${say(texts.refuse)}, fields: { reason: { label: ${say(texts.reason)} } } }
  answer: { label: ${say(texts.answer)}, fields: { reply: { label: ${say(texts.reply)} } } }
  withdraw: { label: ${say(texts.withdraw)} }
${made.document ? `\ndocuments:\n  certificate: { title: ${inBraces(title)}, statement: ${say(texts.statement)} }\n` : ''}`;
};

interface Invented {
  /** A place for questions that ask for one. */
  readonly place: string;
}

const sampleOf = ({ type }: AskedField, place: string): string => {
  const sample = askedTypes[type].sample ?? place;
  return typeof sample === 'string' ? inBraces(sample) : String(sample);
};

const answers = ({ asked }: NewService, name: string, phone: string, { place }: Invented): string => {
  const given = asked.map((field) => `${field.name}: ${sampleOf(field, place)}`);
  return `{ full_name: ${name}, phone: "${phone}"${given.map((each) => `, ${each}`).join('')} }`;
};

export const samplesFile = (made: NewService, invented: Invented): string =>
  `# Invented requests for the demonstration. Times count from its first start.
- submitted: -26h
  locale: ar
  data: ${answers(made, 'ليلى حدّاد', '03 210 455', invented)}
  then:
    - { after: 2h, by: ${roleOf(made)}@demo.diwan, action: approve }
- submitted: -2h
  locale: fr
  data: ${answers(made, 'Karim Nasr', '70 334 118', invented)}
`;

export const journeysFile = (made: NewService, invented: Invented): string => {
  const issued = made.document ? ', documents: [certificate]' : '';
  return `# What must work, step by step; played by API and in a browser.
- journey: approved
  data: ${answers(made, 'ليلى حدّاد', '03 110 001', invented)}
  expect: { state: submitted, message: submitted }
  then:
    - { by: ${roleOf(made)}@demo.diwan, action: approve, expect: { state: approved${issued}, message: approved } }
- journey: asked-answered-refused
  data: ${answers(made, 'كريم منصور', '03 110 002', invented)}
  then:
    - { by: ${roleOf(made)}@demo.diwan, action: ask, data: { question: ما السبب؟ }, expect: { state: asked, message: asked } }
    - { by: applicant, action: answer, data: { reply: سبب عائلي }, expect: { state: submitted } }
    - { by: ${roleOf(made)}@demo.diwan, action: refuse, data: { reason: لا تتوافر الشروط }, expect: { state: refused, message: refused } }
- journey: withdrawn
  data: ${answers(made, 'Anne Haddad', '03 110 003', invented)}
  then:
    - { by: applicant, action: withdraw, expect: { state: withdrawn } }
`;
};
