import { fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { PressAnswer, PressJob, PressMessage } from './pdf-worker.ts';

/** What a press runs on: it takes one job at a time, and says when it cannot go on. */
export interface Machine {
  readonly send: (job: PressJob) => void;
  /** Ends it and gives back its memory. */
  readonly end: () => Promise<unknown>;
}

export interface MachineEvents {
  readonly onReady: () => void;
  readonly onAnswer: (answer: PressAnswer) => void;
  readonly onGone: (why: string) => void;
}

const heard =
  ({ onReady, onAnswer }: MachineEvents) =>
  (message: PressMessage): void =>
    'isReady' in message ? onReady() : onAnswer(message);

/** What is said where a paper was given up for its time. */
export const tookTooLong = 'took more than';

export type StartMachine = (events: MachineEvents) => Machine;

// Compiled, this file lies beside the others as .js; in sources as .ts.
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const fileAt = (name: string): URL => new URL(`./${name}.${ending}`, import.meta.url);

/** A thread of the program: starts at once, and is trusted to come to an end. */
export const threadMachine =
  (templates: string): StartMachine =>
  (events) => {
    const { onGone } = events;
    const thread = new Worker(fileAt('pdf-worker'), { workerData: { templates } });
    thread.on('message', heard(events));
    thread.on('error', ({ message }: Error) => onGone(message));
    thread.on('exit', (code) => onGone(`the thread ended with code ${code}`));
    thread.unref();
    return { send: (job) => thread.postMessage(job), end: () => thread.terminate() };
  };

/** A port at which nobody answers: a download ends there before it begins. */
const nowhere = 'http://127.0.0.1:9';

/** What a system may need to start a program at all. */
const needed = () =>
  Object.fromEntries(
    ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR', 'TEMP'].flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    ),
  );

/**
 * A process that can be ended in the middle of anything. What it runs was written by others: it has none of the program's
 * settings, finds no packages and reaches no network.
 */
export const processMachine =
  (templates: string): StartMachine =>
  (events) => {
    const { onGone } = events;
    const none = `${templates}/none`;
    const child = fork(fileAt('pdf-process'), [templates], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: {
        ...needed(),
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
        ALL_PROXY: nowhere,
        HOME: none,
        XDG_DATA_HOME: none,
        XDG_CACHE_HOME: none,
        TYPST_PACKAGE_PATH: none,
        TYPST_PACKAGE_CACHE_PATH: none,
      },
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const hear = heard(events);
    child.on('message', (message) => hear(message as PressMessage));
    child.on('error', ({ message }) => onGone(message));
    child.on('exit', (code, signal) =>
      onGone(signal === 'SIGTERM' ? `${tookTooLong} its time` : `the process ended with ${signal ?? `code ${code}`}`),
    );
    child.unref();
    child.channel?.unref();
    return {
      send: (job) => void child.send(job, (error) => error && onGone(error.message)),
      end: () => {
        child.kill('SIGKILL');
        return child.pid === undefined ? Promise.resolve() : ended;
      },
    };
  };
