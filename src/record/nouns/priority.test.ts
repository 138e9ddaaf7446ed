import { expect, test } from 'vitest';
import { noon, permitData, permitFiles, worldAt } from '../../../test/world/service.ts';
import { compileService } from '../../definition/compile-service.ts';
import { validate } from '../../form/validate.ts';
import { findPriorityRule, priorityOf } from './priority.ts';

const rules = `
priority:
  - { name: illness, level: high, when: "reason == 'medical'" }
  - { name: no_hurry, level: low, when: "reason in ['food', 'travel']" }
`;
const withTexts = (text = '') => `${text}\npriority: { illness: a, no_hurry: b }\n`;
const service = compileService(
  {
    ...permitFiles,
    'service.yaml': permitFiles['service.yaml'] + rules,
    'texts.ar.yaml': withTexts(permitFiles['texts.ar.yaml']),
    'texts.fr.yaml': withTexts(permitFiles['texts.fr.yaml']),
    'texts.en.yaml': withTexts(permitFiles['texts.en.yaml']),
  },
  'test',
  'Asia/Beirut',
);
const levelFor = (reason: string) => {
  const { answers } = validate(service.fields.values(), permitData({ reason }), worldAt(noon));
  return findPriorityRule(service, answers, noon)?.level;
};

test('the first rule that holds says how urgent a record is, and none makes it ordinary', () => {
  expect([levelFor('medical'), levelFor('food'), levelFor('work')]).toEqual(['high', 'low', undefined]);
});

test('a record keeps the rule by which it was judged, by its name', () => {
  expect(priorityOf(service, { priority: 'illness' })?.level).toBe('high');
  expect(priorityOf(service, { priority: undefined })).toBeUndefined();
});
