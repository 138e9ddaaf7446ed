import { distance } from 'fastest-levenshtein';

/** The word of `candidates` that was most likely meant, as " (did you mean …?)", or nothing. */
export const suggest = (word: string, candidates: Iterable<string>): string => {
  const near = [...candidates].map((candidate) => ({ candidate, edits: distance(word, candidate) }));
  const best = near.sort((a, b) => a.edits - b.edits)[0];
  return best && best.edits <= Math.max(2, word.length / 3) ? ` (did you mean "${best.candidate}"?)` : '';
};
