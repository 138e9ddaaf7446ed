/** What the service worker keeps, as `/sw.js` tells it. */
export interface OfflinePlan {
  /** Changes whenever anything below does. */
  readonly version: string;
  /** Language → address of the page in it. */
  readonly pages: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}
