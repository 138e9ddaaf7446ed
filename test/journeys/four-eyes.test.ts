import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitAs } from '../world/clerk.ts';
import { officeOf } from '../world/office.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { permitDeclaration, titled } from '../world/versions.ts';

/** Where two publishers are needed, whoever proposed a version cannot put it on offer, whatever is sent. */
let program: TestProgram;
beforeAll(async () => {
  const { DIWAN_COUNTRY = '' } = officeOf({}, { second: ['service-publisher', 'interior-ministry'] });
  program = await startProgram({ DIWAN_COUNTRY, PUBLISH_FOUR_EYES: '1' });
}, 240_000);
afterAll(() => program?.stop());

const titleOf = async (): Promise<string> =>
  (await fetch(`${program.url}/api/v1/services/mobility-permit`, { headers: { 'accept-language': 'en' } })).text();

test('a version is put on offer by another publisher than the one who sent it, and only by that one', async () => {
  const title = 'Seen by four eyes';
  const [first, second] = [await visitAs(program.url, 'publisher'), await visitAs(program.url, 'second')];
  await first.get('/staff/proposals/new?service=mobility-permit');
  const form = new FormData();
  for (const [name, text] of Object.entries(titled(title, permitDeclaration)))
    form.append('files', new Blob([text]), name);
  form.set('note', '');
  const { status, path: proposal } = await first.post('/staff/proposals/new', form);
  expect(status).toBe(303);

  const own = await first.get(proposal);
  expect(own.text).not.toContain(`action="${proposal}/publish"`);
  // Not offered, and sent nevertheless.
  expect((await first.post(`${proposal}/publish`, { sure: 'yes', note: '' })).status).toBe(403);
  expect(await titleOf()).not.toContain(title);

  const other = await second.get(proposal);
  expect(other.text).toContain(`action="${proposal}/publish"`);
  const published = await second.post(`${proposal}/publish`, { sure: 'yes', note: '' });
  expect([published.status, published.path]).toEqual([303, '/staff/services/mobility-permit?done=published']);
  expect(await titleOf()).toContain(title);
});
