import { expect, test } from 'vitest';
import { say, tieFrench } from './texts.ts';

test('French signs stay on the line of the words they follow', () => {
  expect(tieFrench('Répondez à « Nom » : merci !')).toBe('Répondez à «\u00a0Nom\u00a0»\u00a0: merci\u00a0!');
  const text = { ar: 'مثال: {day}', fr: 'Exemple : {day} ; sinon ?', en: 'For example: {day}' };
  expect(say('fr', text, { day: 3 })).toBe('Exemple\u00a0: 3\u00a0; sinon\u00a0?');
  expect(say('en', text, { day: 3 })).toBe('For example: 3');
});

test('addresses and times are no French sentences', () => {
  expect(tieFrench('https://exemple.lb/?a=1 à 14:30')).toBe('https://exemple.lb/?a=1 à 14:30');
});
