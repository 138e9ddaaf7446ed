import { parseArgs } from 'node:util';
import { StartupError } from '../base/startup-error.ts';
import { DeclarationError } from '../definition/fault.ts';
import { suggest } from '../definition/suggest.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { commands } from './commands.ts';

/** The command line, as `npx diwan …` and `npm run diwan -- …` run it. */
const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  isPerson: process.stdout.isTTY && !process.env['NO_COLOR'],
  env: process.env,
};

const help = async (): Promise<string> => {
  const rows = Object.entries(commands).map(([word, { about }]) => `  ${word.padEnd(10)} ${about}`);
  return ['diwan <command> …', '', ...rows, '', 'diwan <command> --help says what may follow.'].join('\n');
};

/** `--help` anywhere asks for the usage; `--` ends the options. */
const asksForHelp = (words: readonly string[]): boolean =>
  parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  }).values['help'] === true;

const isExpected = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof StartupError ||
  error instanceof DeclarationError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

const run = async ([word, ...words]: readonly string[]): Promise<number> => {
  if (word === undefined || ['help', '--help', '-h'].includes(word)) {
    terminal.out(await help());
    return word === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!entry) {
    terminal.error(`There is no command "${word}"${suggest(word, Object.keys(commands))}.\n\n${await help()}`);
    return 2;
  }
  const command: Command = await entry.load();
  if (asksForHelp(words)) {
    terminal.out(`diwan ${word} ${command.usage}\n\n${entry.about}`);
    return 0;
  }
  try {
    return await command.run(words, terminal);
  } catch (error) {
    if (!isExpected(error)) throw error;
    terminal.error(error.message);
    if (!(error instanceof DeclarationError)) terminal.error(`Usage: diwan ${word} ${command.usage}`);
    return error instanceof DeclarationError ? 1 : 2;
  }
};

process.exitCode = await run(process.argv.slice(2));
