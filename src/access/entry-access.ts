import type { Service } from '../definition/service.ts';
import type { AccountActor } from '../record/events.ts';
import type { Staff } from './grant.ts';
import { asActor } from './record-access.ts';

/** The posts from which an account may enter records of a service: each a role at an institution, in the order of the declaration. */
export const entryPosts = (
  staff: Pick<Staff, 'accountId' | 'grants' | 'key'>,
  service: Service,
): readonly AccountActor[] => {
  const posts = service.enteredBy.roles.flatMap((role) =>
    staff.grants
      .filter((grant) => grant.role === role && (grant.services === null || grant.services.includes(service.id)))
      .map((grant) => asActor(staff, grant)),
  );
  // What one may do oneself one does not do for another.
  const isFirst = ({ role, institution }: AccountActor, index: number) =>
    posts.findIndex((post) => post.role === role && post.institution === institution) === index;
  return posts.filter(isFirst);
};

export const mayEnter = (staff: Staff, service: Service): boolean => entryPosts(staff, service).length > 0;

/** The post at an institution, or the first where none is named; undefined when the account has none there. */
export const findEntryPost = (staff: Staff, service: Service, institution?: string): AccountActor | undefined =>
  entryPosts(staff, service).find((post) => institution === undefined || post.institution === institution);
