import { Worker } from 'node:worker_threads';

/**
 * A process in which layouts are set that services bring. Its one thread runs the compiler; this part watches how much
 * memory and computing time that takes and ends everything at once when it is too much, which no thread could do from
 * outside: native code cannot be interrupted. Time is the processor's, so that a busy computer condemns no layout. It has an environment of its own, in which no package can be found or downloaded.
 */
const mostBytes = 400 * 1024 * 1024;
/** Seconds of computing for one job. */
const mostSeconds = 3;
const [templates] = process.argv.slice(2);

// Compiled, this file lies beside pdf-worker.js; in sources beside pdf-worker.ts.
const thread = new Worker(
  new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url),
  { workerData: { templates } },
);
const end = () => process.kill(process.pid, 'SIGKILL');

let began: NodeJS.CpuUsage | undefined;
process.on('message', (job) => {
  began = process.cpuUsage();
  thread.postMessage(job);
});
process.on('disconnect', end);
// Ctrl-C in a terminal reaches every process of the program; the program itself says when this one ends.
process.on('SIGINT', () => undefined);
thread.on('message', (answer) => {
  began = undefined;
  process.send?.(answer);
});
thread.on('error', end);
thread.on('exit', end);
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes) end();
  if (!began) return;
  const { user, system } = process.cpuUsage(began);
  // Nothing handles this signal: it ends the process as fast as the other, and tells the two reasons apart.
  if ((user + system) / 1e6 > mostSeconds) process.kill(process.pid, 'SIGTERM');
}, 50);
