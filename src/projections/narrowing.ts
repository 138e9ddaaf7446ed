import type { ServiceVersion } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { amountBeginnings, codedWord, momentBeginnings } from '../record/coded-words.ts';
import { type Standing, standingWord, wordsEdition, wordsOf } from '../record/search-words.ts';
import { findCandidates } from './search-queries.ts';
import { allWords, anyWord, narrowedWords, quoted, type WantedWords } from './search-query.ts';
import type { WorklistScope } from './worklist-scope.ts';
import type { AnswerCondition, WorklistFilter } from './worklist.ts';

/** Codes that do not begin alike: with more, reading the records themselves is as quick. */
const mostCodes = 60;

/** Places are coded so that all in one begin with its code, in most countries; where not, each is looked for. */
const codesWanted = (name: string, codes: readonly string[]): WantedWords | undefined => {
  const [first = '', ...others] = codes;
  if (others.length > 0 && others.every((code) => code.startsWith(first))) return `${quoted(codedWord(name, first))}:*`;
  return codes.length > mostCodes ? undefined : anyWord(codes.map((code) => codedWord(name, code)));
};

const beginningWith = (name: string, beginnings: readonly string[], whole: readonly string[] = []): WantedWords =>
  [
    ...beginnings.map((beginning) => `${quoted(codedWord(name, beginning))}:*`),
    ...whole.map((code) => quoted(codedWord(name, code))),
  ].join(' | ') || quoted(':');

/** Words that every record has whose answer is as wanted; some others have them too. */
const wordsOfCondition = (condition: AnswerCondition): WantedWords | undefined => {
  const { name, is, codes, least, most, since, until, typed } = condition;
  if (is !== undefined) return quoted(codedWord(name, String(is)));
  if (codes) return codesWanted(name, codes);
  if (least !== undefined || most !== undefined) return beginningWith(name, amountBeginnings(least, most));
  if (typed !== undefined) return allWords(wordsOf(typed));
  const { beginnings, whole } = momentBeginnings(since, until);
  return beginningWith(name, beginnings, whole);
};

/** So many records are read one by one for a list; open ones came in last and lie together. */
const mostRead = { open: 4_000, others: 2_500 } as const;
/** Of more, the first are soon found in the order of the list itself, and so many say how many there are at least. */
const sampled = 1_000;

/**
 * The filter, with the records among which all that pass its conditions on answers are, by the words of the index and by what
 * was written since these were read. Nothing but where to look: who sees what, and what passes, each list asks the records.
 */
export const narrowed = async (
  database: Queryable,
  scope: WorklistScope,
  versions: readonly ServiceVersion[],
  filter: WorklistFilter,
  standing?: Standing,
): Promise<WorklistFilter> => {
  const words = (filter.answers ?? []).flatMap((condition) => wordsOfCondition(condition) ?? []);
  if (words.length === 0) return filter;
  const wanted = [...words, ...(standing ? [quoted(standingWord(standing))] : [])].map((each) => `(${each})`);
  const most = standing === 'open' ? mostRead.open : mostRead.others;
  const [found] = await database.run(findCandidates, [
    narrowedWords(wanted.join(' & '), scope, versions),
    most + 1,
    wordsEdition,
    [...new Set(scope.readers.map(({ audience }) => audience))],
  ]);
  const ids = found?.ids;
  if (!ids) return filter;
  return ids.length > most ? { ...filter, some: ids.slice(0, sampled) } : { ...filter, among: ids };
};
