import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audits } from '../../test/world/audits.ts';
import { noon } from '../../test/world/service.ts';
import type { Answers } from './fields/field-type.ts';
import { askedIn, surveyFigures, verifiedAnswers } from './survey-figures.ts';

const survey = audits.survey!;
const figures = (answers: Answers) => surveyFigures(audits, survey, answers, noon);

/** Any answers, some left out, as people give them. */
const answersArbitrary: fc.Arbitrary<Answers> = fc.record(
  {
    written: fc.constantFrom('yes', 'partly', 'no', 'na'),
    reviewed: fc.boolean(),
    posts: fc.integer({ min: 0, max: 1_000 }),
    filled: fc.integer({ min: 0, max: 1_000 }),
    trained: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('what answers come to', () => {
  test('nothing answered is nothing done, and worth nothing', () => {
    expect(figures({})).toMatchObject({ asked: 5, answered: 0, completion: 0, score: 0 });
  });

  test('the best answers are worth all', () => {
    const best = { written: 'yes', reviewed: true, posts: 3, filled: 3, trained: true };
    expect(figures(best)).toMatchObject({ asked: 5, answered: 5, completion: 1, score: 100 });
  });

  test('sections count by their weights, questions by theirs', () => {
    // rules: (1 of 2) + 2 × (1 of 1) = 3 of 4; people: nothing of 5.
    const { score, sections } = figures({ written: 'partly', reviewed: true, trained: false });
    expect(sections.map((section) => section.score)).toEqual([75, 0]);
    // Weighed once, beside a section of nought that weighs three times as much.
    expect(score).toBe(75 / 4);
  });

  test('a question that an answer hides is neither missing nor worth anything', () => {
    expect(figures({ written: 'no' }).sections[0]).toMatchObject({ asked: 1, answered: 1, max: 2, score: 0 });
  });

  test('a question that does not apply is answered, and out of the score', () => {
    expect(figures({ written: 'na', reviewed: true }).sections[0]).toMatchObject({ answered: 2, max: 2, score: 100 });
  });

  test('what may be left out and gives no points is neither asked nor missing', () => {
    const evidence = { ...audits.fields.get('posts')!, name: 'evidence', required: false };
    const withEvidence = {
      ...survey,
      sections: survey.sections.map((section) => ({ ...section, fields: [...section.fields, evidence] })),
    };
    const fields = new Map([...audits.fields, ['evidence', evidence] as const]);
    expect(surveyFigures({ fields }, withEvidence, {}, noon)).toMatchObject({ asked: 5, answered: 0 });
    expect(surveyFigures({ fields }, withEvidence, { evidence: 3 }, noon)).toMatchObject({ asked: 5, answered: 0 });
  });

  test('a section in which nothing that applies gives points has no score and no weight', () => {
    const people = {
      ...survey,
      sections: survey.sections.map((section) => ({
        ...section,
        fields: section.fields.filter(({ type }) => type === 'integer'),
      })),
    };
    expect(surveyFigures(audits, people, { posts: 1 }, noon)).toMatchObject({ completion: 0.5, score: undefined });
  });
});

test('shares stay between nothing and all, and add up', () => {
  fc.assert(
    fc.property(answersArbitrary, (answers) => {
      const { asked, answered, completion, score, sections } = figures(answers);
      expect(completion).toBeGreaterThanOrEqual(0);
      expect(completion).toBeLessThanOrEqual(1);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      expect(sections.reduce((sum, section) => sum + section.asked, 0)).toBe(asked);
      expect(sections.reduce((sum, section) => sum + section.answered, 0)).toBe(answered);
      expect(completion === 1).toBe(answered === asked);
      for (const section of sections) expect(section.points).toBeLessThanOrEqual(section.max);
      const scores = sections.flatMap((section) => section.score ?? []);
      expect(score).toBeLessThanOrEqual(Math.max(...scores));
      expect(score).toBeGreaterThanOrEqual(Math.min(...scores));
    }),
  );
});

test('leaving a question out never raises a score, unless it decides what is asked or whether it applies', () => {
  fc.assert(
    fc.property(answersArbitrary, fc.constantFrom('reviewed', 'posts', 'filled', 'trained'), (answers, name) => {
      const { [name]: _, ...without } = answers;
      expect(figures(without).score).toBeLessThanOrEqual(figures(answers).score ?? 0);
    }),
  );
});

test('one more answer to a question that hides none never lowers the completion', () => {
  fc.assert(
    fc.property(answersArbitrary, fc.integer({ min: 0, max: 9 }), (answers, posts) => {
      expect(figures({ ...answers, posts }).completion).toBeGreaterThanOrEqual(figures(answers).completion);
    }),
  );
});

test('what was found takes the place of what was declared, and nothing else changes', () => {
  fc.assert(
    fc.property(answersArbitrary, answersArbitrary, (declared, found) => {
      const verified = verifiedAnswers(declared, found);
      expect(figures(verifiedAnswers(verified, found))).toEqual(figures(verified));
      expect(figures(verifiedAnswers(declared, {}))).toEqual(figures(declared));
    }),
  );
});

test('answers outside the survey count nowhere', () => {
  const all = askedIn(audits, survey, { round: '2026' }, noon).flatMap(({ asked }) => asked.map(({ name }) => name));
  expect(all).not.toContain('round');
  expect(figures({ round: '2026', office: 'health-ministry' })).toEqual(figures({}));
});
