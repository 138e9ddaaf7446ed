/** What people are told of. What is new here gets words in `newsKindTexts`. */
export const newsKinds = [
  'assigned',
  'answer',
  'task',
  'reminder',
  'escalated',
  'unheld',
  'opened',
  'import',
  'bulk',
] as const;
export type NewsKind = (typeof newsKinds)[number];
/** How long runs of one's own ended: about no single record, and in no e-mail. */
export const runKinds = ['import', 'bulk'] as const;
export type RunKind = (typeof runKinds)[number];
export const isRunKind = (text: string): text is RunKind => runKinds.some((kind) => kind === text);
export const isNewsKind = (text: string): text is NewsKind => newsKinds.some((kind) => kind === text);

export const mailModes = ['never', 'daily', 'escalations'] as const;
export type MailMode = (typeof mailModes)[number];

/** Hours of the morning at which a daily e-mail may be sent, as the table has them. */
export const mailHours = [5, 6, 7, 8, 9, 10, 11] as const;

export interface NewsSettings {
  readonly mail: MailMode;
  readonly hour: number;
  /** Not shown at all. */
  readonly hidden: readonly string[];
  /** Shown, and in no e-mail. */
  readonly unmailed: readonly string[];
}

/** What holds until somebody says otherwise: everything in the console, and one e-mail in the morning when something is unread. */
export const firstSettings: NewsSettings = { mail: 'daily', hour: 8, hidden: [], unmailed: [] };
