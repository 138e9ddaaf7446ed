import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inProject } from '../../base/paths.ts';
import { locales } from '../../base/texts.ts';
import { compileService } from '../../definition/compile-service.ts';
import { readServiceFiles } from '../../../test/world/service.ts';
import { explainService } from './explain-service.ts';
import { asHtml, asMarkdown } from './page.ts';
import { escape, stateDiagram } from './state-diagram.ts';

const folder = inProject('test', 'fixtures', 'declarations', 'stall-licence');
const service = compileService(readServiceFiles(folder), 'test', 'Asia/Beirut');
const { actions } = parse(readFileSync(`${folder}/service.yaml`, 'utf8')) as { actions: Record<string, object> };

const explained = (locale: (typeof locales)[number]) =>
  explainService({
    service,
    declared: actions as Record<string, Record<string, unknown>>,
    locale,
    institution: (code) => `name of ${code}`,
  });

describe.each(locales)('a service explained in %s', (locale) => {
  const svg = stateDiagram(service, locale);
  const words = svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  test('its picture names every state and every action, and draws each way as an arrow', () => {
    for (const { staffLabel } of service.states.values())
      for (const word of staffLabel[locale].split(' ')) expect(words).toContain(escape(word));
    for (const { label } of service.actions.values())
      for (const word of label[locale].split(' ')) expect(words).toContain(escape(word));
    expect(svg.match(/marker-end/g)).toHaveLength(6);
    expect(svg).toContain(`direction="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(svg).not.toContain('NaN');
  });

  test('its page names every question, role, document and rule', () => {
    const page = asMarkdown(explained(locale));
    for (const { label } of service.fields.values()) expect(page).toContain(label[locale]);
    for (const name of service.roles.values()) expect(page).toContain(name[locale]);
    for (const { title } of service.documents.values()) expect(page).toContain(title[locale]);
    expect(page).toContain('name of interior-ministry');
    expect(page).toContain("`goods == 'other'`");
  });

  test('its page is one of that language and direction', () => {
    const html = asHtml(explained(locale), locale, 'x');
    expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html).not.toContain('undefined');
  });
});

test('a document says which file lays it out', () => {
  const files = readServiceFiles(folder);
  const own = compileService(
    {
      ...files,
      'service.yaml': (files['service.yaml'] ?? '').replace(
        'checked_by: police }',
        'checked_by: police, template: licence.typ }',
      ),
      'licence.typ': '#import "/diwan.typ": *\n#code()',
    },
    'test',
    'Asia/Beirut',
  );
  const page = asMarkdown(explainService({ service: own, declared: {}, locale: 'en', institution: (code) => code }));
  expect(page).toContain('`licence.typ`');
  expect(asMarkdown(explained('en'))).toContain('the platform’s');
});

test('what an author writes cannot become a tag of the page', () => {
  const files = readServiceFiles(folder);
  const crooked = compileService(
    { ...files, 'texts.en.yaml': (files['texts.en.yaml'] ?? '').replace('Withdrawn', '"<script>x</script>"') },
    'test',
    'Asia/Beirut',
  );
  expect(stateDiagram(crooked, 'en')).not.toContain('<script>');
});
