import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readConfig } from './base/config.ts';
import { StartupError } from './base/startup-error.ts';
import { DeclarationError } from './definition/fault.ts';
import { startProgram } from './server.ts';

/** The program as `npm start` runs it: says where it answers, stops cleanly on a signal, and says plainly why it cannot start. */
const say = (line: string) => void process.stderr.write(`${line}\n`);

const explain = (error: unknown): string =>
  error instanceof StartupError || error instanceof DeclarationError
    ? error.message
    : `Diwan could not start: ${(error as Error).stack ?? String(error)}`;

/** Starting leaves behind as much as running takes; left alone, Node keeps it until there is a rush. */
const collectSoon = (): void => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setTimeout(collect, 5_000).unref();
};

try {
  const config = readConfig(process.env);
  const program = await startProgram(config);
  say(
    `Diwan answers at ${config.url}${config.demo ? ' (demonstration: see the README for its accounts)' : ''}. Stop it with Ctrl-C.`,
  );
  if (program.setup.path !== undefined)
    say(
      `Nobody has an account yet. Set the installation up at ${config.url}${program.setup.path} (the token also lies in ${program.setup.file}).`,
    );
  collectSoon();
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('Stopping: what is in flight is finished first…');
    program.stop().then(
      () => process.exit(0),
      (error: Error) => {
        say(`It did not stop cleanly: ${error.message}`);
        process.exit(1);
      },
    );
  };
  void program.lost.then((error) => {
    say(error.message);
    process.exit(1);
  });
  // `npm run dev` asks for it when a declaration was saved.
  const reload = async (): Promise<void> => {
    const began = performance.now();
    try {
      for (const message of await program.reload()) say(message);
      say(`Declarations are read again (${Math.round(performance.now() - began)} ms).`);
    } catch (error) {
      say(`${explain(error)}\nThe version before stays on offer.`);
    }
  };
  process.on('message', (message) => {
    if (message === 'reload') void reload();
  });
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
  // Handles that a failed start left open must not keep a program alive that answers nothing.
  setTimeout(() => process.exit(1), 1_000).unref();
}
