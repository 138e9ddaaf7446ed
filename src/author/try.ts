import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../base/config.ts';
import { inProject } from '../base/paths.ts';
import { digestOf } from '../catalogue/service-folder.ts';
import { getCheckedService } from '../definition/check-service.ts';
import type { Service } from '../definition/service.ts';
import { recordFields } from '../events/referred-records.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { readLand } from './land.ts';
import { findServiceFolder, readWholeService, type ServiceFolder } from './services.ts';

/**
 * Opens the program with one service on a database and data of its own, which are thrown away at the end. A file that is
 * saved meanwhile is taken over at once; while it has faults they are printed and the version before stays.
 */
export const tryService: Command = {
  usage: '<id or folder> [--port <number>]',
  run: async (words, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { port: { type: 'string' } },
    });
    const [word, ...more] = positionals;
    if (word === undefined || more.length > 0) throw new UsageError('Name one service.');
    const config = readConfig(terminal.env);
    const folder = findServiceFolder(word, config);
    const service = await readService(folder, config);
    const port = values.port ?? String(await freePort());
    const scratch = mkdtempSync(join(tmpdir(), 'diwan-try-'));
    const services = join(scratch, 'services');
    mkdirSync(services);
    const copy = () => cpSync(folder.path, join(services, folder.id), { recursive: true });
    copy();
    await copyNamed(service, { beside: dirname(folder.path), into: services, config });
    try {
      const program = startProgram(scratch, services, port, terminal);
      const ended = new Promise<number>((resolve) => program.once('exit', (code) => resolve(code ?? 0)));
      const stop = () => void program.kill('SIGTERM');
      process.on('SIGINT', stop).on('SIGTERM', stop);
      const watcher = watchFolder(folder.path, () => {
        copy();
        program.send('reload');
      });
      const isReady = await untilReady(port, program);
      if (isReady) for (const line of addresses(service, `http://localhost:${port}`)) terminal.out(line);
      const code = await ended;
      watcher.close();
      return isReady ? code : 1;
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

const readService = async (folder: ServiceFolder, config: Config): Promise<Service> => {
  const files = await readWholeService(folder.path);
  const { country, land } = readLand(config);
  return getCheckedService(files, digestOf(files), country.timeZone, land);
};

/** Brings along the services whose records the form names, and those that theirs name. */
const copyNamed = async (
  service: Service,
  to: { readonly beside: string; readonly into: string; readonly config: Config },
): Promise<void> => {
  for (const { service: id } of recordFields(service.fields.values())) {
    const path = join(to.beside, id);
    if (existsSync(join(to.into, id)) || !existsSync(path)) continue;
    cpSync(path, join(to.into, id), { recursive: true });
    // oxlint-disable-next-line no-await-in-loop -- one that is there already is not read twice
    await copyNamed(await readService({ id, path, shown: path }, to.config), to);
  }
};

const startProgram = (scratch: string, services: string, port: string, { env }: Terminal): ChildProcess => {
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, DIWAN_URL: ___, ...rest } = env;
  return spawn(process.execPath, [inProject('scripts', 'start.mjs')], {
    env: {
      LOG_LEVEL: 'warn',
      ...rest,
      PORT: port,
      DIWAN_DATA: join(scratch, 'data'),
      DIWAN_SERVICES: services,
      DIWAN_DEMO: '1',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A Ctrl-C reaches only this process, which ends the program and then removes its data.
    detached: process.platform !== 'win32',
  });
};

/** Calls back once a little after files below the folder have changed. */
const watchFolder = (folder: string, changed: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  return watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (existsSync(join(folder, 'service.yaml'))) changed();
    }, 60);
  });
};

const addresses = (service: Service, url: string): readonly string[] => {
  const roles = [...service.roles].map(([role, { en }]) => `  ${role}@demo.diwan  (${en})`);
  return [
    '',
    `${service.texts.title.en}, on data that are thrown away:`,
    `  ask      ${url}/services/${service.id}`,
    `  decide   ${url}/staff`,
    `  messages ${url}/demo/outbox`,
    ...(service.documents.size > 0 ? [`  papers   ${url}/demo/documents`] : []),
    `  API      ${url}/api/v1/services/${service.id}`,
    'Accounts, unless somebody of the demonstration holds the role already; the password is on the sign-in page:',
    ...roles,
    'Save a file of the service and it is taken over. Stop with Ctrl-C.',
  ];
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** False when the program ended before it answered. */
const untilReady = async (port: string, program: ChildProcess): Promise<boolean> => {
  while (program.exitCode === null && program.signalCode === null) {
    const isReady = await fetch(`http://localhost:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
};
