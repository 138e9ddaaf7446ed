import type { Command } from './command.ts';
import { UsageError } from './command.ts';
import { editorSchemas } from './language/editor-schema.ts';

export const schema: Command = {
  usage: '[service | samples | journeys]',
  run: async ([what = 'service'], terminal) => {
    const schemas = editorSchemas();
    const found = Object.hasOwn(schemas, `${what}.json`) ? schemas[`${what}.json`] : undefined;
    if (!found) throw new UsageError(`There is no schema of "${what}".`);
    terminal.out(JSON.stringify(found, null, 2));
    return 0;
  },
};
