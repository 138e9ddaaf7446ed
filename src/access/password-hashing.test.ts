import { expect, it } from 'vitest';
import { createPasswordHashing } from './password-hashing.ts';
import { createWorkQueue } from './work-queue.ts';

const queue = () => createWorkQueue({ atOnce: 1, waiting: 5, retryAfter: 1 });
const cheap = createPasswordHashing(queue(), { ln: 4, r: 8, p: 1 });

it('agrees with the test vector of RFC 7914', async () => {
  const salt = Buffer.from('NaCl').toString('base64');
  const key = Buffer.from(
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    'hex',
  ).toString('base64');
  expect(await cheap.verify({ hash: `$scrypt$ln=10,r=8,p=16$${salt}$${key}`, password: 'password' })).toBe(true);
  expect(await cheap.verify({ hash: `$scrypt$ln=10,r=8,p=16$${salt}$${key}`, password: 'passwore' })).toBe(false);
});

it('recognises the password it hashed, also when another keyboard composes its letters otherwise', async () => {
  const hash = await cheap.hash('mot de passé');
  expect(await cheap.verify({ hash, password: 'mot de passé'.normalize('NFD') })).toBe(true);
  expect(await cheap.verify({ hash, password: 'mot de passe' })).toBe(false);
});

it('never makes the same hash twice', async () => {
  expect(await cheap.hash('same')).not.toBe(await cheap.hash('same'));
});

it.each(['', 'password', '$scrypt$ln=99,r=8$x', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA'])(
  'lets nobody in by the stored text %j',
  async (hash) => expect(await cheap.verify({ hash, password: hash })).toBe(false),
);

it('leaves the main thread free while it hashes at full cost', async () => {
  const full = createPasswordHashing(queue());
  let longestPause = 0;
  let last = performance.now();
  const heartbeat = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last);
    last = performance.now();
  }, 2);
  const started = performance.now();
  const hash = await full.hash('a password at full cost');
  const took = performance.now() - started;
  clearInterval(heartbeat);
  expect(hash).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$/);
  expect(longestPause).toBeLessThan(took / 2);
});
