import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInToApi, visitAs } from '../world/clerk.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** The worklist as GeoJSON: for maps of others, with the rights of who asks. */
let program: OpenProgram;
beforeAll(async () => {
  program = await openProgram();
}, 180_000);
afterAll(() => program?.stop());

interface Collection {
  readonly type: string;
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly [number, number] };
    readonly properties: { readonly reference?: string; readonly service?: string; readonly count?: number };
  }[];
  readonly outside: number;
  readonly nowhere: number;
}

const country = '35,33,36.7,34.8';
const ask = (query: string, token?: string): Promise<Response> =>
  fetch(`${program.url}/api/v1/map?service=forest-fire&${query}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const mapOf = async (person: string, query: string): Promise<Collection> => {
  const answer = await ask(query, await signInToApi(program.url, person));
  expect(answer.status).toBe(200);
  return (await answer.json()) as Collection;
};
const shown = ({ features }: Collection): number =>
  features.reduce((sum, { properties: { count = 1 } }) => sum + count, 0);

test('holds what the list holds, each record where it stands, and leads to it', async () => {
  const dispatcher = await visitAs(program.url, 'fire.room');
  const list = await dispatcher.get('/staff?service=forest-fire&lang=en');
  const open = Number(/To deal with\s*<span class="count">(\d+)/.exec(list.text)?.[1]);
  const map = await mapOf('fire.room', `box=${country}`);
  expect(map.type).toBe('FeatureCollection');
  expect(shown(map) + map.outside + map.nowhere).toBe(open);
  expect(map.features.length).toBeGreaterThan(1);
  for (const { geometry, properties } of map.features) {
    const [lon, lat] = geometry.coordinates;
    expect(lon > 35 && lon < 36.7 && lat > 33 && lat < 34.8).toBe(true);
    if (properties.reference === undefined) continue;
    expect(properties.service).toBe('forest-fire');
    expect((await dispatcher.get(`/staff/records/${properties.reference}`)).status).toBe(200);
  }
  const sea = await mapOf('fire.room', 'box=10,10,11,11');
  expect([sea.features, sea.outside + sea.nowhere]).toEqual([[], open]);
});

test('tells nobody of records that are not for him or her, not even how many there are', async () => {
  const map = await mapOf('lab', `box=${country}&view=all`);
  expect([map.features, map.outside, map.nowhere]).toEqual([[], 0, 0]);
});

test('is for who has signed in, and for a box that is one', async () => {
  expect((await ask(`box=${country}`)).status).toBe(401);
  const token = await signInToApi(program.url, 'fire.room');
  for (const box of ['', '35,33,36.7', '36.7,33,35,34.8', '35,34.8,36.7,33', '-181,33,36,34', 'a,b,c,d', '1e1,2,30,40'])
    expect([box, (await ask(`box=${box}`, token)).status]).toEqual([box, 422]);
});
