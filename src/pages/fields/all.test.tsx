import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import {
  answersTo,
  compileSources,
  formSources,
  institutions,
  places,
  randomWorld,
} from '../../../test/world/random-form.ts';
import { lebanon } from '../../../test/world/service.ts';
import type { Field } from '../../definition/service.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { sentOf } from '../../form/read-form.ts';
import { shownFields, validate } from '../../form/validate.ts';
import { createTerritory } from '../../territory/territory.ts';
import { problemsOf, questions } from '../public/questions.tsx';
import { readTyped } from '../public/typed.ts';
import { pageOf } from './all.ts';

const world = randomWorld;
const tools = {
  locale: 'ar',
  world,
  territory: createTerritory(places, institutions),
  calendar: lebanon,
  optionsAt: { path: '/api/v1/services/trial/fields', query: {} },
} as const;

const askPage = (fields: readonly Field[], inputs: Readonly<Record<string, string>>, answers: Answers) => {
  const { errors } = validate(fields, sentOf(fields, inputs, world), world);
  return questions({
    fields,
    shown: shownFields(fields, answers, world.now),
    inputs,
    problems: problemsOf(errors, fields, inputs, tools),
    tools,
    given: {},
  })
    .map((question) => (question ? render(question) : ''))
    .join('');
};

/** What a browser would send: the names and values of the controls that stand on the page, conditional ones with their marks. */
const bodyOf = (html: string): Record<string, string | string[]> => {
  const asked = [...html.replaceAll(/<template>.*?<\/template>/gs, '').matchAll(/name="_asked" value="([^"]*)"/g)];
  return { _asked: asked.map(([, name]) => name ?? '') };
};

const formWithAnswers = formSources.chain((sources) =>
  fc.record({ sources: fc.constant(sources), sent: fc.array(answersTo(sources), { minLength: 3, maxLength: 3 }) }),
);

test('a page of any questions shows what was answered, and what it sends back means the same', () => {
  fc.assert(
    fc.property(formWithAnswers, ({ sources, sent }) => {
      const fields = [...compileSources(sources).fields.values()];
      for (const each of sent) {
        const { answers, errors } = validate(fields, each, world);
        if (errors.length > 0) continue;
        const inputs = Object.assign(
          {},
          ...fields.map((field) => {
            const answer = answers[field.name];
            return answer === undefined ? {} : behaviourOf(field).toInputs(answer, field, world);
          }),
        ) as Record<string, string>;
        const typed = readTyped(fields, { ...bodyOf(askPage(fields, inputs, answers)), ...inputs }, tools);
        expect(typed.wantsMore).toBe(false);
        expect(validate(fields, sentOf(typed.asked, typed.inputs, world), world).answers).toEqual(answers);
        for (const field of fields) {
          const answer = answers[field.name];
          if (answer !== undefined) render(<>{pageOf(field).show(answer, field, tools)}</>);
        }
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

const suffix = fc.constantFrom(
  '',
  '.day',
  '.search',
  '.find',
  '.add',
  '.rows',
  '.remove.0',
  '.is.a',
  '.rank.b',
  '.0.f0_c0',
  '.1.f1_c0.search',
  '.99999.f0_c0',
  '.-1.x',
  '.0.',
  '.place',
  '.toString',
);
const body = fc.dictionary(
  fc.tuple(fc.constantFrom('f0', 'f1', 'f2', '_asked', '__proto__'), suffix).map((parts) => parts.join('')),
  fc.oneof(fc.string(), fc.constantFrom('1', 'a', 'D1', '99999', '?')),
);

test('nothing that is posted makes a page fail', () => {
  fc.assert(
    fc.property(formSources, fc.array(body, { minLength: 4, maxLength: 4 }), (sources, bodies) => {
      const fields = [...compileSources(sources).fields.values()];
      for (const posted of bodies) {
        const { inputs } = readTyped(fields, posted, tools);
        const { answers } = validate(fields, sentOf(fields, inputs, world), world);
        expect(askPage(fields, inputs, answers)).toBeTypeOf('string');
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
