import type { Service } from '../definition/service.ts';
import type { Consent } from '../form/fields/consent.ts';
import type { Decision } from './decide.ts';
import type { Channel } from './events.ts';
import { apply, type CaseRecord } from './fold.ts';
import { type ConsentChanged, consentChanges } from './nouns/consents.ts';

/** What happens when a person gives (the text that was read) or takes back (nothing) a consent; undefined: it stands so already. */
export const decideConsent = (
  service: Service,
  record: CaseRecord,
  wanted: { readonly purpose: string; readonly consent: Consent | undefined },
  { at, channel }: { readonly at: Date; readonly channel: Channel },
): Decision | undefined => {
  const name = service.purposes.get(wanted.purpose)?.field.name;
  if (name === undefined) return undefined;
  const { [name]: _, ...others } = record.answers;
  const after = wanted.consent === undefined ? others : { ...others, [name]: wanted.consent };
  const consents = consentChanges(service, record.answers, after);
  if (consents.length === 0) return undefined;
  const event: ConsentChanged = {
    kind: 'consent-changed',
    at,
    actor: { kind: 'applicant' },
    facts: { consents, channel },
  };
  return { events: [event], record: apply(record.id, record, event) };
};
