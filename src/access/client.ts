/** What the browser sent, decoded, by name. */
export type Cookies = Readonly<Record<string, string | undefined>>;

/** Who is at the other end of the line. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
  readonly cookies: Cookies;
}
