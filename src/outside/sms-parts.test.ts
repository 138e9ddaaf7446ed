import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { economicalSms, smsParts } from './sms-parts.ts';

describe('the price of a text message', () => {
  test.each([
    ['a'.repeat(160), 'gsm-7', 1],
    ['a'.repeat(161), 'gsm-7', 2],
    ['a'.repeat(306), 'gsm-7', 2],
    ['a'.repeat(307), 'gsm-7', 3],
    ['€'.repeat(80), 'gsm-7', 1],
    ['€'.repeat(81), 'gsm-7', 2],
    ['é à è ù ì ò', 'gsm-7', 1],
    ['ç', 'ucs-2', 1],
    ['م'.repeat(70), 'ucs-2', 1],
    ['م'.repeat(71), 'ucs-2', 2],
    ['م'.repeat(134), 'ucs-2', 2],
    ['م'.repeat(135), 'ucs-2', 3],
  ] as const)('%s', (text, alphabet, parts) => {
    expect(smsParts(text)).toEqual({ alphabet, parts });
  });

  test('French loses the accents that would double it, and keeps those that are free', () => {
    expect(economicalSms('Demande reçue : « à bientôt, août, été… »')).toBe(
      'Demande recue : " à bientot, aout, été... "',
    );
  });

  test('a text that needs Arabic letters anyway keeps everything', () => {
    expect(economicalSms('Reçu: طلب')).toBe('Reçu: طلب');
  });

  test('no text ever becomes dearer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(smsParts(economicalSms(text)).parts).toBeLessThanOrEqual(smsParts(text).parts);
      }),
    );
  });
});
