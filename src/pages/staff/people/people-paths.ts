/** Addresses of the pages about people and their rights. */
export const peoplePath = '/staff/people';
export const personPath = (account: string): string => `${peoplePath}/${account}`;
export const closedPeoplePath = `${peoplePath}?closed=1`;
export const closePath = (account: string): string => `${personPath(account)}/close`;
export const reopenPath = (account: string): string => `${personPath(account)}/reopen`;
export const factorsPath = (account: string): string => `${personPath(account)}/factors`;
export const grantPath = '/staff/people/grant';
export const deputyPath = '/staff/account/deputy';
export const absencePath = '/staff/account/absence';
export const absencePathOf = (account: string): string => `${personPath(account)}/absence`;
export const invitationsPath = '/staff/people/invitations';
export const invitePath = '/staff/people/invitations/new';
