import type { DeclaredSight, GivenGrant, GivenRecord, RandomWorld } from './random-sight.ts';

/**
 * Who sees what, told once more and as plainly as can be: one record, one person, one grant at a time, from the data of a
 * random world. It shares nothing with the program and must stay so: it is what the program is compared with.
 */
export const seesNaively = (world: RandomWorld, who: number, record: GivenRecord): boolean => {
  for (const opened of record.opened) if (opened.account === who && opened.until > 0) return true;
  return seesByGrant(world, who, record);
};

/** The same without what was opened in an emergency. */
export const seesByGrant = (world: RandomWorld, who: number, record: GivenRecord): boolean => {
  for (const grant of world.grants) {
    if (!isInForce(grant)) continue;
    const mine = grant.account === who;
    if (!mine && !isDeputyOf(world, who, grant)) continue;
    if (grantShows(world, grant, record)) return true;
  }
  return false;
};

const isInForce = (grant: GivenGrant): boolean => {
  if (grant.ended) return false;
  if (grant.from > 0) return false;
  return grant.until === null || grant.until > 0;
};

const isDeputyOf = (world: RandomWorld, who: number, grant: GivenGrant): boolean => {
  if (grant.role === 'administrator') return false;
  if (world.accounts[grant.account]?.shut) return false;
  for (const deputy of world.deputies) {
    if (deputy.account !== grant.account || deputy.deputy !== who) continue;
    if (!deputy.ended && deputy.from <= 0 && deputy.until > 0) return true;
  }
  return false;
};

const grantShows = (world: RandomWorld, grant: GivenGrant, record: GivenRecord): boolean => {
  const service = world.services[record.service] as DeclaredSight;
  if (grant.services !== null && !grant.services.includes(service.id)) return false;
  const narrowed = service.visible[grant.role];
  if (narrowed?.states && !narrowed.states.includes(record.state)) return false;
  if (narrowed?.channels && !narrowed.channels.includes(record.channel)) return false;
  if (service.oversight.includes(grant.role)) return true;
  if (worksOnBaskets(service, grant.role) && isReached(world, grant, service, record.institution)) return true;
  for (const asked of record.tasks) {
    if (!asked.open) continue;
    const task = service.tasks[asked.name];
    if (!task?.by.includes(grant.role) && !task?.escalate.includes(grant.role)) continue;
    if (isReached(world, grant, service, asked.institution)) return true;
  }
  return false;
};

const worksOnBaskets = (service: DeclaredSight, role: string): boolean => {
  if (service.enteredBy.includes(role) || service.called.includes(role)) return true;
  for (const by of service.actions) if (by.includes(role)) return true;
  return false;
};

const isReached = (world: RandomWorld, grant: GivenGrant, service: DeclaredSight, institution: string): boolean => {
  for (let at: string | undefined = institution; at !== undefined; at = world.parents[at])
    if (at === grant.institution) return true;
  const reach = service.visible[grant.role]?.reach;
  if (reach === 'everywhere' && grant.institution === service.owner) return true;
  if (reach !== 'territory') return false;
  const covered = world.places[grant.institution];
  if (covered === undefined) return false;
  for (let at = world.places[institution]; at !== undefined; at = world.placeParents[at])
    if (at === covered) return true;
  return false;
};
