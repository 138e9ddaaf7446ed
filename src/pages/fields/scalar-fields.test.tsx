import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { declareForm } from '../../../test/world/declared.ts';
import { lebanon, noon, worldAt } from '../../../test/world/service.ts';
import { type Locale, locales } from '../../base/texts.ts';
import type { Field } from '../../definition/service.ts';
import { behaviourOf, withOffered } from '../../form/fields/all.ts';
import type { Answer, Inputs } from '../../form/fields/field-type.ts';
import { createTerritory } from '../../territory/territory.ts';
import { pageOf } from './all.ts';
import type { FieldTools } from './field-page.ts';

const saida = { code: 'SAIDA', level: 'municipality', name: { ar: 'صيدا', fr: 'Saïda', en: 'Saida' } } as const;
const territory = createTerritory([{ ...saida, parent: undefined, point: undefined }], []);
const world = worldAt(noon);
const toolsIn = (locale: Locale): FieldTools => ({ locale, world, territory, calendar: lebanon });

const fieldOf = (type: string, settings = ''): Field => {
  const service = declareForm([
    '{ name: people, type: integer }',
    `{ name: it, type: ${type}${settings && `, ${settings}`} }`,
  ]);
  const field = service.fields.get('it');
  if (!field) throw new Error(`there is no field of type ${type}`);
  return field;
};

/** A question as it stands on a page, without what every page has. */
const ask = (field: Field, locale: Locale, inputs: Inputs = {}, given = {}): string =>
  render(
    pageOf(field).ask({
      ...toolsIn(locale),
      given,
      field,
      inputs: withOffered(field, inputs, world),
      error: undefined,
      errorAt: () => undefined,
      autocomplete: undefined,
    }),
  );

const show = (field: Field, answer: Answer, locale: Locale): string =>
  render(<div>{pageOf(field).show(answer, field, toolsIn(locale))}</div>)
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/[\u200e\u200f]/g, '')
    .replaceAll(/[\u00a0\u202f]/g, ' ');

const named = { ar: 'ليلى', latin: 'Leila' };
const home = { lines: ['Rue 7'], place: 'SAIDA', postcode: '1600' };

const corners = [
  [35.5, 33.8],
  [35.501, 33.8],
  [35.501, 33.801],
  [35.5, 33.801],
  [35.5, 33.8],
];
const land = { type: 'Polygon', coordinates: [corners] };
const road = {
  type: 'LineString',
  coordinates: [
    [35, 33],
    [35, 34],
  ],
};

/** Each type with what it needs, an answer, and how that is shown in Arabic, French and English. */
const shown: readonly [type: string, settings: string, answer: Answer, ...words: [string, string, string]][] = [
  ['integer', '', 1_234_567, '1.234.567', '1 234 567', '1,234,567'],
  ['integer', '', -5, '-5', '-5', '-5'],
  ['decimal', 'decimals: 3', 1500.125, '1.500,125', '1 500,125', '1,500.125'],
  ['money', '', '1500000', '1.500.000 ل.ل.', '1 500 000 £LB', 'LBP 1,500,000'],
  ['money', 'currency: USD', '12.5', '12,50 US$', '12,50 $US', 'US$12.50'],
  ['yes-no', '', true, 'نعم', 'Oui', 'Yes'],
  ['date', '', '2026-03-12', '12 آذار 2026', '12 mars 2026', '12 March 2026'],
  ['partial-date', '', '1985-03', 'آذار 1985', 'mars 1985', 'March 1985'],
  ['partial-date', '', '1985', '1985', '1985', '1985'],
  ['time', '', '14:30', '14:30', '14:30', '14:30'],
  ['email', '', 'rima@example.org', 'rima@example.org', 'rima@example.org', 'rima@example.org'],
  ['identity', 'pattern: "99-99"', '12-34', '12-34', '12-34', '12-34'],
  ['person-name', '', named, 'ليلى (Leila)', 'Leila (ليلى)', 'Leila (ليلى)'],
  ['address', 'postcode: true', home, 'Rue 71600 صيدا', 'Rue 71600 Saïda', 'Rue 71600 Saida'],
  ['trace', '', road, '111,2 كلم، نقطتان', '111,2 km, 2 points', '111.2 km, 2 points'],
  ['area', '', land, '1,03 هكتار، 4 زوايا', '1,03 ha, 4 sommets', '1.03 ha, 4 corners'],
  ['calculated', 'gives: date, of: "now()"', '2026-03-12', '12 آذار 2026', '12 mars 2026', '12 March 2026'],
  ['calculated', 'gives: yes-no, of: "people > 2"', false, 'لا', 'Non', 'No'],
];

describe('an answer is shown in the words and signs of the reader', () => {
  test.each(shown)('%s (%s): %o', (type, settings, answer, ...words) => {
    const field = fieldOf(type, settings);
    expect(locales.map((locale) => show(field, answer, locale))).toEqual(words);
  });

  test('codes keep their direction, whatever stands around them', () => {
    const field = fieldOf('identity', 'pattern: "99-99"');
    expect(render(<>{pageOf(field).show('12-34', field, toolsIn('ar'))}</>)).toContain('<bdi dir="ltr"');
  });

  test('a consent says in which language it was read, and whether the text was another one', () => {
    const field = fieldOf('consent');
    if (field.type !== 'consent') throw new Error('the field is no consent');
    const agreed = { language: 'fr', wording: field.digests.fr } as const;
    expect(show(field, agreed, 'ar')).toBe('تمت الموافقة على النص الفرنسي');
    expect(show(field, { ...agreed, wording: '0' }, 'ar')).toBe('تمت الموافقة على النص الفرنسي (نص سابق)');
  });
});

/** Each type that is asked for in inputs of its own, with what is typed into them. */
const typed: readonly [type: string, settings: string, inputs: Inputs][] = [
  ['integer', 'min: 0', { it: '١٢' }],
  ['decimal', '', { it: '1,5' }],
  ['money', '', { it: 'abc' }],
  ['date', '', { 'it.day': '31', 'it.month': '2', 'it.year': '٢٠٢٦' }],
  ['partial-date', '', { 'it.year': '1985' }],
  ['time', '', { it: '2 pm' }],
  ['email', '', { it: 'rima@' }],
  ['identity', 'pattern: "99-99"', { it: '1' }],
  ['person-name', '', { 'it.ar': 'Rima', 'it.latin': 'ريما' }],
  ['address', 'postcode: true', { 'it.line1': 'x', 'it.line2': 'y', 'it.postcode': 'z' }],
];

describe('a question', () => {
  test.each(typed)('%s (%s) keeps what was typed, right or wrong', (type, settings, inputs) => {
    const field = fieldOf(type, settings);
    for (const locale of locales) {
      const html = ask(field, locale, inputs);
      for (const [name, value] of Object.entries(inputs))
        expect(html).toMatch(new RegExp(`<input[^>]* name="${name}"[^>]* value="${value}"`));
      expect(html).toContain('id="f-it"');
      expect(html).toContain(`it.label ${locale}`);
    }
  });

  test.each([
    ['integer', 'default: 7', /name="it"[^>]* value="7"/],
    ['money', 'default: 1.5, currency: USD', /name="it"[^>]* value="1\.5"/],
    ['yes-no', 'default: false', /value="no" checked/],
    ['date', 'default: today', /name="it\.day"[^>]* value="22"/],
    ['time', 'default: "09:00"', /name="it"[^>]* value="09:00"/],
    ['text', 'default: Lebanon', /name="it"[^>]* value="Lebanon"/],
    ['choice', 'options: [a, b], default: b', /value="b" checked/],
  ])('%s offers what is declared, until something was typed: %s', (type, settings, offered) => {
    const field = fieldOf(type, settings);
    expect(ask(field, 'ar')).toMatch(offered);
    const emptied = type === 'date' ? { 'it.day': '', 'it.month': '', 'it.year': '' } : { it: '' };
    expect(ask(field, 'ar', emptied)).not.toMatch(offered);
  });

  test('never ticks a consent beforehand, nor for who read another text', () => {
    const field = fieldOf('consent');
    if (field.type !== 'consent') throw new Error('the field is no consent');
    const { digests } = field;
    expect(ask(field, 'ar')).not.toContain(' checked');
    expect(ask(field, 'ar', { it: `fr ${digests.fr}` })).not.toContain(' checked');
    expect(ask(field, 'ar', { it: 'ar 0' })).not.toContain(' checked');
    expect(ask(field, 'fr', { it: `fr ${digests.fr}` })).toContain(' checked');
    expect(ask(field, 'fr')).toContain('it.wording fr');
  });

  test('shows what follows from earlier answers once it can be known, and asks nothing', () => {
    const field = fieldOf('calculated', 'gives: integer, of: "people * 2"');
    expect(ask(field, 'fr')).toContain('Sera calculé');
    expect(ask(field, 'fr', {}, { people: 3n })).toMatch(/<output[^>]*><bdi>6<\/bdi>/);
    expect(ask(field, 'fr', {}, { people: 3n })).not.toContain('<input');
    const hidden = fieldOf('calculated', 'gives: integer, of: "people * 2", appearance: hidden');
    expect(ask(hidden, 'fr', {}, { people: 3n })).toBe('');
  });

  test('puts the name in the letters of the reader first', () => {
    const order = (settings: string, locale: Locale) =>
      [...ask(fieldOf('person-name', settings), locale).matchAll(/name="it\.(\w+)"/g)].map(([, part]) => part);
    expect(order('', 'ar')).toEqual(['ar', 'latin']);
    expect(order('', 'fr')).toEqual(['latin', 'ar']);
    expect(order('needs: ar', 'fr')).toEqual(['ar', 'latin']);
  });

  test('that is a note says its words and has no input', () => {
    for (const appearance of ['', 'appearance: info', 'appearance: warning']) {
      const html = ask(fieldOf('note', appearance), 'ar');
      expect(html).toContain('it.label ar');
      expect(html).not.toContain('<input');
    }
  });

  test('is described to programs in every type', () => {
    for (const [type, settings] of shown) {
      const field = fieldOf(type, settings);
      expect(behaviourOf(field).jsonSchema(field, 'en')).toEqual(expect.objectContaining({ type: expect.any(String) }));
    }
  });
});
