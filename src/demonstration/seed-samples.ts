import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedService } from '../catalogue/catalogue.ts';
import { act, type EngineParts, passDeadlines } from '../events/engine.ts';
import type { AccountActor } from '../record/events.ts';
import { createIntake, type Intake } from '../intake/submit.ts';
import type { IdBlocks } from '../base/id-blocks.ts';
import { accountByEmail, anyRecord } from './sample-queries.ts';
import { isStaffChannel, type StaffChannel } from '../definition/nouns/channels.ts';
import { Problem } from '../base/problem.ts';
import { StartupError } from '../base/startup-error.ts';
import { DeclarationError } from '../definition/fault.ts';
import { momentMilliseconds, readSamples, type Sample, storyData } from '../definition/stories.ts';

/** A step of a sample's story, at its own instant. */
interface Step {
  /** Where it stands in the samples, for whoever wrote them. */
  readonly name: string;
  readonly at: Date;
  readonly run: (parts: EngineParts, intake: Intake) => Promise<void>;
}

/**
 * Plays the stories of every service's samples in the order in which they happened, through the same engine as real
 * requests but with the clock turned back. Does nothing for a service that has records.
 */
export const seedSamples = async (
  parts: EngineParts & { readonly recordIds: IdBlocks },
  services: readonly PublishedService[],
  folder: string,
): Promise<number> => {
  const start = parts.world().now;
  const steps: Step[] = [];
  for (const published of services) {
    if ((await parts.database.run(anyRecord, [published.service.id])).length > 0) continue;
    const file = join(folder, published.service.id, 'samples.yaml');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const { stories, faults } = readSamples(text, published.service);
    if (faults.length > 0)
      throw new DeclarationError(faults.map((fault) => ({ ...fault, file: join(published.service.id, fault.file) })));
    stories.forEach((sample, index) => steps.push(...stepsOf(published, sample, index, start)));
  }
  for (const { name, at, run } of steps.toSorted((one, other) => +one.at - +other.at)) {
    const then = { ...parts, world: () => ({ ...parts.world(), now: at }) };
    await passDeadlines(then, 100);
    await run(then, createIntake(then)).catch((error: unknown) => {
      throw new StartupError(`${name} cannot be played: ${wordsOf(error)}`, { cause: error });
    });
  }
  return steps.length;
};

const stepsOf = (published: PublishedService, sample: Sample, index: number, start: Date): readonly Step[] => {
  const submitted = new Date(+start + momentMilliseconds(sample.submitted));
  let recordId = 0;
  const name = `samples.yaml of ${published.service.id}, sample ${index + 1}`;
  const submit: Step = {
    name,
    at: submitted,
    run: async (parts, intake) => {
      const actor = await findEnterer(parts, published, sample);
      const receipt = await intake.submit({
        published,
        key: keyOf(`${published.service.id} ${index} ${+start}`),
        sent: storyData(sample.data, submitted, parts.world().timeZone),
        channel: actor ? channelOfStaff(published, sample) : 'web',
        locale: sample.locale ?? 'ar',
        actor,
      });
      recordId = receipt.recordId;
    },
  };
  let at = submitted;
  const followers = (sample.then ?? []).map(({ after, by, action, data = {} }): Step => {
    at = new Date(+at + momentMilliseconds(after));
    return {
      name: `${name}: "${action}" by ${by}`,
      at,
      run: async (parts) => {
        if (by === 'applicant') {
          await act(parts, {
            recordId,
            action,
            candidate: { kind: 'applicant' },
            actor: { kind: 'applicant' },
            sent: storyData(data, at, parts.world().timeZone),
          });
          return;
        }
        const grants = await parts.database.run(accountByEmail, [by]);
        const acting = published.service.actions.get(action)?.by ?? [];
        const grant = grants.find((each) => acting.includes(each.role)) ?? grants[0];
        if (!grant) throw new Error(`sample ${index} of ${published.service.id} names ${by}, which is no account`);
        const { id, role, institution } = grant;
        await act(parts, {
          recordId,
          action,
          candidate: {
            kind: 'account',
            account: id,
            roles: new Set(grants.map((each) => each.role)),
            rolesAt: (asked) => new Set(grants.filter((each) => each.institution === asked).map((each) => each.role)),
          },
          actor: { kind: 'account', account: id, role, institution },
          sent: storyData(data, at, parts.world().timeZone),
        });
      },
    };
  });
  return [submit, ...followers];
};

/** What was refused, answer by answer. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Problem)) return (error as Error).message;
  return [error.code, ...error.errors.map(({ path, message }) => `${path}: ${message.en}`)].join('; ');
};

/** The civil servant who entered a sample; undefined: its applicant did. */
const findEnterer = async (
  { database }: EngineParts,
  { service }: PublishedService,
  { by = 'applicant' }: Sample,
): Promise<AccountActor | undefined> => {
  if (by === 'applicant') return undefined;
  const grants = await database.run(accountByEmail, [by]);
  const grant = grants.find(({ role }) => service.enteredBy.roles.includes(role)) ?? grants[0];
  if (!grant) throw new Error(`a sample of ${service.id} names ${by}, which is no account`);
  const { id, role, institution } = grant;
  return { kind: 'account', account: id, role, institution };
};

const channelOfStaff = ({ service }: PublishedService, { channel }: Sample): StaffChannel =>
  channel !== undefined && isStaffChannel(channel)
    ? channel
    : ([...service.channels].find(isStaffChannel) ?? 'counter');

/** A UUID (version 8, RFC 9562) from a text, so that seeding that was interrupted does not double anything. */
const keyOf = (text: string): string => {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};
