import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { getMessage, type HttpClient, openHttpClient, postJsonMessage } from './http-client.ts';
import { type Figures, measure, quantilesOf } from './measure.ts';

/**
 * The load, in a process of its own. It gets one order as JSON on its command line and prints one result as JSON.
 */
export type Order =
  | { readonly kind: 'permits'; readonly port: number; readonly connections: number; readonly seconds: number }
  | {
      readonly kind: 'ceiling';
      readonly form: CeilingForm;
      readonly login: pg.ClientConfig;
      readonly connections: number;
      readonly seconds: number;
    }
  | {
      readonly kind: 'mixed';
      readonly ports: readonly number[];
      /** Milliseconds for which each client rests between two requests: people, not a flood. */
      readonly rest: number;
      readonly connections: number;
      readonly seconds: number;
    }
  | {
      /** Attempts come whether earlier ones were answered or not, as in a storm: two thirds with a right password. */
      readonly kind: 'sign-ins';
      readonly port: number;
      readonly perSecond: number;
      readonly seconds: number;
      readonly emails: readonly string[];
      readonly password: string;
    }
  | {
      /** People who open pages and read them for a moment. */
      readonly kind: 'visits';
      readonly port: number;
      readonly pages: readonly { readonly path: string; readonly headers: string }[];
      /** Milliseconds. */
      readonly rest: number;
      readonly connections: number;
      readonly seconds: number;
    }
  | {
      readonly kind: 'page';
      readonly port: number;
      readonly path: string;
      readonly headers: string;
      readonly connections: number;
      readonly seconds: number;
    };

/** `statement`: both rows in one statement, which is its own transaction. `transaction`: begin, two inserts, commit. */
export type CeilingForm = 'statement' | 'transaction';

export interface Result {
  readonly figures: Figures;
  /** For `permits`: every acknowledged reference. */
  readonly references: readonly string[];
  /** For `sign-ins`: how many were answered with which status. */
  readonly statuses?: Readonly<Record<string, number>>;
  /** For `mixed`: answers that were none, those that were turned away because the machine was too busy, and when each program showed each version first. */
  readonly failures?: readonly string[];
  readonly turnedAway?: number;
  readonly seen?: readonly Seen[];
}

/** `at`: milliseconds since 1970. */
export interface Seen {
  readonly port: number;
  readonly version: string;
  readonly at: number;
}

const permitData = (number: number) => {
  const now = Date.now();
  return {
    full_name: 'ليلى محمد حدّاد',
    phone: `+96170${String(100_000 + (number % 900_000))}`,
    origin: 'LB-JA-SAI-001',
    destination: 'LB-BA-BEI-001',
    reason: 'medical',
    leave_at: new Date(now + 3_600_000 + Math.floor(number / 900_000) * 86_400_000).toISOString(),
    back_at: new Date(now + 7_200_000 + Math.floor(number / 900_000) * 86_400_000).toISOString(),
  };
};

let number = Math.floor(Math.random() * 900_000);

const permits = async ({ port, connections, seconds }: Extract<Order, { kind: 'permits' }>): Promise<Result> => {
  const clients = await Promise.all(Array.from({ length: connections }, () => openHttpClient(port)));
  const references: string[] = [];
  const figures = await measure(connections, seconds, async (worker) => {
    const body = JSON.stringify({ key: randomUUID(), locale: 'ar', data: permitData(number++) });
    const answer = await clients[worker]!.request(
      postJsonMessage('/api/v1/services/mobility-permit/submissions', body),
    );
    if (answer.status !== 201) throw new Error(`a permit was refused: ${answer.status} ${answer.body}`);
    const from = answer.body.indexOf('"reference":"') + 13;
    references.push(answer.body.slice(from, answer.body.indexOf('"', from)));
    if (!answer.body.includes('"state":"approved"') || !answer.body.includes('"qr":"DWN1:'))
      throw new Error(`not approved and signed: ${answer.body}`);
  });
  for (const client of clients) client.close();
  return { figures, references };
};

const insertRecord = `insert into record (id, service, service_version, state, open, institution, data, channel, locale, submitted_at, updated_at, last_event)
  values ($1, 'ceiling', 1, 'approved', false, 'interior-ministry', $2, 'api', 'ar', now(), now(), 1)`;
const insertEvent = (id: string, facts: string, digest: string) =>
  `insert into event (record_id, number, kind, at, actor, facts, digest) values (${id}, 1, 'submitted', now(), '{"kind":"applicant"}', ${facts}, ${digest})`;

/** One transaction per submission, record and event, as directly as the driver can: what the database itself allows. */
const ceiling = async ({ form, login, connections, seconds }: Extract<Order, { kind: 'ceiling' }>): Promise<Result> => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(login);
      await client.connect();
      return client;
    }),
  );
  let id = 4_000_000_000_000 + Math.floor(Math.random() * 1_000_000_000_000);
  const digest = Buffer.alloc(32, 7);
  const facts = JSON.stringify({
    state: 'submitted',
    channel: 'api',
    locale: 'ar',
    institution: 'interior-ministry',
    route: 0,
  });
  const both = { name: 'both', text: `with new_record as (${insertRecord}) ${insertEvent('$1', '$3', '$4')}` };
  const record = { name: 'record', text: insertRecord };
  const event = { name: 'event', text: insertEvent('$1', '$2', '$3') };
  const write: Readonly<Record<CeilingForm, (client: pg.Client) => Promise<unknown>>> = {
    statement: (client) =>
      client.query({ ...both, values: [id++, JSON.stringify(permitData(number++)), facts, digest] }),
    transaction: async (client) => {
      const mine = id++;
      await client.query('begin');
      await client.query({ ...record, values: [mine, JSON.stringify(permitData(number++))] });
      await client.query({ ...event, values: [mine, facts, digest] });
      await client.query('commit');
    },
  };
  const figures = await measure(connections, seconds, async (worker) => void (await write[form](clients[worker]!)));
  await Promise.all(clients.map((client) => client.end()));
  return { figures, references: [] };
};

const page = async ({
  port,
  path,
  headers,
  connections,
  seconds,
}: Extract<Order, { kind: 'page' }>): Promise<Result> => {
  const clients = await Promise.all(Array.from({ length: connections }, () => openHttpClient(port)));
  const message = getMessage(path, headers);
  const figures = await measure(connections, seconds, async (worker) => {
    const { status } = await clients[worker]!.request(message);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  });
  for (const client of clients) client.close();
  return { figures, references: [] };
};

/** Each attempt comes from another address, so that no limit on one client keeps the storm away. */
const signIns = async (order: Extract<Order, { kind: 'sign-ins' }>): Promise<Result> => {
  const { port, perSecond, seconds, emails, password } = order;
  const free: HttpClient[] = [];
  const statuses: Record<string, number> = {};
  const latencies: number[] = [];
  const attempt = async (turn: number) => {
    const email = turn % 6 === 5 ? `nobody${turn}@example.gov` : emails[turn % emails.length];
    const body = JSON.stringify({ email, password: turn % 6 === 4 ? 'not the password' : password });
    const from = `x-forwarded-for: 10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;
    const message = postJsonMessage('/api/v1/sessions', body).replace('host: localhost', `host: localhost\r\n${from}`);
    const began = performance.now();
    const send = async (client: HttpClient) => {
      const { status } = await client.request(message);
      free.push(client);
      return String(status);
    };
    const anew = async () => send(await openHttpClient(port));
    const kept = free.pop();
    // A connection that rested too long was closed by the server.
    const status = await (kept ? send(kept).catch(anew) : anew()).catch(() => 'no answer');
    latencies.push(performance.now() - began);
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const underWay: Promise<void>[] = [];
  const start = performance.now();
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const wait = start + (turn * 1_000) / perSecond - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    underWay.push(attempt(turn));
  }
  await Promise.all(underWay);
  const elapsed = (performance.now() - start) / 1_000;
  const figures = {
    connections: free.length,
    perSecond: latencies.length / elapsed,
    ...quantilesOf(latencies),
    count: latencies.length,
  };
  for (const client of free) client.close();
  return { figures, references: [], statuses };
};

const visits = async ({
  port,
  pages,
  rest,
  connections,
  seconds,
}: Extract<Order, { kind: 'visits' }>): Promise<Result> => {
  const clients = await Promise.all(Array.from({ length: connections }, () => openHttpClient(port)));
  const waited: number[] = [];
  const failures: string[] = [];
  let turn = 0;
  const figures = await measure(connections, seconds, async (worker) => {
    await new Promise((resolve) => setTimeout(resolve, rest * (0.5 + Math.random())));
    const { path, headers } = pages[turn++ % pages.length]!;
    const began = performance.now();
    const { status } = await clients[worker]!.request(getMessage(path, headers));
    waited.push(performance.now() - began);
    if (status !== 200) failures.push(`${path} answered ${status}`);
  });
  for (const client of clients) client.close();
  return { figures: { ...figures, ...quantilesOf(waited) }, references: [], failures };
};

/** Permits, form pages and the service's own description, over several programs; a failure is noted and the load goes on. */
const mixed = async ({ ports, rest, connections, seconds }: Extract<Order, { kind: 'mixed' }>): Promise<Result> => {
  const clients = await Promise.all(
    Array.from({ length: connections }, (_, worker) => openHttpClient(ports[worker % ports.length]!)),
  );
  const failures: string[] = [];
  const waited: number[] = [];
  let turnedAway = 0;
  const seen = new Map<string, Seen>();
  let turn = 0;
  const figures = await measure(connections, seconds, async (worker) => {
    const client = clients[worker]!;
    const port = ports[worker % ports.length]!;
    const fail = (what: string, status: number, body: string) => {
      if (status === 503) turnedAway++;
      else failures.push(`${what} answered ${status}: ${body.slice(0, 200)}`);
    };
    await new Promise((resolve) => setTimeout(resolve, rest));
    const began = performance.now();
    const which = turn++ % 10;
    if (which < 6) {
      const body = JSON.stringify({ key: randomUUID(), locale: 'ar', data: permitData(number++) });
      const answer = await client.request(postJsonMessage('/api/v1/services/mobility-permit/submissions', body));
      if (answer.status !== 201) fail('a permit', answer.status, answer.body);
    } else if (which < 9) {
      const answer = await client.request(getMessage('/services/mobility-permit/form/applicant'));
      if (answer.status !== 200) fail('the form page', answer.status, answer.body);
    } else {
      const answer = await client.request(getMessage('/api/v1/services/mobility-permit'));
      if (answer.status !== 200) fail('the service', answer.status, answer.body);
      const version = /"version":"([0-9a-f]+)"/.exec(answer.body)?.[1] ?? '';
      const key = `${port} ${version}`;
      if (!seen.has(key)) seen.set(key, { port, version, at: Date.now() });
    }
    waited.push(performance.now() - began);
  });
  for (const client of clients) client.close();
  return {
    figures: { ...figures, ...quantilesOf(waited) },
    references: [],
    failures,
    turnedAway,
    seen: [...seen.values()],
  };
};

const order = JSON.parse(process.argv[2] ?? '') as Order;
const perform = (): Promise<Result> => {
  switch (order.kind) {
    case 'permits':
      return permits(order);
    case 'ceiling':
      return ceiling(order);
    case 'mixed':
      return mixed(order);
    case 'sign-ins':
      return signIns(order);
    case 'visits':
      return visits(order);
    case 'page':
      return page(order);
  }
};
const result = await perform();
process.stdout.write(JSON.stringify(result));
