import { StartupError } from './startup-error.ts';

const explanations: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded/i, 'The disk is full. Free some space, then start again.'],
  [/Read-only file system/i, 'Its disk is read-only.'],
  [/Operation not permitted|EPERM/i, 'The system does not let it change user. Start Diwan as an ordinary user.'],
  [
    /Permission denied|EACCES|wrong ownership|invalid permissions/i,
    'The database may not read and write its folder. Give it back to its former owner with chown.',
  ],
  [
    /Cannot allocate memory|could not (map|create|resize) .*shared memory/i,
    'There is too little memory, or /dev/shm is too small.',
  ],
  [
    /incompatible with server/i,
    'Its files were made by another version of PostgreSQL, or on another kind of processor.',
  ],
  [
    /could not locate a valid checkpoint record|invalid primary checkpoint record|invalid checksum|could not read file "global|PG_VERSION|postgresql\.conf" does not exist/i,
    'Its files are damaged. Put the folder back from a backup.',
  ],
];

/**
 * What PostgreSQL or initdb wrote before it gave up, as a message that says what to do.
 * @param attempt what was tried, as the beginning of a sentence: "The database in /srv/diwan could not be started".
 */
export const postgresFailure = (attempt: string, output: readonly string[], cause?: unknown): StartupError => {
  const said = output.filter((line) => /fatal|panic|error/i.test(line));
  const words = (said.length > 0 ? said : output).slice(-3).join(' ').trim();
  const explanation = explanations.find(([pattern]) => pattern.test(output.join('\n')))?.[1];
  return new StartupError(
    [`${attempt}.`, explanation, words && `PostgreSQL says: ${words}`].filter(Boolean).join(' '),
    { cause },
  );
};
