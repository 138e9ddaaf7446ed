import { isEnd } from '../../definition/nouns/states.ts';
import type { Service } from '../../definition/service.ts';
import type { CampaignProgressRow } from '../../projections/survey-round-queries.ts';

export const standings = ['not-begun', 'begun', 'handed-in', 'verified'] as const;
/** How far an institution of a campaign has come; `unknown` where its record is not opened or not for this reader. */
export type Standing = (typeof standings)[number] | 'unknown';

export interface Progress {
  readonly row: CampaignProgressRow;
  readonly standing: Standing;
  /** The day has passed and it is still being filled in. */
  readonly isLate: boolean;
}

/** The states in which a survey is filled in: those from which an action goes on with it bit by bit. */
const fillingStates = ({ actions }: Service): ReadonlySet<string> =>
  new Set([...actions.values()].flatMap(({ partial, from }) => (partial ? from : [])));

/**
 * How each institution stands. An institution is in one standing: the furthest that it has come to.
 * @param today in the country's zone, as the due day is: YYYY-MM-DD
 */
export const progressOf = (
  rows: readonly CampaignProgressRow[],
  serviceOf: (versionId: number) => Service,
  dueOn: string | null,
  today: string,
): readonly Progress[] =>
  rows.map((row): Progress => {
    if (!row.isVisible || row.state === null || row.versionId === null)
      return { row, standing: 'unknown', isLate: false };
    const service = serviceOf(row.versionId);
    const isFilling = fillingStates(service).has(row.state);
    const isVerified = (row.verified ?? 0) >= 1 && !isFilling;
    const isOver = isEnd(service.states.get(row.state)?.meaning ?? 'open');
    return {
      row,
      standing: isVerified
        ? 'verified'
        : !isFilling || isOver
          ? 'handed-in'
          : (row.answered ?? 0) > 0
            ? 'begun'
            : 'not-begun',
      isLate: isFilling && dueOn !== null && dueOn < today,
    };
  });

export interface CampaignFigures {
  readonly institutions: number;
  readonly counts: Readonly<Record<(typeof standings)[number] | 'late', number>>;
  /** Mean completion of the records that are seen, from 0 to 1; undefined where there is none. */
  readonly completion: number | undefined;
  readonly waiting: number;
  readonly failed: number;
}

export const figuresOf = (progress: readonly Progress[]): CampaignFigures => {
  const count = (holds: (each: Progress) => boolean) => progress.filter(holds).length;
  const seen = progress.filter(({ standing }) => standing !== 'unknown');
  return {
    institutions: progress.length,
    counts: {
      'not-begun': count(({ standing }) => standing === 'not-begun'),
      begun: count(({ standing }) => standing === 'begun'),
      'handed-in': count(({ standing }) => standing === 'handed-in'),
      verified: count(({ standing }) => standing === 'verified'),
      late: count(({ isLate }) => isLate),
    },
    completion:
      seen.length === 0 ? undefined : seen.reduce((sum, { row }) => sum + (row.completion ?? 0), 0) / seen.length,
    waiting: count(({ row }) => row.recordId === null && row.fault === null),
    failed: count(({ row }) => row.recordId === null && row.fault !== null),
  };
};
