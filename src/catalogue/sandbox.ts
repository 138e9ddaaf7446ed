import { type Channel, isChannel, usualChannel } from '../definition/nouns/channels.ts';
import type { Service } from '../definition/service.ts';
import type { Fault } from '../definition/fault.ts';
import { readSamples, submissionsOf, storyData } from '../definition/stories.ts';
import { withoutFiles } from '../definition/story-files.ts';
import type { FieldError } from '../base/problem.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { validate } from '../form/validate.ts';
import type { World } from '../form/world.ts';
import { type Decision, decideSubmission, type DecisionContext } from '../record/decide.ts';

/** A declaration tried in memory: nothing is stored, no message is written, and no number is used up. */
export type SandboxContext = Pick<DecisionContext, 'findInstitutionFor' | 'findInstitutionAbove' | 'calendar'>;

/** What would become of these answers, if they were sent now; counts of other records are nought. */
export const tryAnswers = (
  service: Service,
  answers: Answers,
  world: World,
  context: SandboxContext,
  channel: Channel = usualChannel(service),
): Decision =>
  decideSubmission(
    service,
    { id: 0, answers, channel, locale: 'ar' },
    {
      ...context,
      now: world.now,
      counts: Object.fromEntries(service.counts.map(({ name }) => [name, 0])),
      nextDocumentId: () => 0,
    },
  );

/** What would become of one sample. */
export interface TriedSample {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** Undefined where the form would refuse it. */
  readonly decision: Decision | undefined;
}

/**
 * Tries the samples of a `samples.yaml` as if each was sent now.
 * @param areEarlier they were written for the version before, and are read as that version's data are.
 */
export const trySamples = (
  service: Service,
  text: string | undefined,
  world: World,
  context: SandboxContext & { readonly areEarlier: boolean },
): { readonly tried: readonly TriedSample[]; readonly faults: readonly Fault[] } => {
  const { stories, faults } = readSamples(text, service);
  const all = stories.flatMap((sample) =>
    submissionsOf(service, sample).map((data) => ({
      data: withoutFiles(service.fields.values(), data),
      channel: sample.channel,
    })),
  );
  const tried = all.map(({ data, channel: said }): TriedSample => {
    const channel = said !== undefined && isChannel(said) ? said : usualChannel(service);
    const sent = storyData(data, world.now, world.timeZone, () => undefined);
    const read = context.areEarlier ? asReadNow(service, sent) : sent;
    const { answers, errors } = validate(service.fields.values(), read, world, { channel });
    return {
      answers,
      errors,
      decision: errors.length > 0 ? undefined : tryAnswers(service, answers, world, context, channel),
    };
  });
  return { tried, faults };
};

const asReadNow = ({ reads }: Service, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, answer]) => {
      if (reads.dropped.has(name) || reads.retyped.has(name)) return [];
      const now = reads.renamed.get(name) ?? name;
      const options = reads.options.get(now);
      return [[now, typeof answer === 'string' ? (options?.get(answer) ?? answer) : answer]];
    }),
  );
