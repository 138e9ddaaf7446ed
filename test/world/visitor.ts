/** A browser without anything but cookies and forms: for what a person in a hurry, or a stranger, sends. */
export interface Answer {
  readonly status: number;
  readonly path: string;
  /** Where it leads, if it leads away. */
  readonly location: string | undefined;
  readonly text: string;
}

export interface Visitor {
  readonly cookies: Map<string, string>;
  /** Follows no redirect: `path` is where it leads, or what was asked. */
  readonly get: (path: string) => Promise<Answer>;
  /** Sends a form with the token of the page that was seen last. */
  readonly post: (path: string, fields?: Readonly<Record<string, string>> | string | FormData) => Promise<Answer>;
  /** Sends just this. */
  readonly send: (path: string, init?: RequestInit) => Promise<Answer>;
  /** What the search of the worklist shows, or the record that it leads to. */
  readonly search: (typed: string, list?: string) => Promise<Answer>;
  /** The same browser once more, as it is now. */
  readonly copy: () => Visitor;
}

export const visit = (url: string, cookies = new Map<string, string>(), seen = ''): Visitor => {
  let token = seen;
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url + path, {
      ...init,
      redirect: 'manual',
      headers: { 'accept-language': 'en', ...init.headers, ...(cookie && { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await answer.text();
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    const location = answer.headers.get('location') ?? undefined;
    return { status: answer.status, path: location ?? path, location, text };
  };
  const visitor: Visitor = {
    cookies,
    get: (path) => ask(path),
    post: (path, fields = {}) => {
      if (fields instanceof FormData) {
        fields.set('_csrf', token);
        return ask(path, { method: 'POST', body: fields });
      }
      const body =
        typeof fields === 'string'
          ? `_csrf=${encodeURIComponent(token)}&${fields}`
          : new URLSearchParams({ _csrf: token, ...fields }).toString();
      return ask(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
    },
    send: ask,
    search: async (typed, list = '') => {
      await visitor.get('/staff');
      const { path } = await visitor.post('/staff/search', { q: typed, list });
      const found = await visitor.get(path);
      return { ...found, path };
    },
    copy: () => visit(url, new Map(cookies), token),
  };
  return visitor;
};
