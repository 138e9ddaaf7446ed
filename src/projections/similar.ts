import { type ServiceVersion, scopeParameter } from '../access/scope.ts';
import { given, isInBasket } from '../access/visibility-queries.ts';
import { type Queryable, statement } from '../base/database.ts';
import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { type NumberHashes, numbersIn, wordsOf } from '../record/search-words.ts';
import { rowsOfIds } from './map-queries.ts';
import { numberWords, serviceWords } from './search-query.ts';
import type { WorklistRow } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';
import { searchRecords } from './worklist-search.ts';
import { scopeValues } from './worklist.ts';

/** Why a record resembles another. */
export type Likeness = 'number' | 'name' | 'answers';

export interface SimilarRecord {
  readonly row: WorklistRow;
  readonly because: readonly Likeness[];
}

interface Original {
  readonly id: number;
  readonly service: Service;
  /** As far as who looks may read them. */
  readonly answers: Answers;
  readonly submittedAt: Date;
}

const day = 86_400_000;
const mostShown = 5;
const mostLookedAt = 40;
const nearest = 2_000;
const shortestName = 2;

// $2 service, $3 and $4 the days between which, $5 the record itself, $6 the answers, $7 how many to look at, $8 how many to give.
const listAgreeing = statement<{ id: number }>(
  'similar/agreeing',
  `with ${given}, near as materialized (
     select id, institution, service_version, state, channel, data from record
     where service = $2 and erased_at is null and submitted_at between $3 and $4
     order by submitted_at desc limit $7
   )
   select record.id from near record
   where record.id <> $5 and record.data @> $6::jsonb and ${isInBasket}
   order by record.id desc limit $8`,
);

/**
 * Records that resemble one, among those that the account sees: of the same number, of the same name within some days, and with
 * the same answers to what the declaration names. What the account may not read of the record makes nothing resemble it.
 */
export const findSimilar = async (
  database: Queryable,
  scope: WorklistScope,
  versions: readonly ServiceVersion[],
  { id, service, answers, submittedAt }: Original,
  hashes: NumberHashes,
): Promise<readonly SimilarRecord[]> => {
  const { fields, days } = service.similar;
  const [from, to] = [new Date(+submittedAt - days * day), new Date(+submittedAt + days * day)];
  const search = async (words: string | undefined) =>
    words === undefined
      ? []
      : (await searchRecords(database, scope, versions, { words, now: submittedAt, limit: mostLookedAt })).rows;
  const isNear = ({ submittedAt: at }: WorklistRow): boolean => at >= from && at <= to;
  const name = namesOf(service, answers);
  const agreeing = Object.fromEntries(fields.flatMap(({ name: of }) => (of in answers ? [[of, answers[of]]] : [])));
  const isWhole = fields.length > 0 && Object.keys(agreeing).length === fields.length;
  const [byNumber, byName, byAnswers] = await Promise.all([
    search(numberWords(numbersIn(service, answers, hashes))),
    search(name.length < shortestName ? undefined : serviceWords(name, service.id)),
    isWhole
      ? database.run(listAgreeing, [
          scopeParameter(scope),
          service.id,
          from,
          to,
          id,
          JSON.stringify(agreeing),
          nearest,
          mostShown,
        ])
      : [],
  ]);
  const because = new Map<number, Likeness[]>();
  const note = (records: readonly { readonly id: number }[], why: Likeness) => {
    for (const record of records)
      if (record.id !== id) because.set(record.id, [...(because.get(record.id) ?? []), why]);
  };
  note(byNumber, 'number');
  note(byAnswers, 'answers');
  note(byName.filter(isNear), 'name');
  const shown = [...because]
    .toSorted(([a, why], [b, other]) => other.length - why.length || b - a)
    .slice(0, mostShown)
    .map(([each]) => each);
  if (shown.length === 0) return [];
  const rows = new Map(
    (await database.run(rowsOfIds, [...scopeValues(scope), shown])).map((row) => [row.id, row] as const),
  );
  return shown.flatMap((each) => {
    const row = rows.get(each);
    return row ? [{ row, because: because.get(each) ?? [] }] : [];
  });
};

/** The words of the name by which people know the record: one alone tells too little. */
const namesOf = (service: Service, answers: Answers): readonly string[] => {
  const answer = service.namedBy === undefined ? undefined : answers[service.namedBy];
  if (typeof answer === 'string') return wordsOf(answer);
  const { ar, latin } = (answer ?? {}) as { readonly ar?: unknown; readonly latin?: unknown };
  return wordsOf(String(ar ?? latin ?? ''));
};
