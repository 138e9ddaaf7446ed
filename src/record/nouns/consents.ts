import type { Locale } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { Consent } from '../../form/fields/consent.ts';
import type { Actor, Channel, RecordEvent } from '../events.ts';
import type { RecordNoun } from '../noun.ts';

/**
 * Consents that a person gives for a purpose and takes back. The answer to the question is what stands: it is there while
 * the person consents. The facts tell what was agreed to, when and by which way, and stay when it is taken back.
 */
export interface ConsentFact {
  readonly purpose: string;
  /** The question by which it is given. */
  readonly field: string;
  readonly given: boolean;
  /** The language of the text that was read, and its SHA-256 in hexadecimal; of one that is taken back, what had been read. */
  readonly language: Locale;
  readonly wording: string;
  /** Digest of the version of the service that the wording belongs to. */
  readonly version: string;
}

export interface ConsentFacts {
  readonly consents: readonly ConsentFact[];
}

/** The person gives or takes back a consent, whatever the state of the record. */
export interface ConsentChanged {
  readonly kind: 'consent-changed';
  readonly at: Date;
  readonly actor: Actor;
  readonly facts: ConsentFacts & { readonly channel: Channel };
  readonly content?: never;
}

/** The purposes to which the person consents as things stand. */
export const standingConsents = ({ purposes }: Service, answers: Answers): ReadonlySet<string> =>
  new Set([...purposes.values()].flatMap(({ name, field }) => (answers[field.name] === undefined ? [] : [name])));

const asConsent = (answer: unknown): Consent | undefined => answer as Consent | undefined;

/** What is consented to after something happened and was not before, and the other way round. */
export const consentChanges = (service: Service, before: Answers, after: Answers): readonly ConsentFact[] =>
  [...service.purposes.values()].flatMap(({ name: purpose, field: { name: field } }) => {
    const [old, now] = [asConsent(before[field]), asConsent(after[field])];
    if (old?.language === now?.language && old?.wording === now?.wording) return [];
    const { language, wording } = (now ?? old) as Consent;
    return [{ purpose, field, given: now !== undefined, language, wording, version: service.digest }];
  });

/** What was agreed to and what became of it, as the events tell it. */
export interface ConsentStep extends ConsentFact {
  readonly at: Date;
  readonly channel: Channel | undefined;
}

/** Every step about consents, the latest first. */
export const consentSteps = (events: readonly RecordEvent[]): readonly ConsentStep[] =>
  events
    .flatMap((event) => {
      const { consents: facts = [], channel } = event.facts as Partial<ConsentChanged['facts']>;
      return facts.map((fact) => ({ ...fact, at: event.at, channel }));
    })
    .toReversed();

export const consents: RecordNoun = {
  decide: ({ service, record, answers }) => {
    if (service.purposes.size === 0) return undefined;
    const facts = consentChanges(service, record?.answers ?? {}, answers);
    return facts.length > 0 ? { consents: facts } : undefined;
  },
  apply: (before, event) => {
    if (!before || event.kind !== 'consent-changed') return undefined;
    const answers = new Map(Object.entries(before.answers));
    for (const { field, given, language, wording } of event.facts.consents) {
      if (given) answers.set(field, { language, wording });
      else answers.delete(field);
    }
    return { answers: Object.fromEntries(answers) };
  },
};
