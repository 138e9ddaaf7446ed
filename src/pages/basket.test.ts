import { describe, expect, test } from 'vitest';
import { noon, permitFiles, surroundings, worldAt } from '../../test/world/service.ts';
import { locales } from '../base/texts.ts';
import { compileService } from '../definition/compile-service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { Candidate } from '../record/allowed-actions.ts';
import { decideDeadline, type Decision, decideSubmission } from '../record/decide.ts';
import type { Institution } from '../territory/place.ts';
import { sayBasket } from './basket.ts';

const withRoutes = (rules: string, texts: Readonly<Record<string, string>> = {}) => {
  const yaml = (permitFiles['service.yaml'] ?? '')
    .replace(/route:\n(.*\n)+?\n/, () => `route:\n${rules}\n`)
    .replace('escalate: permit-supervisor }', 'escalate: permit-supervisor, to: above }');
  const files = Object.fromEntries(
    locales.map((locale) => [
      `texts.${locale}.yaml`,
      `${permitFiles[`texts.${locale}.yaml`]}\n${texts[locale] ?? ''}\n`,
    ]),
  );
  return compileService({ ...permitFiles, 'service.yaml': yaml, ...files }, 'test', 'Asia/Beirut');
};

const institutions: Readonly<Record<string, Institution['name']>> = {
  'municipality-SAIDA': { ar: 'بلدية صيدا', fr: 'Municipalité de Saïda', en: 'Municipality of Saida' },
  'interior-ministry': { ar: 'وزارة الداخلية', fr: 'Ministère de l’Intérieur', en: 'Ministry of Interior' },
};
const findInstitution = (code: string): Institution | undefined => {
  const name = institutions[code];
  return name && { code, type: 'any', name, parent: undefined, place: undefined };
};
const tools = (locale: (typeof locales)[number]) => ({ locale, world: { ...worldAt(noon), findInstitution } });

const service = withRoutes(
  `  - { to: { type: municipality, of: origin }, when: "reason == 'other'" }
  - { name: work, to: { type: municipality, of: origin }, when: "reason == 'work'" }
  - { to: entered, when: "reason == 'travel'" }
  - { to: owner }
`,
  {
    ar: 'route: { work: "تنظر {institution} في تنقّل العاملين من {origin}." }',
    fr: 'route: { work: "La {institution} examine les déplacements professionnels au départ de {origin}." }',
    en: 'route: { work: "{institution} looks at travel to work from {origin}." }',
  },
);
const context = {
  ...surroundings,
  now: noon,
  counts: {},
  findInstitutionFor: (type: string, place: unknown) => `${type}-${String(place)}`,
  findInstitutionAbove: () => 'interior-ministry',
  nextDocumentId: () => 1,
};
const submit = (answers: Answers, enteredAt?: string): Decision =>
  decideSubmission(
    service,
    { id: 1, answers, channel: 'web', locale: 'ar' },
    { ...context, ...(enteredAt !== undefined && { enteredAt }) },
  );
const applicant = { kind: 'applicant' } as const satisfies Candidate;
const clerk: Candidate = { kind: 'account', account: 'a', roles: new Set(['permit-agent']) };
const told = (decision: Decision, locale: (typeof locales)[number] = 'en', reader: Candidate = applicant) =>
  sayBasket({ service, reader, ...decision }, tools(locale));

describe('why a record is where it is', () => {
  const saida = submit({ reason: 'other', origin: 'SAIDA' });

  test('the place that decided, in the words of who reads', () => {
    expect(told(saida)).toEqual({
      institution: 'municipality-SAIDA',
      name: 'Municipality of Saida',
      because: expect.stringMatching(/^Because it covers Saida, which you gave as “.*”\. Because of: “.*”: /),
      rule: { position: 0 },
    });
    expect(told(saida, 'en', clerk).because).toMatch(/^Because it covers Saida, given as “/);
    expect(told(saida, 'ar').because).toMatch(/^لأن نطاقها يشمل صيدا، بحسب جوابك عن «/);
    expect(told(saida, 'fr').because).toMatch(
      /^Parce que son territoire comprend Saïda, que vous avez indiqué sous «\s/,
    );
  });

  test("a rule's own words, with the answers and the institution in them", () => {
    const work = submit({ reason: 'work', origin: 'SAIDA' });
    expect(told(work)).toMatchObject({
      because: 'Municipality of Saida looks at travel to work from Saida.',
      rule: { position: 1, name: 'work' },
    });
    expect(told(work, 'ar').because).toBe('تنظر بلدية صيدا في تنقّل العاملين من صيدا.');
  });

  test('where it was entered; or the rule for all that is left', () => {
    expect(told(submit({ reason: 'travel' }, 'municipality-SAIDA')).because).toMatch(
      /^Because the request was entered there\./,
    );
    expect(told(submit({ reason: 'travel' })).because).toBe(
      'Because it handles every request that no other rule sends elsewhere.',
    );
  });

  test('that the institution below did not answer in time', () => {
    const late = decideDeadline(service, saida.record, { ...context, now: new Date(+noon + 86_400_000) })!;
    const both = { record: late.record, events: [...saida.events, ...late.events] };
    expect(told(both)).toEqual({
      institution: 'interior-ministry',
      name: 'Ministry of Interior',
      because: 'Because Municipality of Saida, which answers to it, did not answer in time.',
    });
  });

  test('nothing of an answer that the reader does not see, or that was erased', () => {
    const unseen = {
      ...saida,
      events: saida.events.map(({ content: _hidden, ...event }) => event as (typeof saida.events)[number]),
    };
    for (const locale of locales) {
      expect(told(unseen, locale).because).not.toMatch(/Saida|صيدا|Saïda|other/i);
      expect(told(unseen, locale).because).toContain('–');
    }
  });
});
