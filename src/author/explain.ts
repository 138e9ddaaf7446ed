import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { readConfig } from '../base/config.ts';
import { isLocale, locales, say } from '../base/texts.ts';
import { digestOf } from '../catalogue/service-folder.ts';
import { getCheckedService } from '../definition/check-service.ts';
import { type Command, UsageError } from './command.ts';
import { diagramFile, explainService } from './explain/explain-service.ts';
import { explainTexts } from './explain/explain-texts.ts';
import { asHtml, asMarkdown } from './explain/page.ts';
import { stateDiagram } from './explain/state-diagram.ts';
import { readLand } from './land.ts';
import { findServiceFolder, readWholeService } from './services.ts';

export const explain: Command = {
  usage: '<id or folder> [--lang ar|fr|en] [--html | --svg] [--out <folder>]',
  run: async (words, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'en' },
        html: { type: 'boolean' },
        svg: { type: 'boolean' },
        out: { type: 'string' },
      },
    });
    const [word, ...more] = positionals;
    if (word === undefined || more.length > 0) throw new UsageError('Name one service.');
    const locale = values.lang;
    if (!isLocale(locale)) throw new UsageError(`There is no language "${locale}": ${locales.join(', ')}.`);
    const config = readConfig(terminal.env);
    const folder = findServiceFolder(word, config);
    const { country, land } = readLand(config);
    const files = await readWholeService(folder.path);
    const service = getCheckedService(files, digestOf(files), country.timeZone, land);
    const { actions } = parse(files['service.yaml'] ?? '') as {
      actions: Record<string, Record<string, unknown>>;
    };
    const blocks = explainService({
      service,
      declared: actions,
      locale,
      institution: (code) => land.territory.findInstitution(code)?.name[locale] ?? code,
    });
    const title = `${service.texts.title[locale]}: ${say(locale, explainTexts.statesAndActions)}`;
    const pages = {
      [`${service.id}.${locale}.md`]: () => asMarkdown(blocks),
      [`${service.id}.${locale}.html`]: () => asHtml(blocks, locale, title),
      [diagramFile(service, locale)]: () => stateDiagram(service, locale),
    };
    const asked = values.svg ? '.svg' : values.html ? '.html' : '.md';
    if (values.out === undefined) {
      terminal.out(pages[`${service.id}.${locale}${asked}`]?.() ?? '');
      return 0;
    }
    mkdirSync(values.out, { recursive: true });
    for (const [name, make] of Object.entries(pages)) {
      if ((values.svg || values.html) && !name.endsWith(asked)) continue;
      writeFileSync(join(values.out, name), make());
      terminal.out(join(values.out, name));
    }
    return 0;
  },
};
