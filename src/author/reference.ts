import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from '../base/paths.ts';
import type { Command } from './command.ts';
import { editorSchemas } from './language/editor-schema.ts';
import { referencePages } from './language/reference.ts';

/** What is made from the schemas of the language, by its path in the project. */
export const madeFromLanguage = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(referencePages()).map(([name, text]) => [join('docs', 'reference', name), text]),
  ),
  ...Object.fromEntries(
    Object.entries(editorSchemas()).map(([name, schema]) => [
      join('docs', 'schemas', name),
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  ),
});

export const reference: Command = {
  usage: '[--write]',
  run: async (words, terminal) => {
    const { values } = parseArgs({ args: [...words], options: { write: { type: 'boolean' } } });
    const files = madeFromLanguage();
    for (const [path, text] of Object.entries(files)) {
      if (values.write) {
        mkdirSync(join(inProject(path), '..'), { recursive: true });
        writeFileSync(inProject(path), text);
        terminal.out(path);
      } else if (path.endsWith('.md')) terminal.out(text);
    }
    return 0;
  },
};
