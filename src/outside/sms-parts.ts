/**
 * What a text costs as SMS (3GPP TS 23.038 and 23.040): the GSM 7-bit alphabet holds 160 characters in one message or
 * 153 in each part of several; a single character outside it, such as any Arabic letter, turns the whole text to UCS-2:
 * 70, or 67 in each part. The state pays for every part of every message.
 */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€');

const septets = (text: string): number | undefined => {
  let count = 0;
  for (const character of text) {
    if (basic.has(character)) count += 1;
    else if (extended.has(character)) count += 2;
    else return undefined;
  }
  return count;
};

export const smsParts = (text: string): { alphabet: 'gsm-7' | 'ucs-2'; parts: number } => {
  const gsm = septets(text);
  return gsm === undefined
    ? { alphabet: 'ucs-2', parts: text.length <= 70 ? 1 : Math.ceil(text.length / 67) }
    : { alphabet: 'gsm-7', parts: gsm <= 160 ? 1 : Math.ceil(gsm / 153) };
};

const plainPunctuation: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  œ: 'oe',
  Œ: 'OE',
};

/**
 * Drops the accents that the GSM alphabet lacks (ê, ç, ô: é and à are in it) when that brings the whole text back into
 * it, at less than half the price; a text that needs UCS-2 anyway is left as it is.
 */
export const economicalSms = (text: string): string => {
  if (septets(text) !== undefined) return text;
  const folded = [...text.normalize('NFC')]
    .map((character) => {
      if (basic.has(character) || extended.has(character)) return character;
      if (/\s/.test(character)) return ' ';
      return plainPunctuation[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
    })
    .join('');
  return septets(folded) === undefined ? text : folded;
};
