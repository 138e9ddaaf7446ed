import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../base/config.ts';
import { inProject } from '../base/paths.ts';
import { locales } from '../base/texts.ts';
import { digestOf, listServiceFolders } from '../catalogue/service-folder.ts';
import { checkService } from '../definition/check-service.ts';
import { type Command, UsageError } from './command.ts';
import { readLand } from './land.ts';
import { journeysFile, samplesFile, serviceFile, textsFile } from './new/files.ts';
import { type NewService, questions, WrongAnswer } from './new/questions.ts';
import { readWholeService } from './services.ts';

type Questions = ReturnType<typeof questions>;
type Given = Readonly<Record<string, string | boolean | undefined>>;

export const newService: Command = {
  usage: '<id> [--yes] [--title …] [--owner …] [--ask …] [--by …] [--within …] [--document yes|no]',
  run: async (words, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        yes: { type: 'boolean' },
        title: { type: 'string' },
        owner: { type: 'string' },
        ask: { type: 'string' },
        by: { type: 'string' },
        within: { type: 'string' },
        document: { type: 'string' },
      },
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0 || !/^[a-z][a-z0-9-]{0,59}$/.test(id))
      throw new UsageError('Give the service an id of small letters, digits and -, such as fuel-subsidy.');
    const config = readConfig(terminal.env);
    const folder = join(config.servicesFolder, id);
    if (existsSync(folder)) throw new UsageError(`${folder} is there already: choose another id.`);
    const { country, land } = readLand(config);
    const made = { id, ...(await answersTo(questions(land), values, values.yes === true)) } as NewService;
    const place = land.places.find(({ level }) => level === 'municipality')?.code ?? '';
    const files = {
      'service.yaml': serviceFile(
        made,
        await freeReference(id, config),
        relative(folder, inProject('docs', 'schemas', 'service.json')).replaceAll('\\', '/'),
      ),
      ...Object.fromEntries(locales.map((locale) => [`texts.${locale}.yaml`, textsFile(locale, made)])),
      'samples.yaml': samplesFile(made, { place }),
      'journeys.yaml': journeysFile(made, { place }),
    };
    const { errors } = checkService(files, digestOf(files), country.timeZone, land);
    for (const { file, line, column, message } of errors)
      terminal.error(`${join(folder, file)}:${line}:${column}: ${message}`);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    terminal.out(`${relative(process.cwd(), folder) || folder}: ${Object.keys(files).join(', ')}`);
    terminal.out(`Next: npx diwan check ${id}, and npx diwan try ${id}. The words are yours to replace.`);
    return errors.length > 0 ? 1 : 0;
  },
};

/** What was answered by options, by a person, or else as usual. */
const answersTo = async (asked: Questions, given: Given, usual: boolean): Promise<Record<string, unknown>> => {
  const answers: Record<string, unknown> = {};
  const dialogue = usual ? undefined : createInterface({ input: process.stdin, output: process.stdout });
  const lines = dialogue?.[Symbol.asyncIterator]();
  try {
    for (const [key, { option, asks, usual: fallback, read }] of Object.entries(asked)) {
      const said = given[option];
      if (said !== undefined || !lines) {
        answers[key] = readOr(() => read(typeof said === 'string' ? said : fallback), `--${option}`);
        continue;
      }
      for (;;) {
        process.stdout.write(`${asks}\n  [${fallback}] `);
        const { value, done } = (await lines.next()) as { value?: string; done?: boolean };
        try {
          answers[key] = read(value?.trim() || fallback);
          break;
        } catch (error) {
          if (!(error instanceof WrongAnswer)) throw error;
          if (done) throw new UsageError(`${option}: ${error.message}`);
          process.stdout.write(`  ${error.message}\n`);
        }
      }
    }
  } finally {
    dialogue?.close();
  }
  return answers;
};

const readOr = <Value>(read: () => Value, option: string): Value => {
  try {
    return read();
  } catch (error) {
    throw error instanceof WrongAnswer ? new UsageError(`${option}: ${error.message}`) : error;
  }
};

/** Letters for its references that no other service of the folder has. */
const freeReference = async (id: string, { servicesFolder }: Config): Promise<string> => {
  const taken = new Set<string>();
  for (const name of existsSync(servicesFolder) ? await listServiceFolders(servicesFolder) : []) {
    const files = await readWholeService(join(servicesFolder, name));
    const reference = /^reference:\s*(\w+)/m.exec(files['service.yaml'] ?? '')?.[1];
    if (reference !== undefined) taken.add(reference);
  }
  const letters = id.replaceAll(/[^a-z]/g, '').toUpperCase();
  const initials = id
    .split('-')
    .map((word) => word[0] ?? '')
    .join('')
    .replaceAll(/[^a-z]/g, '')
    .slice(0, 4)
    .toUpperCase();
  const tries = [initials, ...[2, 3, 4].map((length) => letters.slice(0, length))];
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${initials.slice(0, 3)}${letter}`);
  return [...tries, ...alphabet].find((each) => each !== '' && !taken.has(each)) ?? 'X';
};
