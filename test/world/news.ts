import { randomUUID } from 'node:crypto';
import { findHolder } from '../../src/access/holder.ts';
import { kindsOf, scopeOf, scopeParameter } from '../../src/access/scope.ts';
import type { ServiceFiles } from '../../src/definition/compile-service.ts';
import { act } from '../../src/events/engine.ts';
import { createServiceVersions } from '../../src/projections/service-versions.ts';
import { countUnread, listNews } from '../../src/reactions/news/news-queries.ts';
import { tellNews } from '../../src/reactions/news/tell-news.ts';
import { cheapHashing, hire } from './accounts.ts';
import { openTestEngine, type staff } from './engine.ts';
import { worksData, worksFiles } from './works.ts';

export const home = 'public-works-ministry';
export const institutions = [home, 'health-ministry', 'economy-ministry'];
export const covers = (holder: string, institution: string): boolean => holder === institution;

/** Works, people who do them, and what these are told. */
export const openNewsTrial = async (files: ServiceFiles = worksFiles) => {
  const world = await openTestEngine({ services: { works: files } });
  const { database, catalogue } = world.parts;
  const listVersions = createServiceVersions(database, catalogue);
  const scopeOfAccount = async (account: string): Promise<string> => {
    const person = await findHolder(database, { account }, new Date());
    const versions = await listVersions();
    return scopeParameter(scopeOf(person, versions, kindsOf(person, versions, institutions, covers)));
  };
  const groupsOf = async (account: string) =>
    database.run(listNews, [await scopeOfAccount(account), account, Number.MAX_SAFE_INTEGER, 50]);
  return {
    ...world,
    listVersions,
    groupsOf,
    hireAs: (role: string, institution = home) =>
      hire(database, cheapHashing(), `${randomUUID()}@test.lb`, [{ role, institution, services: null }]),
    tell: () => tellNews({ database, covers, listVersions }, 100),
    submit: async (): Promise<number> => {
      const published = catalogue.find('works')!;
      const request = { published, key: randomUUID(), sent: worksData(), channel: 'web', locale: 'ar' } as const;
      return (await world.intake.submit(request)).recordId;
    },
    doing: (recordId: number, action: string, who: ReturnType<typeof staff>, sent = {}) =>
      act(world.parts, { recordId, action, ...who, sent }),
    kindsTold: async (account: string) =>
      (await groupsOf(account)).map(({ recordId, items }) => [recordId, items.map(({ kind }) => kind)]),
    unread: async (account: string) =>
      (await database.run(countUnread, [await scopeOfAccount(account), account]))[0]?.count,
    tables: async (text: string) => (await world.owner.pool.query(text)).rows,
  };
};

export type NewsTrial = Awaited<ReturnType<typeof openNewsTrial>>;
