import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersTo,
  compileSources,
  examples,
  formSources,
  randomWorld as world,
} from '../../test/world/random-form.ts';
import { locales } from '../base/texts.ts';
import { fieldTypeNames } from '../definition/fields/all.ts';
import type { Field } from '../definition/service.ts';
import { behaviourOf } from './fields/all.ts';
import type { Answers } from './fields/field-type.ts';
import { sentOf } from './read-form.ts';
import { expressionValues, shownFields, validate } from './validate.ts';

const formWithAnswers = formSources.chain((sources) =>
  fc.record({ sources: fc.constant(sources), sent: fc.array(answersTo(sources), { minLength: 4, maxLength: 4 }) }),
);

const inputsOf = (fields: readonly Field[], answers: Answers) =>
  Object.assign(
    {},
    ...fields.map((field) => {
      const answer = answers[field.name];
      return answer === undefined ? {} : behaviourOf(field).toInputs(answer, field, world);
    }),
  ) as Record<string, string>;

describe('any form', () => {
  test('has an example of every type of field', () => {
    expect(fieldTypeNames.filter((type) => type !== 'rows' && !examples[type])).toEqual([]);
  });

  test('reads what it kept as it was, from data and from the inputs of a page, asks nothing hidden and never throws', () => {
    let accepted = 0;
    fc.assert(
      fc.property(formWithAnswers, ({ sources, sent }) => {
        const fields = [...compileSources(sources).fields.values()];
        for (const each of sent) {
          const { answers, errors } = validate(fields, each, world);
          const shown = shownFields(fields, answers, world.now);
          for (const name of Object.keys(answers)) expect(shown.map((field) => field.name)).toContain(name);
          for (const error of errors) for (const locale of locales) expect(error.message[locale]).toBeTypeOf('string');
          expressionValues(fields, answers);
          for (const field of fields) {
            const answer = answers[field.name];
            JSON.stringify(behaviourOf(field).jsonSchema(field, 'ar'));
            if (answer === undefined) continue;
            expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
            for (const locale of locales)
              expect(behaviourOf(field).say(answer, field, locale, world)).toBeTypeOf('string');
          }
          if (errors.length > 0) continue;
          accepted++;
          expect(validate(fields, answers, world)).toEqual({ answers, errors: [] });
          expect(validate(fields, sentOf(fields, inputsOf(fields, answers), world), world)).toEqual({
            answers,
            errors: [],
          });
        }
      }),
      { numRuns: 60 },
    );
    expect(accepted).toBeGreaterThan(10);
  }, 60_000);
});
