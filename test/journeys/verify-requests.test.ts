import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTexts as texts } from '../../src/pages/verify/verify-texts.ts';
import { submit } from '../world/citizen.ts';
import { photograph } from '../world/pictures.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { visit, type Visitor } from '../world/visitor.ts';

/** What phones and strangers send to the page where documents are checked. */
let program: TestProgram;
let code: string;

beforeAll(async () => {
  program = await startProgram();
  code = (await submit(program.url, 'fr', { reason: 'food' })).documents[0]?.qr ?? '';
}, 180_000);
afterAll(() => program?.stop());

describe('a file that is sent as a picture', () => {
  const send = async (file: Buffer, name = 'photo.jpg', type = 'image/jpeg') => {
    const visitor = visit(program.url);
    await visitor.get('/verify');
    const form = new FormData();
    form.set('way', 'picture');
    form.set('picture', new Blob([new Uint8Array(file)], { type }), name);
    return visitor.post('/verify', form);
  };

  it('is checked when a code is in it', async () => {
    const answer = await send(await photograph(code), 'photo.png', 'image/png');
    expect([answer.status, /data-verdict="\w+"/.exec(answer.text)?.[0]]).toEqual([200, 'data-verdict="wait"']);
  });

  it.each([
    ['garbage', () => randomBytes(5_000), texts.pictureKind],
    [
      'a drawing with another name',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      texts.pictureKind,
    ],
    [
      'garbage that begins like a JPEG',
      () => Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(5_000)]),
      texts.pictureDamaged,
    ],
    ['more than ten megabytes', () => Buffer.alloc(11_000_000, 0xff), texts.pictureTooLarge],
    ['nothing', () => Buffer.alloc(0), texts.pictureKind],
  ])('%s is refused in words', async (_what, make, words) => {
    const { status, text } = await send(make());
    expect([status, text.includes(words.en)]).toEqual([422, true]);
    expect(text).not.toContain('alert(1)');
  });

  it('needs the token of our form', async () => {
    const form = new FormData();
    form.set('way', 'code');
    form.set('code', code);
    expect((await visit(program.url).post('/verify', form)).status).toBe(403);
  });

  it.each([
    ['no fields', '--x--\r\n'],
    ['a part that never ends', '--x\r\ncontent-disposition: form-data; name="picture"; filename="a"\r\n\r\nabc'],
    [
      'a field that would reach into objects',
      '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n',
    ],
    ['no parts', ''],
  ])('a form with %s does no harm', async (_what, body) => {
    const answer = await fetch(`${program.url}/verify`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body,
    });
    expect([400, 403]).toContain(answer.status);
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  });
});

describe('counts of checks', () => {
  const enter = async (email: string): Promise<Visitor> => {
    const visitor = visit(program.url);
    await visitor.get('/staff/sign-in');
    expect((await visitor.post('/staff/sign-in', { email, password: 'diwan-demo-2026' })).status).toBe(303);
    return visitor;
  };
  interface Known {
    readonly officer: { readonly account: string; readonly today: number } | null;
    readonly csrfToken?: string;
  }
  const know = async (visitor: Visitor): Promise<Known> =>
    JSON.parse((await visitor.get('/verify/officer.json')).text) as Known;
  const count = async (visitor: Visitor, scans: unknown, token?: string) => {
    const answer = await fetch(`${program.url}/verify/scans`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(token && { 'x-csrf-token': token }),
      },
      body: JSON.stringify({ scans }),
    });
    return { status: answer.status, body: answer.ok ? ((await answer.json()) as unknown) : undefined };
  };
  const document = { uri: 'https://diwan.example/.well-known/diwan/status/0', index: 7 };
  const scan = (at: number, changes = {}) => ({ at, verdict: 'valid', document, ...changes });

  it('are kept once, however often they are sent, at once or not', async () => {
    const police = await enter('police@demo.diwan');
    const { csrfToken } = await know(police);
    const at = Date.now();
    const scans = [scan(at), scan(at - 1_000), scan(at, { document: null, verdict: 'tampered' })];
    const answers = await Promise.all([count(police, scans, csrfToken), count(police, scans, csrfToken)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await count(police, scans, csrfToken)).body).toMatchObject({ counted: 0 });
    expect((await know(police)).officer?.today).toBe(3);
  });

  it('leave out what no clock can have shown, without stopping the rest', async () => {
    const police = await enter('police@demo.diwan');
    const { csrfToken, officer } = await know(police);
    const answer = await count(police, [scan(0), scan(Date.now() + 9 * 86_400_000), scan(Date.now() - 5)], csrfToken);
    expect(answer.body).toEqual({ counted: 1, today: (officer?.today ?? 0) + 1 });
  });

  it('are refused from others, without our token, and in any other shape', async () => {
    const agent = await enter('agent@demo.diwan');
    expect((await know(agent)).officer).toBeNull();
    const police = await enter('police@demo.diwan');
    const { csrfToken } = await know(police);
    const one = [scan(Date.now())];
    expect((await count(police, one)).status).toBe(403);
    expect((await count(visit(program.url), one, csrfToken)).status).toBe(303);
    for (const wrong of [
      [scan(Date.now(), { verdict: 'green' })],
      [scan(-1)],
      [scan(Date.now(), { name: 'ليلى' })],
      [scan(Date.now(), { document: { ...document, index: -1 } })],
      Array.from({ length: 101 }, (_, index) => scan(Date.now() - index)),
      'x',
    ])
      expect((await count(police, wrong, csrfToken)).status).toBe(422);
  });

  it('of a browser without a script count too', async () => {
    const police = await enter('police@demo.diwan');
    const before = (await know(police)).officer?.today ?? 0;
    await police.get('/verify');
    expect((await police.post('/verify', { way: 'code', code })).text).toContain(`Checks today: ${before + 1}`);
    expect((await know(police)).officer?.today).toBe(before + 1);
  });
});

describe('what a phone takes along', () => {
  it('is a worker, an application in three languages, words, keys and lists', async () => {
    const worker = await fetch(`${program.url}/sw.js`);
    expect([worker.headers.get('content-type'), worker.headers.get('cache-control')]).toEqual([
      'text/javascript; charset=utf-8',
      'no-cache',
    ]);
    const [, plan = '{}'] = /^self\.offlinePlan = (.*);\n/.exec(await worker.text()) ?? [];
    const { pages, files } = JSON.parse(plan) as { pages: Record<string, string>; files: string[] };
    for (const address of [...Object.values(pages), ...files])
      expect([address, (await fetch(program.url + address)).status]).toEqual([address, 200]);
    expect(Object.keys(pages)).toEqual(['ar', 'fr', 'en']);

    for (const lang of ['ar', 'fr', 'en']) {
      const app = (await (await fetch(`${program.url}/verify/app.webmanifest?lang=${lang}`)).json()) as {
        lang: string;
        dir: string;
        icons: { src: string }[];
      };
      expect([app.lang, app.dir]).toEqual([lang, lang === 'ar' ? 'rtl' : 'ltr']);
      for (const { src } of app.icons) expect((await fetch(program.url + src)).status).toBe(200);
    }
    const material = (await (await fetch(`${program.url}/verify/material.json`)).json()) as {
      keys: unknown[];
      statusLists: string[];
    };
    expect([material.keys.length, material.statusLists.length]).toEqual([1, 1]);
  });
});
