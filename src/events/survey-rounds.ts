import type { Transaction } from '../base/database.ts';
import { surveyStanding } from '../record/nouns/survey.ts';
import type { Beside } from './beside.ts';
import { keepSurveyRounds } from './survey-round-queries.ts';
import type { DecisionToWrite } from './write-decisions.ts';

/** How a section of a survey stands, as it is kept. */
export interface SectionRow {
  readonly name: string;
  readonly completion: number;
  readonly score: number | null;
  readonly verified_score: number | null;
}

const keepRounds = async (transaction: Transaction, decisions: readonly DecisionToWrite[]): Promise<void> => {
  const rows = decisions.flatMap(({ service, decision: { record } }) => {
    const { survey } = service;
    const subject = survey && record.answers[survey.subject];
    if (!survey || typeof subject !== 'string') return [];
    const { declared, found, verified, verdicts, otherwise } = surveyStanding(
      service,
      survey,
      record,
      record.updatedAt,
    );
    const isVerified = verdicts > 0;
    return [
      {
        record_id: record.id,
        service: service.id,
        subject,
        submitted_at: record.submittedAt.toISOString(),
        asked: declared.asked,
        answered: declared.answered,
        completion: declared.completion,
        score: declared.score ?? null,
        verified,
        verified_score: isVerified ? (found.score ?? null) : null,
        otherwise,
        sections: declared.sections.map(({ name, completion, score = null }): SectionRow => ({
          name,
          completion,
          score,
          verified_score: isVerified ? (found.sections.find((each) => each.name === name)?.score ?? null) : null,
        })),
      },
    ];
  });
  if (rows.length > 0) await transaction.run(keepSurveyRounds, [JSON.stringify(rows)]);
};

/** How each survey stands after a decision, so that lists, rounds and campaigns read figures. */
export const surveyRounds: Beside = {
  concerns: ({ survey }) => survey !== undefined,
  write: keepRounds,
};
