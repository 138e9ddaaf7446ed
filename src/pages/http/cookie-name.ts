/**
 * The name under which a browser keeps a cookie of ours. Over https the prefix makes it refuse one that another host of the
 * domain tries to plant (RFC 6265bis, section 4.1.3); `__Host-` asks for the path `/`.
 */
export const cookieName = (
  { secure }: { readonly secure: boolean },
  name: string,
  prefix: '__Host-' | '__Secure-' = '__Host-',
): string => (secure ? prefix + name : name);
