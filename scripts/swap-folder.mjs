import { mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

/**
 * Several builds of one checkout may run at once (a test while the program is started): each works in a folder of its own,
 * and what they make is put in place whole. Plain JavaScript, since it runs before any dependency is loaded.
 */

/** The folder beside `folder` in which this process makes the next one. */
export const freshBeside = (folder) => `${folder}.new-${process.pid}`;

/** Puts `fresh` in the place of `folder`; of several at once the last one stays, and each is whole. */
export const swapFolder = (fresh, folder) => {
  const before = `${folder}.old-${process.pid}`;
  rmSync(before, { recursive: true, force: true });
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(folder, before);
    } catch (error) {
      // There is none yet, or another build has just moved it away.
      if (error.code !== 'ENOENT') throw error;
    }
    try {
      renameSync(fresh, folder);
      break;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code) || attempt === 20) throw error;
      rmSync(before, { recursive: true, force: true });
    }
  }
  rmSync(before, { recursive: true, force: true });
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Whether a lock was left by a process that is no more. One without a number is being taken this moment, or was left then. */
const isLeft = (lock) => {
  try {
    return !isAlive(Number(readFileSync(join(lock, 'pid'), 'utf8')));
  } catch {
    try {
      return Date.now() - statSync(lock).mtimeMs > 5_000;
    } catch {
      return false;
    }
  }
};

/** Runs `work` while no other process does so under the same lock; waits for its turn, and gives whether it had to. */
export const inTurn = async (lock, work) => {
  let waited = false;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    waited = true;
    if (isLeft(lock)) {
      // Whoever moves it away is the one who may remove it.
      const left = `${lock}.left-${process.pid}`;
      try {
        renameSync(lock, left);
        rmSync(left, { recursive: true, force: true });
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
    } else await rest(200);
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  try {
    return await work(waited);
  } finally {
    rmSync(join(lock, 'pid'), { force: true });
    rmdirSync(lock);
  }
};
