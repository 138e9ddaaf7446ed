import { hash, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from '../../base/database.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { Problem } from '../../base/problem.ts';
import { problemTexts } from '../../base/problem-texts.ts';
import type { TableRow } from '../../base/table/cell.ts';
import { TableFault } from '../../base/table/table-fault.ts';
import type { Catalogue, PublishedService } from '../../catalogue/catalogue.ts';
import type { AccountActor } from '../../record/events.ts';
import type { Intake, Judged } from '../submit.ts';
import type { Outcome } from '../write-batch.ts';
import { type Head, findHead, faultOf, openImport, type ImportParts } from './imports.ts';
import { getImportKey, sealWords } from './import-file.ts';
import {
  advanceImport,
  claimImport,
  endImport,
  type ImportRow,
  insertRepeatedRows,
  insertWrongRows,
  releaseImport,
} from './import-queries.ts';
import type { CellWorld } from './find-by-name.ts';
import { lookUpNames, planOf, readRow, type RowPlan } from './read-row.ts';

/**
 * Reads files that were started, row by row, in the background. A batch of rows is one transaction, with the number of its
 * last row: whatever stops the program, it goes on after that row. While one batch is written the next is read and decided,
 * with pauses in which everything else is served.
 */
export interface Imports {
  /** Reads one file to its end; gives whether there was one. @param largest bytes: small files need not wait behind large ones */
  readonly readNext: (largest?: number) => Promise<boolean>;
  /** Ends with the batch under way; what is left goes on with the next start. */
  readonly stop: () => void;
}

export interface RunParts extends ImportParts {
  readonly catalogue: Catalogue;
  readonly intake: Pick<Intake, 'judge' | 'write'>;
  readonly cellWorld: () => CellWorld;
  /** Whether an account or key may still import to this service as what it began. */
  readonly mayStill: (actor: AccountActor, published: PublishedService) => Promise<boolean>;
}

const leaseSeconds = 20;
const rightsMilliseconds = 2_000;
/** Whoever has so many wrong rows has the wrong columns. */
const mostWrong = 50_000;
const readAtOnce = 50;

/** Another program reads it, or it was cancelled: nothing is left to do here. */
class NoLongerOurs extends Problem {
  constructor() {
    super('state-changed');
  }
}

export const createImports = (parts: RunParts): Imports => {
  const program = randomUUID();
  let isStopping = false;
  return {
    stop: () => void (isStopping = true),
    readNext: async (largest = Number.MAX_SAFE_INTEGER) => {
      const { database } = parts;
      if (isStopping) return false;
      const [row] = await database.run(claimImport, [program, leaseSeconds, largest]);
      if (!row) return false;
      try {
        const isDone = await readFile(parts, row, program, () => isStopping);
        if (isDone) await database.run(endImport, [row.id, 'done', null]);
        else await database.run(releaseImport, [row.id, program]);
      } catch (error) {
        if (error instanceof NoLongerOurs) return true;
        // What the file or the rights say now they say again; a database that is away comes back, and then it goes on.
        if (!(error instanceof TableFault) && !(error instanceof Problem && error.status < 500)) throw error;
        await database.run(endImport, [row.id, 'failed', JSON.stringify(faultOf(error))]);
      }
      return true;
    },
  };
};

const actorOf = ({ account, role, institution, for_account: whose, by_key: byKey }: ImportRow): AccountActor => ({
  kind: 'account',
  account,
  role,
  institution,
  ...(whose !== null && { for: whose }),
  ...(byKey && { key: true as const }),
});

/** A UUID (version 8, RFC 9562) of what makes a row the same. */
const keyOf = (...parts: readonly string[]): string => {
  const digest = hash('sha256', parts.join('\n'));
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};

interface Reading {
  readonly parts: RunParts;
  readonly row: ImportRow;
  readonly head: Head;
  readonly actor: AccountActor;
  readonly program: string;
  /** Under which what the file said is sealed. */
  readonly key: Buffer;
}

interface Batch {
  readonly rows: readonly TableRow[];
  readonly judged: Judged;
  readonly share: number;
}

/** Gives false where it was interrupted before the end. */
const readFile = async (
  parts: RunParts,
  row: ImportRow,
  program: string,
  isStopping: () => boolean,
): Promise<boolean> => {
  const head = await findHead(parts, row);
  if (!head || !row.mapping) throw new Problem('state-changed');
  const key = await getImportKey(parts.dataKeys, parts.database, row.id);
  const reading = { parts, row, head, actor: actorOf(row), program, key };
  const table = await openImport(parts, row);
  const published = watchService(reading);
  const plans = new WeakMap<PublishedService, RowPlan>();
  let [share, wrong] = [row.share, row.wrong];
  let [writing, last] = [Promise.resolve(), Promise.resolve()];
  const after = Math.max(head.row, row.last_row);
  try {
    for await (const all of table.rows((read) => void (share = read))) {
      const rows = all.filter(({ number }) => number > after);
      if (rows.length === 0) continue;
      if (isStopping()) return false;
      const now = await published();
      const plan = plans.get(now) ?? planOf(now.service, row.mapping);
      plans.set(now, plan);
      const batch = { rows, judged: await judgeRows(reading, now, plan, rows), share };
      if (wrong > mostWrong) throw new Problem('invalid-data');
      const before = writing;
      [writing, last] = [last, writeRows(reading, batch, last).then((count) => void (wrong = count))];
      // Its error is that of a later turn, or of the end: in their order, since who comes after fails with whoever came before.
      last.catch(() => undefined);
      await before;
    }
    await writing;
    await last;
  } finally {
    await last.catch(() => undefined);
  }
  return true;
};

/** The service in force, as long as the sender may import to it: asked anew every few seconds. */
const watchService = ({ parts, row, actor }: Reading): (() => Promise<PublishedService>) => {
  let until = 0;
  return async () => {
    const published = parts.catalogue.find(row.service);
    if (!published) throw new Problem('service-withdrawn');
    if (performance.now() < until) return published;
    if (!(await parts.mayStill(actor, published))) throw new Problem('not-allowed');
    until = performance.now() + rightsMilliseconds;
    return published;
  };
};

const judgeRows = async (
  { parts, row, actor }: Reading,
  published: PublishedService,
  plan: RowPlan,
  rows: readonly TableRow[],
): Promise<Judged> => {
  const world = parts.cellWorld();
  await lookUpNames(plan, rows, world);
  const { locale, repeats, service, institution, digest } = row;
  const requests = [];
  for (const [index, each] of rows.entries()) {
    if (index % readAtOnce === 0) await nextTurn();
    const { sent, faults } = readRow(plan, each, world);
    const canonical = canonicalJson(sent);
    const same = repeats === 'skip' ? canonical : `${digest?.toString('hex') ?? ''} ${each.number}`;
    const key = keyOf('import', service, institution, repeats, same);
    requests.push({ published, key, sent, canonical, faults, channel: 'import' as const, locale, actor });
  }
  return parts.intake.judge(requests);
};

/** Gives how many rows of the file are wrong so far. */
const writeRows = async (reading: Reading, { rows, judged, share }: Batch, turn: Promise<void>): Promise<number> => {
  const { parts, row, program, key } = reading;
  let wrongSoFar = 0;
  const also = async (transaction: Transaction, outcomes: readonly Outcome[]) => {
    const wrong = rows.flatMap((each, index) => {
      const outcome = outcomes[index];
      return outcome instanceof Error ? [{ each, outcome }] : [];
    });
    const failed = wrong.find(({ outcome }) => !(outcome instanceof Problem) || outcome.status >= 500);
    if (failed) throw failed.outcome;
    const repeated = rows.flatMap(({ number }, index) => {
      const outcome = outcomes[index];
      return outcome && !(outcome instanceof Error) && outcome.repeated ? [{ number, record: outcome.recordId }] : [];
    });
    const made = rows.length - wrong.length - repeated.length;
    const values = [rows.at(-1)?.number ?? 0, share, rows.length, made, repeated.length, wrong.length];
    const [state] = await transaction.run(advanceImport, [row.id, program, leaseSeconds, ...values]);
    if (!state) throw new NoLongerOurs();
    wrongSoFar = state.wrong;
    if (wrong.length > 0)
      await transaction.run(insertWrongRows, [
        row.id,
        wrong.map(({ each }) => each.number),
        wrong.map(({ each, outcome }) =>
          sealWords(key, row.id, `row ${each.number}`, {
            cells: reading.head.headings.map((_heading, index) => each.cells[index] ?? null),
            errors: errorsOf(outcome as Problem),
          }),
        ),
      ]);
    if (repeated.length > 0)
      await transaction.run(insertRepeatedRows, [
        row.id,
        repeated.map(({ number }) => number),
        repeated.map(({ record }) => record),
      ]);
  };
  // Where what came before was not written, neither is this.
  const after = turn.catch(() => {
    throw new NoLongerOurs();
  });
  after.catch(() => undefined);
  await parts.intake.write(judged, also, after);
  return wrongSoFar;
};

const errorsOf = ({ code, errors }: Problem) =>
  errors.length > 0 ? errors : [{ path: '', code, message: problemTexts[code].detail }];
