import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { edited, permitDeclaration, plateRenamed, titled } from '../../test/world/versions.ts';
import { DeclarationError } from '../definition/fault.ts';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { followPublications } from './follow.ts';
import { listProposals, listPublications } from './publication-queries.ts';
import { discard, propose, publish, withdraw } from './publish.ts';
import { digestOf } from './service-folder.ts';

const timeZone = 'Asia/Beirut';
const id = 'mobility-permit';
const by = { origin: 'console', account: '00000000-0000-4000-8000-000000000001', note: 'because' } as const;

let world: TestDatabase;
let one: Catalogue;
let other: Catalogue;
beforeAll(async () => {
  world = await createTestDatabase();
  one = await openCatalogue(world.database, { timeZone });
  other = await openCatalogue(world.database, { timeZone });
});
afterAll(() => world.close());

const parts = () => ({ database: world.database, catalogue: one, timeZone });
const titleIn = (catalogue: Catalogue) => catalogue.find(id)?.service.texts.title.en;
const until = async (holds: () => boolean) => {
  for (let attempt = 0; attempt < 300 && !holds(); attempt++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
};

describe('what is on offer', () => {
  test('is nothing in an empty database', () => {
    expect(one.services).toEqual([]);
    expect(one.find(id)).toBeUndefined();
  });

  test('changes at once where it is published, and on another program that is told', async () => {
    const errors: Error[] = [];
    const stop = await followPublications(world.database, other, {
      onError: (error) => errors.push(error),
      pace: 60_000,
    });
    await publish(parts(), titled('first'), by);
    expect(titleIn(one)).toBe('first');
    await until(() => titleIn(other) === 'first');
    const editionBefore = other.edition;
    await publish(parts(), titled('second'), by);
    await until(() => titleIn(other) === 'second');
    expect(other.edition).toBeGreaterThan(editionBefore);
    await stop();
    expect(errors).toEqual([]);
  });

  test('is found by a program that was not told, when it looks for itself', async () => {
    const stop = await followPublications(world.database, other, { onError: () => undefined, pace: 20 });
    await world.owner.transaction(async (transaction) => {
      await transaction.run({
        name: '',
        text: `insert into publication (service, act, digest, service_version, origin)
               select service, 'withdrawn', digest, id, 'console' from service_version order by id desc limit 1`,
      });
    });
    await until(() => other.find(id) === undefined);
    await stop();
    await one.refresh();
  });

  test('a withdrawn service is known and takes no requests; publishing it again puts it back', async () => {
    expect(one.services).toEqual([]);
    expect(one.findKnown(id)).toMatchObject({ isWithdrawn: true });
    expect(await withdraw(parts(), id, by)).toBeUndefined();
    expect(await publish(parts(), titled('second'), by)).toMatchObject({ kind: 'published' });
    expect(titleIn(one)).toBe('second');
    expect(await publish(parts(), titled('second'), by)).toMatchObject({ kind: 'unchanged' });
  });

  test('each step says who took it, and the program cannot rewrite it', async () => {
    const steps = await world.database.run(listPublications, [id]);
    expect(steps.map(({ act }) => act)).toEqual(['published', 'published', 'withdrawn', 'published']);
    expect(steps.at(-1)).toMatchObject({
      origin: 'console',
      account: by.account,
      note: 'because',
      digest: digestOf(titled('second')),
    });
    expect(steps[1]?.replaced).toBe(steps[0]?.version);
    await expect(world.database.run({ name: '', text: `update publication set note = 'x'` })).rejects.toThrow(
      'permission',
    );
    await expect(world.database.run({ name: '', text: `delete from publication` })).rejects.toThrow('permission');
  });

  test('two who publish at the same moment come one after the other', async () => {
    await Promise.all(['third', 'fourth', 'fifth'].map((title) => publish(parts(), titled(title), by)));
    await other.refresh();
    expect(titleIn(other)).toBe(titleIn(one));
    const steps = await world.database.run(listPublications, [id]);
    for (const [index, step] of steps.entries())
      if (index > 0)
        expect(step.replaced).toBe(steps[index - 1]?.version === step.version ? null : steps[index - 1]?.version);
  });
});

describe('a declaration that may not replace what is in force', () => {
  const faultsOf = (files: Parameters<typeof publish>[1]): Promise<string> =>
    publish(parts(), files, by).then(
      () => '',
      (error) => (error instanceof DeclarationError ? error.message : String(error)),
    );

  test('changes the letters of references', async () => {
    expect(await faultsOf(edited(permitDeclaration, ['service.yaml', 'reference: MP', 'reference: MX']))).toContain(
      'service.yaml:5:12: references that people keep begin with "MP", which cannot change',
    );
  });

  test('takes the letters of another service', async () => {
    expect(await faultsOf(edited(permitDeclaration, ['service.yaml', `service: ${id}`, 'service: other']))).toContain(
      `references of "${id}" begin with "MP" already`,
    );
  });

  test('changes the type of a question without saying so', async () => {
    const files = edited(permitDeclaration, [
      'service.yaml',
      '{ name: plate, type: text, max: 20,',
      '{ name: plate, type: phone,',
    ]);
    expect(await faultsOf(files)).toContain('"plate" is phone and was text');
    expect(await faultsOf(edited(files, ['service.yaml', /^states:/m, 'reads: { retyped: [plate] }\n\nstates:']))).toBe(
      '',
    );
  });
});

test('a version that was published under another name of a question reads both ways', async () => {
  // It was in force before.
  const first = titled('second');
  await publish(parts(), first, by);
  const before = one.find(id)!.versionId;
  await publish(parts(), plateRenamed(first), by);
  const after = one.find(id)!.versionId;
  const { crossAnswers } = await import('../form/crossing.ts');
  expect(crossAnswers(await one.getCrossing(before, after), { plate: 'B 123', reason: 'food' })).toEqual({
    car: 'B 123',
    reason: 'food',
  });
  expect(crossAnswers(await one.getCrossing(after, before), { car: 'B 123' })).toEqual({ plate: 'B 123' });
  await publish(parts(), first, by);
  expect(crossAnswers(await one.getCrossing(after, before), { car: 'B 123' })).toEqual({ plate: 'B 123' });
});

test('what is proposed waits until it is published or discarded', async () => {
  const files = titled('proposed');
  const service = { id, digest: digestOf(files) };
  const proposal = await propose(world.database, service, files, by);
  expect(await propose(world.database, service, files, by)).toBe(proposal);
  expect(await world.database.run(listProposals)).toHaveLength(1);
  await publish(parts(), files, by);
  expect(await world.database.run(listProposals)).toEqual([]);
  const more = titled('discarded');
  await propose(world.database, { id, digest: digestOf(more) }, more, by);
  await discard(world.database, { service: id, digest: digestOf(more) }, by);
  expect(await world.database.run(listProposals)).toEqual([]);
  expect((await world.database.run(listPublications, [id])).slice(-3).map(({ act }) => act)).toEqual([
    'published',
    'proposed',
    'discarded',
  ]);
});
