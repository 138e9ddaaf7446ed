import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { createTurns } from './in-turn.ts';

/**
 * What the rest of the program knows of PostgreSQL. A `Statement` is SQL written once under a name: the driver prepares
 * it once per connection and afterwards only binds, so that no hot path pays for parsing and planning.
 * `Queryable` reads or writes anything; code that needs atomicity asks for a `Transaction` in its signature.
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Never set: it carries the row type. */
  readonly row?: Row;
}

export interface Queryable {
  /** Runs one statement; returns its rows. */
  readonly run: <Row>(statement: Statement<Row>, values?: readonly unknown[]) => Promise<Row[]>;
}

export interface Transaction extends Queryable {
  readonly inTransaction: true;
}

export interface Database extends Queryable {
  /** Runs `work` between BEGIN and COMMIT on one connection; any throw rolls everything back. */
  readonly transaction: <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;
  /**
   * A connection of its own that listens to a channel until closed. A lost connection is made again; what was announced
   * meanwhile is lost, so `onNotification` is then called with an empty payload: look for yourself.
   */
  readonly listen: (channel: string, onNotification: (payload: string) => void) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
  /** For libraries that bring their own queries (accounts); nothing of ours uses it. */
  readonly pool: pg.Pool;
}

/** Declares a prepared statement. The name must be unique in the program: use `noun/what-it-does`. */
export const statement = <Row = never>(name: string, text: string): Statement<Row> => ({ name, text });

// Counts and sequence numbers stay far below 2^53; a number is what every reader wants.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const runOn =
  (client: pg.Pool | pg.PoolClient) =>
  async <Row>({ name, text }: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query({ name, text, values: values as unknown[] })).rows as Row[];

/** A statement or an open transaction that takes longer has gone astray and must not hold others up. Milliseconds. */
const limits = {
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
  connectionTimeoutMillis: 5_000,
};

export const openDatabase = (options: pg.PoolConfig, onLostConnection: (error: Error) => void): Database => {
  const settings: pg.PoolConfig = { ...limits, keepAlive: true, ...options };
  const pool = new pg.Pool(settings);
  pool.on('error', onLostConnection);
  return {
    pool,
    run: runOn(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      // Without a listener a connection that is lost while it is ours would end the program; the statement fails as well.
      const onError = (error: Error) => void (broken = error);
      client.on('error', onError);
      // The driver does not queue what is asked for at once on one connection; it is told to wait here.
      const oneByOne = createTurns(1);
      const run = runOn(client);
      try {
        await client.query('begin');
        const result = await work({
          run: (wanted, values) => oneByOne(() => run(wanted, values)),
          inTransaction: true,
        });
        await client.query('commit');
        return result;
      } catch (error) {
        await oneByOne(() => client.query('rollback')).catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
    listen: (channel, onNotification) => listenOn(settings, channel, onNotification, onLostConnection),
    close: () => pool.end(),
  };
};

const restBeforeReconnecting = 1_000;

const listenOn = async (
  options: pg.ClientConfig,
  channel: string,
  onNotification: (payload: string) => void,
  onLostConnection: (error: Error) => void,
): Promise<() => Promise<void>> => {
  const closing = new AbortController();
  let listener = await connectListener(options, channel, onNotification, onLostConnection);
  const rest = () =>
    wait(restBeforeReconnecting, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
  const keep = async (): Promise<void> => {
    await listener.ended;
    while (!closing.signal.aborted) {
      await rest();
      if (closing.signal.aborted) return;
      try {
        listener = await connectListener(options, channel, onNotification, onLostConnection);
      } catch (error) {
        onLostConnection(error as Error);
        continue;
      }
      if (closing.signal.aborted) return listener.client.end();
      onNotification('');
      await listener.ended;
    }
  };
  const kept = keep();
  return async () => {
    closing.abort();
    await listener.client.end();
    await kept;
  };
};

const connectListener = async (
  options: pg.ClientConfig,
  channel: string,
  onNotification: (payload: string) => void,
  onLostConnection: (error: Error) => void,
): Promise<{ client: pg.Client; ended: Promise<void> }> => {
  const client = new pg.Client(options);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('notification', ({ payload }) => onNotification(payload ?? ''));
  client.on('error', onLostConnection);
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return { client, ended };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
};
