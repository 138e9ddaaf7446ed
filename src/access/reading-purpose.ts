import type { Service } from '../definition/service.ts';
import type { CaseRecord } from '../record/fold.ts';
import { openTasks } from '../record/nouns/tasks.ts';
import type { Covers, Grant, Staff } from './grant.ts';
import type { ReadingPurpose } from './readings.ts';
import { basketRoles, grantsOver, overseeing, taskRoles, workingRoles } from './sight.ts';

/** As what somebody reads a record, and what for. */
export interface ReadingAs {
  readonly role: string;
  readonly institution: string;
  readonly purpose: ReadingPurpose;
}

/**
 * As what an account reads a record that it may read, by the nearest of its grants: it works on what lies in that basket; it is
 * asked for a task; it oversees the service; or it has handed the record over.
 */
export const readingAs = (
  staff: Pick<Staff, 'grants'>,
  service: Service,
  record: CaseRecord,
  covers: Covers,
): ReadingAs => {
  const working = basketRoles(service);
  const handling = grantsOver(staff, service, record, covers).find(({ role }) => working.has(role));
  if (handling) return as(handling, 'handling');
  for (const task of openTasks(record)) {
    const asked = taskRoles(service, task.name);
    const grant = grantsOver(staff, service, record, covers, task.institution).find(({ role }) => asked.has(role));
    if (grant) return as(grant, 'task');
  }
  const [overseer] = overseeing(staff, service, record);
  if (overseer) return as(overseer, 'oversight');
  const own = staff.grants.filter(({ services }) => services === null || services.includes(service.id));
  const before = own.find(({ role }) => workingRoles(service).has(role)) ?? own[0];
  return before ? as(before, 'handed-over') : { role: '', institution: '', purpose: 'handed-over' };
};

const as = ({ role, institution }: Grant, purpose: ReadingPurpose): ReadingAs => ({ role, institution, purpose });
