import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { startProgram, type TestProgram } from '../world/program.ts';

/** What a sender knows of one submission: what it sent, and the answer if one came. */
interface Sent {
  readonly body: string;
  answer?: {
    readonly reference: string;
    readonly secret: string;
    readonly documents: readonly { readonly qr: string }[];
  };
}

const newSubmission = (number: number): Sent => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const data = {
    full_name: 'ليلى حدّاد',
    phone: `+96170${100_000 + number}`,
    origin: 'LB-JA-SAI-001',
    destination: 'LB-BA-BEI-001',
    reason: number % 5 === 0 ? 'work' : 'medical',
    leave_at: at(1),
    back_at: at(3),
  };
  return { body: JSON.stringify({ key: randomUUID(), data, locale: 'ar' }) };
};

const send = async ({ url }: TestProgram, sent: Sent): Promise<number> => {
  const response = await fetch(`${url}/api/v1/services/mobility-permit/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: sent.body,
  });
  const answer = (await response.json()) as NonNullable<Sent['answer']>;
  if (response.ok) sent.answer = answer;
  return response.status;
};

/** Sends from many connections until the program dies under it. */
const sendUntilDeath = async (program: TestProgram, all: Sent[]): Promise<void> => {
  let alive = true;
  const worker = async () => {
    while (alive) {
      const sent = newSubmission(all.length);
      all.push(sent);
      await send(program, sent).catch(() => (alive = false));
    }
  };
  await Promise.all(Array.from({ length: 24 }, worker));
};

/** Does something with each, some at a time: one after the other, thousands of answers take a minute. */
const withEach = async (all: readonly Sent[], act: (sent: Sent) => Promise<void>): Promise<void> => {
  const left = [...all];
  const worker = async () => {
    for (let next = left.pop(); next; next = left.pop()) await act(next);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
};

// Each start takes another port; what is answered names this one.
const settings = { DIWAN_URL: 'http://localhost:3000' };
let program: TestProgram | undefined;
afterAll(() => program?.stop());

test(
  'kill -9 at any moment loses no acknowledged submission, and a resend afterwards doubles nothing',
  { timeout: 240_000 },
  async () => {
    const all: Sent[] = [];
    program = await startProgram(settings);
    const { folder } = program;
    for (const milliseconds of [700, 1_300, 900]) {
      const dying = sendUntilDeath(program, all);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await program.kill();
      await dying;
      program = await startProgram(settings, folder);
    }
    const acknowledged = all.filter(({ answer }) => answer);
    expect(acknowledged.length).toBeGreaterThan(100);
    const { url } = program;
    await withEach(acknowledged, async ({ answer }) => {
      const record = await fetch(`${url}/api/v1/records/${answer?.reference}`, {
        headers: { 'x-record-secret': answer?.secret ?? '' },
      });
      expect(record.status).toBe(200);
    });
    // Whether its answer was lost or had come: sent again, each gets one and the same record.
    const restarted = program;
    await withEach(all, async (sent) => {
      const before = sent.answer;
      expect([200, 201]).toContain(await send(restarted, sent));
      if (before) expect(sent.answer).toEqual(before);
      expect(await send(restarted, sent)).toBe(200);
    });
    expect(new Set(all.map(({ answer }) => answer?.reference)).size).toBe(all.length);
  },
);
