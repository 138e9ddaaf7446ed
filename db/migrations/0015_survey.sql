-- Surveys: how each stands, so that lists, rounds and campaigns read figures instead of folding every record; and campaigns,
-- which open a round for a list of institutions and go on where they stopped.

create table survey_round (
  record_id bigint primary key,
  service text not null,
  subject text not null,
  submitted_at timestamptz not null,
  asked int not null,
  answered int not null,
  completion double precision not null,
  score double precision,
  verified double precision not null,
  verified_score double precision,
  otherwise int not null,
  sections jsonb not null
);
comment on table survey_round is 'How each record of a survey stands: a projection of its events that is written in their transaction';
comment on column survey_round.subject is 'Code of the institution that is assessed';
comment on column survey_round.completion is 'Share of the questions asked that are answered, 0 to 1';
comment on column survey_round.score is 'As declared, 0 to 100; null where no question gives points';
comment on column survey_round.verified is 'Share of the answers that were verified, 0 to 1';
comment on column survey_round.verified_score is 'With what was found otherwise in place of what was declared; null before anything was verified';
comment on column survey_round.otherwise is 'Answers that were found otherwise';
comment on column survey_round.sections is 'The same for each section: [{ name, completion, score, verified_score }]';
create index survey_round_subject on survey_round (service, subject, submitted_at);

create table campaign (
  id uuid primary key,
  service text not null,
  answers jsonb not null,
  due_on date,
  locale text not null,
  account_id uuid not null references auth_user (id),
  role text not null,
  institution text not null,
  opened_at timestamptz not null
);
comment on table campaign is 'A round of a survey that is opened for many institutions at once, by whom and with which answers given for all';
comment on column campaign.answers is 'What every record of the round says from the start';
comment on column campaign.due_on is 'The last day on which a record is filled in without being late';
create index campaign_service on campaign (service, opened_at);

create table campaign_institution (
  campaign_id uuid not null references campaign (id),
  institution text not null,
  record_id bigint,
  fault text,
  primary key (campaign_id, institution)
);
comment on table campaign_institution is 'The institutions of a campaign, each with its record once that is opened';
comment on column campaign_institution.fault is 'Code of what kept the record from being opened; the campaign does not try again by itself';
create index campaign_institution_waiting on campaign_institution (campaign_id) where record_id is null and fault is null;
