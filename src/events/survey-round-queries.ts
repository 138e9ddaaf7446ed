import { statement } from '../base/database.ts';

export const keepSurveyRounds = statement(
  'events/keep-survey-rounds',
  `insert into survey_round (record_id, service, subject, submitted_at, asked, answered, completion, score, verified, verified_score, otherwise, sections)
   select record_id, service, subject, submitted_at, asked, answered, completion, score, verified, verified_score, otherwise, sections
   from json_to_recordset($1) as x(record_id bigint, service text, subject text, submitted_at timestamptz, asked int, answered int,
     completion double precision, score double precision, verified double precision, verified_score double precision, otherwise int, sections jsonb)
   on conflict (record_id) do update set
     asked = excluded.asked, answered = excluded.answered, completion = excluded.completion, score = excluded.score,
     verified = excluded.verified, verified_score = excluded.verified_score, otherwise = excluded.otherwise,
     sections = excluded.sections`,
);
