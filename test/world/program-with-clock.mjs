import process from 'node:process';
import { readConfig } from '../../dist/server/base/config.js';
import { startProgram } from '../../dist/server/server.js';

/** The program as it is built, with a clock that the process that started it moves by messages. */
let passed = 0;
process.on('message', (message) => {
  if (message === 'stop') void program.then(({ stop }) => stop()).then(() => process.exit(0));
  else {
    passed += message;
    process.send?.('passed');
  }
});
process.once('disconnect', () => process.exit(1));
const program = startProgram(readConfig(process.env), () => new Date(Date.now() + passed));
await program;
process.send?.('ready');
