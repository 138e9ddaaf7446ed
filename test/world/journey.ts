import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { compileService } from '../../src/definition/compile-service.ts';
import type { Service } from '../../src/definition/service.ts';
import {
  type Journey,
  type JourneyStep,
  momentMilliseconds,
  readJourneys,
  storyData,
} from '../../src/definition/stories.ts';
import { referenceOf, readReference } from '../../src/events/reference.ts';
import { readServiceFiles } from './service.ts';
import type { OpenProgram } from './open-program.ts';

/** Plays a service's journeys on a running program: whoever plays them, by API or in a browser, what must come of it is the same. */
export interface Submitted {
  readonly reference: string;
  readonly secret: string;
}

/** A code, or codes by the path of the answer; undefined: it was not refused. */
export type Refused = string | Readonly<Record<string, string>> | undefined;

export interface Player {
  /** Whether it knows the codes of what is refused; people read words. */
  readonly knowsCodes: boolean;
  readonly submit: (journey: Journey, data: Answers) => Promise<Submitted | { readonly refused: Refused }>;
  readonly act: (
    request: Submitted,
    step: Required<Pick<JourneyStep, 'by' | 'action'>>,
    data: Answers,
  ) => Promise<Refused>;
}
type Answers = Readonly<Record<string, unknown>>;

export interface ServiceJourneys {
  readonly service: Service;
  readonly journeys: readonly Journey[];
}

const timeZone = 'Asia/Beirut';

/** Every service in a folder with its journeys; wrong ones are refused as `diwan check` would. */
export const readServices = (folder = inProject('services')): readonly ServiceJourneys[] =>
  readdirSync(folder).map((id) => {
    const service = compileService(readServiceFiles(join(folder, id)), 'test', timeZone);
    const file = join(folder, id, 'journeys.yaml');
    const { stories, faults } = readJourneys(existsSync(file) ? readFileSync(file, 'utf8') : undefined, service);
    expect(faults, `${id}/journeys.yaml`).toEqual([]);
    return { service, journeys: stories };
  });

/** What a journey went through, to see at the end that nothing was left out. */
export interface Reached {
  readonly states: Set<string>;
  readonly actions: Set<string>;
}

export const playJourney = async (
  program: OpenProgram,
  service: Service,
  journey: Journey,
  player: Player,
): Promise<Reached> => {
  const reached = { states: new Set<string>(), actions: new Set<string>() };
  const sent = await player.submit(journey, named(program, storyData(journey.data, program.now(), timeZone)));
  if ('refused' in sent) {
    meetRefusal(sent.refused, journey.refused, player, 'submission');
    return reached;
  }
  expect(journey.refused, 'was to be refused').toBeUndefined();
  played.set(program, (played.get(program) ?? new Map<string, string>()).set(journey.journey, sent.reference));
  await meet(program, service, sent, named(program, journey.expect), 0, reached);
  for (const [index, step] of (journey.then ?? []).entries()) {
    const name = `step ${index + 1}: ${step.action ?? `after ${step.after}`}`;
    const seen = (await read(program, sent)).events.length;
    if (step.after) await program.pass(momentMilliseconds(step.after));
    if (step.action !== undefined && step.by !== undefined) {
      const data = await withAccounts(program, named(program, storyData(step.data ?? {}, program.now(), timeZone)));
      const refused = await player.act(sent, { by: step.by, action: step.action }, data);
      meetRefusal(refused, step.refused, player, name);
      // Notes for staff are no events that an applicant would be told of.
      if (refused === undefined) reached.actions.add(step.action);
    } else await untilTimePassed(program, sent, step);
    await meet(program, service, sent, named(program, step.expect), seen, reached, name);
  }
  return reached;
};

/** References of what journeys submitted, by their names. */
const played = new WeakMap<OpenProgram, Map<string, string>>();

/** Records of journeys that were played before are named `@journey`. */
const named = <Value>(program: OpenProgram, value: Value): Value => {
  if (typeof value === 'string' && value.startsWith('@')) {
    const reference = played.get(program)?.get(value.slice(1));
    if (reference === undefined) throw new Error(`the journey "${value.slice(1)}" was not played before`);
    return reference as Value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, named(program, each as unknown)]),
  ) as Value;
};

/** People are named by their e-mail addresses in journeys, and by the ids of their accounts in answers. */
const withAccounts = async (program: OpenProgram, data: Answers): Promise<Answers> => {
  const { rows } = await program.owner.pool.query<{ email: string; id: string }>('select email, id from account');
  const ids = new Map(rows.map(({ email, id }) => [email, id]));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? (ids.get(value) ?? value) : value]),
  );
};

const meetRefusal = (refused: Refused, wanted: Refused, { knowsCodes }: Player, name: string): void => {
  if (knowsCodes) expect(refused, name).toEqual(wanted);
  else expect(refused === undefined, `${name}: ${JSON.stringify(refused)}`).toBe(wanted === undefined);
};

interface RecordJson {
  readonly state: string;
  readonly documents: readonly { readonly kind: string; readonly revoked?: boolean }[];
  readonly events: readonly { readonly action?: string; readonly state?: string }[];
  readonly [member: string]: unknown;
}

const read = async (program: OpenProgram, { reference, secret }: Submitted): Promise<RecordJson> => {
  const answer = await fetch(`${program.url}/api/v1/records/${reference}`, { headers: { 'x-record-secret': secret } });
  expect(answer.status, `reading ${reference}`).toBe(200);
  return (await answer.json()) as RecordJson;
};

/** The program looks at its clock every second. */
const untilTimePassed = async (program: OpenProgram, request: Submitted, { expect: wanted }: JourneyStep) => {
  for (let tries = 0; tries < 50; tries++) {
    const { documents: _, message: __, ...members } = wanted ?? {};
    const record = await read(program, request);
    if (Object.entries(members).every(([name, value]) => JSON.stringify(record[name]) === JSON.stringify(value)))
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const meet = async (
  program: OpenProgram,
  service: Service,
  request: Submitted,
  wanted: Journey['expect'],
  seenEvents: number,
  reached: Reached,
  name = 'submission',
): Promise<void> => {
  const record = await read(program, request);
  reached.states.add(record.state);
  for (const { action, state } of record.events) {
    if (action !== undefined) reached.actions.add(action);
    if (state !== undefined) reached.states.add(state);
  }
  if (seenEvents === 0) reached.states.add(service.initialState);
  const { documents, message, ...members } = wanted ?? {};
  expect(record, name).toMatchObject(members);
  if (documents)
    expect(
      record.documents.filter(({ revoked }) => !revoked).map(({ kind }) => kind),
      `${name}: documents`,
    ).toEqual(documents);
  if (message !== undefined) {
    const id = readReference(request.reference)?.id;
    expect(referenceOf(service.referencePrefix, id ?? 0)).toBe(request.reference);
    const { rows } = await program.owner.pool.query<{ template: string }>(
      `select template from outbox where record_id = $1 and (values->>'event')::int > $2 order by id desc limit 1`,
      [id, seenEvents],
    );
    expect(rows[0]?.template, `${name}: message`).toBe(message);
  }
};
