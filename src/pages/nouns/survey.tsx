import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import { isCounted, type Survey } from '../../definition/nouns/survey.ts';
import { surveyTexts as verdictTexts } from '../../definition/nouns/survey-texts.ts';
import type { Field } from '../../definition/service.ts';
import type { Answer } from '../../form/fields/field-type.ts';
import { askedIn } from '../../form/survey-figures.ts';
import { surveyStanding, type SurveyStanding, type Verdict } from '../../record/nouns/survey.ts';
import { pageOf } from '../fields/all.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import { sayShare } from '../say-number.ts';
import type { DeskRecord, RecordExtras } from '../staff/record-data.ts';
import { Details } from '../ui/details.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { SurveyTable } from './survey-table.tsx';
import { surveyTexts as texts } from './survey-texts.ts';

type Stood = Pick<DeskRecord, 'service' | 'record'> & { readonly tools: Pick<FieldTools, 'world'> };

const standingOf = ({ service, record, tools }: Stood, survey: Survey): SurveyStanding =>
  surveyStanding(service, survey, record, tools.world.now);

const showAnswer = (field: Field, answer: Answer | undefined, tools: FieldTools): ComponentChildren =>
  answer === undefined ? say(tools.locale, texts.none) : pageOf(field).show(answer, field, tools);

const SurveyPart = ({
  opened,
  extras,
  survey,
}: {
  readonly opened: DeskRecord;
  readonly extras: RecordExtras;
  readonly survey: Survey;
}) => {
  const { tools } = opened;
  const { locale } = tools;
  return (
    <>
      <h2>{say(locale, texts.title)}</h2>
      <SurveyTable
        survey={survey}
        standing={standingOf(opened, survey)}
        previous={extras.previousRound}
        locale={locale}
      />
      <Differences opened={opened} survey={survey} />
      <h2>{say(locale, texts.answers)}</h2>
      {askedIn(opened.service, survey, opened.record.answers, tools.world.now, { channel: opened.record.channel }).map(
        ({ section, asked }) => {
          const counted = asked.filter(isCounted);
          const done = counted.filter(({ name }) => opened.record.answers[name] !== undefined);
          const summary = say(locale, texts.sectionSummary, {
            section: section.title[locale],
            done: done.length,
            asked: counted.length,
          });
          return asked.length === 0 ? null : (
            <Details summary={summary}>
              <SummaryList
                locale={locale}
                rows={asked.map((field) => ({ label: field.label[locale], value: answerWithVerdict(opened, field) }))}
              />
            </Details>
          );
        },
      )}
    </>
  );
};

const answerWithVerdict = ({ record, tools }: DeskRecord, field: Field): ComponentChildren => {
  const answer = record.answers[field.name];
  if (answer === undefined) return undefined;
  const said = record.verdicts[field.name];
  const shown = showAnswer(field, answer, tools);
  if (!said) return shown;
  const { verdict } = said;
  return (
    <>
      {shown}{' '}
      <Tag tone={verdict === 'other' ? 'warning' : 'success'} {...(verdict === 'seen' && { icon: 'eye' })}>
        {say(tools.locale, verdictTexts[verdict])}
      </Tag>
      {verdict === 'other' && said.found !== undefined && (
        <p>
          <strong>{say(tools.locale, texts.found)}</strong> {showAnswer(field, said.found, tools)}
        </p>
      )}
      {notesOf(said, tools)}
    </>
  );
};

const notesOf = ({ remark, evidence }: Verdict, { locale }: FieldTools): ComponentChildren => (
  <>
    {remark !== undefined && (
      <p>
        <bdi>{remark}</bdi>
      </p>
    )}
    {evidence !== undefined && <p class="quiet">{say(locale, texts.evidence, { evidence })}</p>}
  </>
);

interface Difference {
  readonly field: Field;
  readonly verdict: Verdict;
}

/** What was declared beside what was found, for the inspector and for the institution alike. */
const Differences = ({ opened, survey }: { readonly opened: DeskRecord; readonly survey: Survey }) => {
  const { record, tools } = opened;
  const { locale } = tools;
  const rows = survey.sections.flatMap(({ fields }) =>
    fields.flatMap((field): Difference[] => {
      const verdict = record.verdicts[field.name];
      return verdict?.verdict === 'other' ? [{ field, verdict }] : [];
    }),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{say(locale, texts.differences)}</h2>
      <Table
        caption={say(locale, texts.differences)}
        isCaptionHidden
        rows={rows}
        columns={[
          { label: say(locale, texts.question), cell: ({ field }) => field.label[locale], isHeader: true },
          {
            label: say(locale, texts.saidByInstitution),
            cell: ({ field }) => showAnswer(field, record.answers[field.name], tools),
          },
          {
            label: say(locale, texts.found),
            cell: ({ field, verdict }) => <strong>{showAnswer(field, verdict.found, tools)}</strong>,
          },
          { label: say(locale, texts.remark), cell: ({ verdict }) => notesOf(verdict, tools) },
        ]}
      />
    </>
  );
};

export const survey: PageNoun = {
  staffNow: (_desk, opened) => {
    if (!opened.service.survey) return [];
    const { locale } = opened.tools;
    const { declared, verified, verdicts, otherwise } = standingOf(opened, opened.service.survey);
    const { answered, asked, completion } = declared;
    return [
      say(locale, texts.filledIn, { answered, asked, share: sayShare(completion, locale) }),
      ...(verdicts > 0 ? [say(locale, texts.verifiedSoFar, { share: sayShare(verified, locale), otherwise })] : []),
    ];
  },
  staffPart: (_desk, opened, extras) =>
    opened.service.survey && <SurveyPart opened={opened} extras={extras} survey={opened.service.survey} />,
  staffStep: (_desk, { service, tools: { locale } }, event) => {
    const verified = event.kind === 'acted' ? (event.facts.verified ?? []) : [];
    if (verified.length === 0) return [];
    return [
      say(locale, texts.step, { count: verified.length, sections: sectionsOf(service.survey, verified, locale) }),
    ];
  },
  json: ({ service, record }, _locale, { world }) => {
    if (!service.survey) return {};
    const { declared, found, verified, verdicts } = surveyStanding(service, service.survey, record, world.now);
    return {
      survey: {
        completion: declared.completion,
        score: declared.score ?? null,
        verified,
        verified_score: verdicts > 0 ? (found.score ?? null) : null,
        sections: declared.sections.map(({ name, completion, score = null }) => ({
          name,
          completion,
          score,
          verified_score: verdicts > 0 ? (found.sections.find((each) => each.name === name)?.score ?? null) : null,
        })),
        verdicts: record.verdicts,
      },
    };
  },
};

/** The sections to which questions belong, in words. */
export const sectionsOf = (
  declared: Survey | undefined,
  questions: readonly string[],
  locale: FieldTools['locale'],
): string =>
  (declared?.sections ?? [])
    .filter(({ fields }) => fields.some(({ name }) => questions.includes(name)))
    .map(({ title }) => title[locale])
    .join(locale === 'ar' ? '، ' : ', ');
