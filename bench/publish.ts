import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../src/base/database.ts';
import { inProject } from '../src/base/paths.ts';
import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { publish } from '../src/catalogue/publish.ts';
import { readServiceFiles } from '../src/catalogue/service-folder.ts';
import { generate } from './generate.ts';
import { startBenchProgram } from './program.ts';
import { report, row, tableHead } from './report.ts';

const connections = 64;
/** Each client asks about twenty times a second. */
const rest = 50;
const versions = 10;
const secondsBetween = 1;
const timeZone = 'Asia/Beirut';

/** New versions published while 64 clients submit and look at pages, over two programs on one database. */
export const benchPublish = async (): Promise<void> => {
  const program = await startBenchProgram(2);
  const lines: string[] = [];
  const database = openDatabase({ ...program.login, max: 4 }, () => undefined);
  try {
    const { ports } = program;
    await generate({ kind: 'mixed', ports, rest, connections, seconds: 4 });
    const quiet = await generate({ kind: 'mixed', ports, rest, connections, seconds: versions * secondsBetween });
    const files = await readServiceFiles(inProject('services', 'mobility-permit'));
    const catalogue = await openCatalogue(database, { timeZone });
    const loading = generate({ kind: 'mixed', ports, rest, connections, seconds: versions * secondsBetween * 2 + 5 });
    await wait(1_500);
    const published: { readonly version: string; readonly at: number; readonly took: number }[] = [];
    for (let number = 1; number <= versions; number++) {
      const next = Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, text.replace(/^title: (.*)$/m, `title: $1 (${number})`)]),
      );
      const began = performance.now();
      const { service } = await publish({ database, catalogue, timeZone }, next, { origin: 'command' });
      published.push({ version: service.digest, at: Date.now(), took: performance.now() - began });
      await wait(secondsBetween * 1_000);
    }
    const load = await loading;
    lines.push(
      ...tableHead(' failed | turned away (503) |', ' ---: | ---: |'),
      row(
        'permits, form pages and the service, nothing published',
        quiet.figures,
        ` ${quiet.failures?.length} | ${quiet.turnedAway} |`,
      ),
      row(`the same, ${versions} versions published`, load.figures, ` ${load.failures?.length} | ${load.turnedAway} |`),
      '',
      'Versions published, checked as a whole, and shown by each program (milliseconds after the answer to who published; the clients look all the time):',
      '',
      `| version | publishing took | ${ports.map((_, index) => `program ${index + 1} showed it after`).join(' | ')} |`,
      `| --- | ---: | ${ports.map(() => '---:').join(' | ')} |`,
      ...published.map(({ version, at, took }) => {
        const shown = ports.map((port) => {
          const seen = load.seen?.find((each) => each.port === port && each.version === version);
          return seen ? `${Math.max(0, seen.at - at)} ms` : 'not seen';
        });
        return `| ${version.slice(0, 8)} | ${Math.round(took)} ms | ${shown.join(' | ')} |`;
      }),
    );
    for (const failure of [...(quiet.failures ?? []), ...(load.failures ?? [])].slice(0, 5)) lines.push(`- ${failure}`);
  } finally {
    await database.close();
    await program.stop();
  }
  report('publish', lines);
};
