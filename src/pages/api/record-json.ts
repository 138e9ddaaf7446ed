import { type Locale } from '../../base/texts.ts';
import { actionsFor } from '../../record/allowed-actions.ts';
import type { OpenedRecord } from '../record-access.ts';
import { getState } from '../../definition/service.ts';
import { documentPath } from '../document-address.ts';
import type { IssuedCredential } from '../../events/write-decisions.ts';
import { pageNouns } from '../nouns.ts';
import { isNote } from '../../record/nouns/said-to.ts';
import type { Parts } from '../parts.ts';

/** A record as the API gives it to somebody who opened it. */
export const recordJson = (
  parts: Parts,
  opened: OpenedRecord,
  locale: Locale,
  credentials: readonly IssuedCredential[],
) => {
  const { service, record, reference, events, candidate, whole } = opened;
  return {
    reference,
    service: service.id,
    state: record.state,
    state_label: getState(service, record.state).label[locale],
    institution: record.institution,
    submitted_at: record.submittedAt.toISOString(),
    updated_at: record.updatedAt.toISOString(),
    due_at: record.deadline && 'dueAt' in record.deadline ? record.deadline.dueAt.toISOString() : null,
    escalated: record.escalatedTo.length > 0,
    data: record.answers,
    ...(opened.closed.length > 0 && { closed: opened.closed }),
    documents: documentsJson(parts, reference, credentials).map((document, index) => ({
      ...document,
      revoked: record.documents.find(({ id }) => id === credentials[index]?.id)?.revoked ?? false,
    })),
    ...Object.assign({}, ...pageNouns.map((noun) => noun.json?.(opened, locale, { world: parts.world() }))),
    actions: actionsFor(service, whole.record, candidate, parts.world().now).flatMap(({ action, refusal }) =>
      refusal ? [] : [action.name],
    ),
    events: events.flatMap((event, index) =>
      candidate.kind === 'applicant' && isNote(service, events, index)
        ? []
        : [
            {
              number: index + 1,
              kind: event.kind,
              at: event.at.toISOString(),
              by:
                event.actor.kind === 'account'
                  ? {
                      kind: event.actor.key ? 'system-key' : 'staff',
                      role: event.actor.role,
                      institution: event.actor.institution,
                    }
                  : { kind: event.actor.kind },
              ...(event.kind === 'acted' && { action: event.facts.action, state: event.facts.state }),
              ...(event.kind === 'acted' && event.content && { said: event.content }),
            },
          ],
    ),
  };
};

export const documentsJson = (parts: Parts, reference: string, credentials: readonly IssuedCredential[]) =>
  credentials.map(({ id, kind, credential }) => ({
    kind,
    qr: credential,
    pdf_url: `${parts.config.url}/api/v1${documentPath(reference, id)}`,
  }));
