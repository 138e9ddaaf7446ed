import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedService } from '../catalogue/catalogue.ts';
import { act, type EngineParts, passDeadlines } from '../events/engine.ts';
import type { AccountActor } from '../record/events.ts';
import { createIntake, type Intake } from '../intake/submit.ts';
import { referenceOf } from '../events/reference.ts';
import type { IdBlocks } from '../base/id-blocks.ts';
import { openCampaign, openWaiting } from '../intake/campaigns.ts';
import { validate } from '../form/validate.ts';
import { accountByEmail, anyRecord, recordOfCampaign } from './sample-queries.ts';
import { isStaffChannel, type StaffChannel } from '../definition/nouns/channels.ts';
import { Problem } from '../base/problem.ts';
import type { Field } from '../definition/service.ts';
import { withSampleFiles } from './sample-files.ts';
import { StartupError } from '../base/startup-error.ts';
import { DeclarationError } from '../definition/fault.ts';
import { momentMilliseconds, readSamples, type Sample, type SampleStep, storyData } from '../definition/stories.ts';

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
  const everywhere: Played = new Map();
  for (const published of services) {
    if ((await parts.database.run(anyRecord, [published.service.id])).length > 0) continue;
    const file = join(folder, published.service.id, 'samples.yaml');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const { stories, faults } = readSamples(text, published.service);
    if (faults.length > 0)
      throw new DeclarationError(faults.map((fault) => ({ ...fault, file: join(published.service.id, fault.file) })));
    const played: Played = new Map();
    stories.forEach((sample, index) =>
      steps.push(...stepsOf(published, sample, { index, start, folder, played, everywhere })),
    );
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

/** References of the records of samples that have a name, filled in as they are submitted. */
type Played = Map<string, string>;

interface Telling {
  readonly index: number;
  readonly start: Date;
  /** Of all services. */
  readonly folder: string;
  readonly played: Played;
  /** Those of all services, by the service, a slash and the name. */
  readonly everywhere: Played;
}

const stepsOf = (
  published: PublishedService,
  sample: Sample,
  { index, start, folder, played, everywhere }: Telling,
): readonly Step[] => {
  const submitted = new Date(+start + momentMilliseconds(sample.submitted));
  const name = `samples.yaml of ${published.service.id}, sample ${index + 1}`;
  const key = keyOf(`${published.service.id} ${index} ${+start}`);
  if (sample.institutions) return campaignSteps(published, sample, { name, key, folder, submitted });
  let recordId = 0;
  const submit: Step = {
    name,
    at: submitted,
    run: async (parts, intake) => {
      const actor = await findEnterer(parts, published, sample);
      const receipt = await intake.submit({
        published,
        key,
        sent: storyData(
          await withSampleFiles(parts, folder, published.service.id, published.service.enteredFields, sample.data),
          submitted,
          parts.world().timeZone,
          (other) => played.get(other) ?? everywhere.get(other),
        ),
        channel: actor ? channelOfStaff(published, sample) : 'web',
        locale: sample.locale ?? 'ar',
        actor,
      });
      recordId = receipt.recordId;
      if (sample.sample === undefined) return;
      const reference = referenceOf(published.service.referencePrefix, recordId);
      played.set(sample.sample, reference);
      everywhere.set(`${published.service.id}/${sample.sample}`, reference);
    },
  };
  return [
    submit,
    ...followersOf(published, sample.then ?? [], { name, folder, submitted, played, recordId: async () => recordId }),
  ];
};

/** A campaign as its page opens one, and what becomes of each of its records. */
const campaignSteps = (
  published: PublishedService,
  { data, locale = 'ar', institutions = {}, ...sample }: Sample,
  {
    name,
    key,
    folder,
    submitted,
  }: { readonly name: string; readonly key: string; readonly folder: string; readonly submitted: Date },
): readonly Step[] => {
  const codes = Object.keys(institutions);
  const open: Step = {
    name,
    at: submitted,
    run: async (parts, intake) => {
      const actor = await findPost(parts, sample.by ?? 'applicant', published.service.campaign?.openedBy ?? []);
      const { answers, errors } = validate(
        published.service.campaign?.fields ?? [],
        storyData(data, submitted, parts.world().timeZone),
        parts.world(),
      );
      if (errors.length > 0) throw new Problem('invalid-data', { errors });
      await openCampaign(parts.database, {
        id: key,
        published,
        actor,
        answers,
        locale,
        institutions: codes,
        now: submitted,
      });
      while ((await openWaiting({ ...parts, intake }, codes.length)) > 0);
    },
  };
  const followers = Object.entries(institutions).flatMap(([code, steps]) =>
    followersOf(published, steps, {
      name: `${name}, ${code}`,
      folder,
      submitted,
      played: new Map(),
      recordId: async ({ database }) => {
        const [row] = await database.run(recordOfCampaign, [key, code]);
        if (!row?.record_id)
          throw new Error(`no record was opened for ${code}: ${row?.fault ?? 'it is no institution'}`);
        return row.record_id;
      },
    }),
  );
  return [open, ...followers];
};

interface Followed {
  readonly name: string;
  readonly folder: string;
  readonly submitted: Date;
  readonly played: ReadonlyMap<string, string>;
  readonly recordId: (parts: EngineParts) => Promise<number>;
}

/** What is done with a record afterwards, one after the other. */
const followersOf = (
  published: PublishedService,
  steps: readonly SampleStep[],
  { name, folder, submitted, played, recordId }: Followed,
): readonly Step[] => {
  let at = submitted;
  return steps.map(({ after, by, action, data = {} }): Step => {
    const moment = new Date(+at + momentMilliseconds(after));
    at = moment;
    return {
      name: `${name}: "${action}" by ${by}`,
      at: moment,
      run: async (parts) => {
        const doing = {
          recordId: await recordId(parts),
          action,
          sent: storyData(
            await withSampleFiles(parts, folder, published.service.id, fieldsOf(published, action), data),
            moment,
            parts.world().timeZone,
            (other) => played.get(other),
          ),
        };
        if (by === 'applicant') {
          await act(parts, { ...doing, candidate: { kind: 'applicant' }, actor: { kind: 'applicant' } });
          return;
        }
        const grants = await parts.database.run(accountByEmail, [by]);
        const actor = await findPost(parts, by, published.service.actions.get(action)?.by ?? []);
        await act(parts, {
          ...doing,
          candidate: {
            kind: 'account',
            account: actor.account,
            roles: new Set(grants.map((each) => each.role)),
            rolesAt: (asked) => new Set(grants.filter((each) => each.institution === asked).map((each) => each.role)),
          },
          actor,
        });
      },
    };
  });
};

const fieldsOf = ({ service }: PublishedService, action: string): readonly Field[] =>
  service.actions.get(action)?.fields ?? [];

/** What was refused, answer by answer. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Problem)) return (error as Error).message;
  return [error.code, ...error.errors.map(({ path, message }) => `${path}: ${message.en}`)].join('; ');
};

/** The civil servant who entered a sample; undefined: its applicant did. */
const findEnterer = async (
  parts: EngineParts,
  { service }: PublishedService,
  { by = 'applicant' }: Sample,
): Promise<AccountActor | undefined> => (by === 'applicant' ? undefined : findPost(parts, by, service.enteredBy.roles));

/** An account as what it acts: in one of these roles, or else the first that it holds. */
const findPost = async ({ database }: EngineParts, by: string, roles: readonly string[]): Promise<AccountActor> => {
  const grants = await database.run(accountByEmail, [by]);
  const grant = grants.find(({ role }) => roles.includes(role)) ?? grants[0];
  if (!grant) throw new Error(`${by} is no account`);
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
