import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiPlayer } from '../world/api-player.ts';
import { playJourney, readServices } from '../world/journey.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';
import { pagesReached, servicesFolder } from '../world/service-world.ts';

/** Every service's journeys by API; together they reach all that is declared. In a browser: the files beside this one. */
let program: OpenProgram;
beforeAll(async () => {
  program = await openProgram();
}, 180_000);
afterAll(() => program?.stop());

describe.each(readServices(servicesFolder).map((each) => [each.service.id, each] as const))('%s', (_id, each) => {
  const { service, journeys } = each;
  const states = new Set<string>();
  const actions = new Set<string>();

  test('has journeys', () => expect(journeys.length).toBeGreaterThan(0));

  test.each(journeys.map((journey) => [journey.journey, journey] as const))('by API: %s', async (_name, journey) => {
    const reached = await playJourney(program, service, journey, createApiPlayer(program, service.id));
    for (const state of reached.states) states.add(state);
    for (const action of reached.actions) actions.add(action);
  });

  test('journeys reach every page, state and action', () => {
    expect([...pagesReached(each)].toSorted()).toEqual(
      [...service.pages, ...service.laterPages].map(({ name }) => name).toSorted(),
    );
    expect([...states].toSorted()).toEqual([...service.states.keys()].toSorted());
    expect([...actions].toSorted()).toEqual([...service.actions.keys()].toSorted());
  });
});
