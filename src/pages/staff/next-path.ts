/** Where somebody lands after signing in when nothing else was asked for. */
export const staffHome = '/staff';

const here = 'http://here.invalid';

/**
 * The page to go on to after signing in, out of a link that anybody may have written: a path of this program or, for
 * anything else, the staff home. Parsed as browsers do, since they take `/\host`, `/<tab>/host` and `/.//host` for
 * another host.
 */
export const safeNextPath = (next: unknown): string => {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2_000) return staffHome;
  const url = URL.parse(next, here);
  if (!url || url.origin !== here || url.pathname.startsWith('//')) return staffHome;
  // Signing in must not lead back to signing in, nor out.
  if (url.pathname.startsWith('/staff/sign-')) return staffHome;
  return url.pathname + url.search;
};
