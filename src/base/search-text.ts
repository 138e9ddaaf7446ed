/**
 * One spelling for many, so that what people type finds what is written. Pure: the server's searches and the browser's
 * use the same code.
 *
 * Arabic: hamza and madda on any seat, ة ه, ى ي, tatweel, vowel marks and the article ال make no difference.
 * Latin: case, accents, apostrophes, hyphens and the articles of transliterated names (el-, ech-, ed-…) make none.
 * Both: digits of any of the three sets, presentation forms, invisible direction marks.
 */
export const normaliseForSearch = (text: string): string => {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD') // lowering can compose again (İ)
    .replaceAll(ignored, '')
    .replaceAll(
      /[ٱىیېےکةەœæøđłıßς\u0660-\u0669\u06f0-\u06f9]/gu,
      (letter) => sameAs[letter] ?? String((letter.codePointAt(0) ?? 0) & 0xf),
    );
  const words = letters
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(withoutArabicArticle);
  const telling = words.filter((word) => !articles.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
};

// Combining marks (in decomposed Arabic this is every hamza that has a seat), invisible characters, tatweel, the lone hamza
// that is often left out, and everything that stands for an apostrophe.
const ignored = /[\p{M}\p{Cf}\u0640\u0621\u02b9-\u02bf'’‘‛`´′]/gu;

const sameAs: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
};

/** As written before sun and moon letters by Lebanese spellings, and those of French and English. */
const articles = new Set(
  'el al ech ach esh ash es as ed ad en an er ar et at ez az l le la les the de du des of'.split(' '),
);

// At least two letters have to stay: الى and الف are words, not articles. Taking the article off twice in one go keeps the
// function idempotent (الالعاب).
const withoutArabicArticle = (word: string): string => word.replace(/^(?:ال)+(?=..)/u, '');

/**
 * A coarser key for names written in Latin letters by ear, where one Arabic name has many spellings: Jounieh, Jounie,
 * Juniyah; Saida, Sayda; Bcharre, Bsharri; Kfar Kila, Kfarkila. Takes a normalised text; spaces are gone in the result.
 */
export const soundKey = (normalised: string): string => normalised.split(' ').map(soundOfWord).join('');

const soundOfWord = (word: string): string => {
  if (!/^[a-z]+$/.test(word)) return word;
  const sound = word
    .replaceAll('ch', 'sh')
    .replaceAll('ph', 'f')
    .replaceAll(/([dtg])h/g, '$1')
    .replaceAll(/^dj/g, 'j')
    .replaceAll(/[qc]/g, 'k')
    .replaceAll(/ou|oo|w|o/g, 'u')
    .replaceAll(/[ae][iy]/g, 'ai')
    .replaceAll(/[ye]/g, 'i')
    .replaceAll(/(.)\1+/g, '$1');
  // -eh, -é, -ieh, -iyah, -a: the same ending heard by different ears. Three letters have to stay.
  return sound.replace(/^(...+?)[aiu]+h?$/, '$1');
};
