import pg from 'pg';

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
  /** A connection of its own that listens to a channel until closed; reconnects by itself. */
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

export const openDatabase = (options: pg.PoolConfig, onIdleError: (error: Error) => void): Database => {
  const pool = new pg.Pool({ connectionTimeoutMillis: 5_000, ...options });
  pool.on('error', onIdleError);
  return {
    pool,
    run: runOn(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work({ run: runOn(client), inTransaction: true });
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    listen: (channel, onNotification) => listenOn(options, channel, onNotification, onIdleError),
    close: () => pool.end(),
  };
};

const listenOn = async (
  options: pg.PoolConfig,
  channel: string,
  onNotification: (payload: string) => void,
  onError: (error: Error) => void,
): Promise<() => Promise<void>> => {
  let closed = false;
  let client: pg.Client;
  const connect = async () => {
    client = new pg.Client(options);
    client.on('notification', ({ payload }) => onNotification(payload ?? ''));
    client.on('error', (error) => {
      onError(error);
      if (!closed) setTimeout(() => void connect().catch(onError), 1_000);
    });
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  };
  await connect();
  return async () => {
    closed = true;
    await client.end();
  };
};
